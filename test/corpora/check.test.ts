/** What keys a finding is unique over all corpora, and the formats tell the same of them: on pages that nobody wrote for these tests. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { judge, look, type CheckOptions } from "../../generator/check/check.js";
import { formats } from "../../generator/findings/formats/formats.js";
import { keyOf } from "../../generator/findings/identity.js";
import { noCache } from "../../generator/run/cache.js";
import { corpora } from "./judge.js";

const check = suite("check over the corpora");
const docs = [
  "lending-api/docs",
  "business-central/api-reference",
  "partner-center/develop",
  "graph-2023/api-reference",
  "graph-2026/api-reference",
  "graph-2021/api-reference/v1.0",
  "drafts-2020",
];
const ordinal = /#\d+$/;

for (const path of docs) {
  const folder = join(corpora, path);
  if (!existsSync(folder)) continue;
  check(path, async () => {
    const request: CheckOptions = {
      options: { name: "corpus", version: "0.1.0", license: "UNLICENSED" },
      run: { cache: noCache, progress() {} },
      failOn: "error",
      folder,
    };
    const checked = judge(await look(folder, request), true, request);
    const { findings } = checked;
    assert.is(new Set(findings.map(keyOf)).size, findings.length);
    // an ordinal says which one only as long as the others stay
    const numbered = findings.filter(({ symbol }) => ordinal.test(symbol));
    assert.ok(numbered.length <= findings.length / 10, `${numbered.length} of ${findings.length} have ordinals`);
    assert.equal(
      findings.filter(({ end, line, column }) => end?.line === line && end.column <= column),
      [],
    );

    const count = findings.length;
    assert.is(JSON.parse(formats.json(checked)).findings.length, count);
    assert.is(JSON.parse(formats.gitlab(checked)).length, count);
    const { results, invocations } = JSON.parse(formats.sarif(checked)).runs[0];
    assert.is(results.length, Math.min(count, 5000));
    assert.is(invocations[0].toolExecutionNotifications !== undefined, count > 5000);
    assert.is(formats.azure(checked).split("\n").length - 2, count);
    assert.ok(Buffer.byteLength(formats.summary(checked)) <= 900 * 1024);
    const commands = formats.github(checked).match(/^::.*$/gm) ?? [];
    assert.ok(commands.length <= 20 + 10 && commands.every((line) => line.length < 5000));
  });
}
if (!existsSync(corpora)) console.log("skipped: check over the corpora (../shared/corpora is not there)");
check.run();
