/**
 * What it costs to join a page and to plan and print what it gives must grow as the page does: four times the page, at most about four
 * times the cost. Compared are two runs in one process, by the time that the processor worked; each case would be far above the limit if
 * it were quadratic (16).
 */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { emitModule } from "../../generator/emit/emit-module.js";
import { words } from "../../generator/emit/doc.js";
import { planPackage } from "../../generator/emit/plan.js";
import { linkApi } from "../../generator/model/link.js";
import { pageOf } from "../read/page-of.js";
import { operation, resource } from "./api-of.js";

const growth = suite("model/growth");
const options = { name: "parcels", version: "1.0.0", license: "MIT" };
const LIMIT = 9;
/** What the smaller run counts at least, in milliseconds: smaller times tell more of the machine than of the work. */
const FLOOR = 15;

const many = <T>(count: number, each: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => each(i));

async function cost(job: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await job();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The lesser of two, since a collector may run in either. */
async function least(job: () => unknown): Promise<number> {
  return Math.min(await cost(job), await cost(job));
}

async function grows(jobOf: (n: number) => () => unknown, n: number): Promise<void> {
  const small = await least(jobOf(n));
  const large = await least(jobOf(4 * n));
  assert.ok(large < LIMIT * Math.max(small, FLOOR), `${small.toFixed(1)} ms grew to ${large.toFixed(1)} ms`);
}

const linking = (path: string, textOf: (n: number) => string) => (n: number) => {
  const page = pageOf(textOf(n), path);
  return () => linkApi([page]);
};

const linked: Readonly<Record<string, (n: number) => string>> = {
  "properties that the JSON representation calls by other names": (n) =>
    resource("parcel", {
      properties: many(n, (i) => `|size${i}|String|x|`),
      json: `{${many(n, (i) => `"sise${i}": "String"`).join(",\n")}}`,
    }),
  "properties whose values stand in tables below": (n) =>
    resource("parcel", {
      properties: many(n, (i) => `|size${i}|Enumeration|x|`),
      rest: many(n, (i) => `### size${i} values\n\n|Member|Description|\n|:--|:--|\n|a${i}|x|\n|b|x|`).join("\n\n"),
    }),
  "types of which each has a table of its own": (n) =>
    resource("parcel", {
      properties: ["|first|t0|x|"],
      rest: many(
        n,
        (i) => `### t${i} properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n|p|t${(i + 1) % n}|x|`,
      ).join("\n\n"),
    }),
};

for (const [name, textOf] of Object.entries(linked))
  growth(`${name} are joined in linear time`, () => grows(linking("resources/parcel.md", textOf), 200));

growth("a page full of request lines is joined, planned and printed in bounded time", async () => {
  const textOf = (n: number): string =>
    operation({ request: many(n, (i) => `GET /depots${i}/{parcel${i}}`).join("\n") });
  const jobOf = (n: number) => async () => {
    const { modules } = planPackage(linkApi([pageOf(textOf(n), "api/parcel-get.md")]), options);
    for (const module of modules) await emitModule(module);
  };
  await grows(jobOf, 100);
});

const texts: Readonly<Record<string, string>> = {
  "open brackets": "[",
  "images without an end": "![](",
  "links without an end": "[a](",
  "back-ticks": "` `` ",
  "blanks in a link": "[a]( ",
};
for (const [name, part] of Object.entries(texts))
  growth(`a description of ${name} becomes a comment in linear time`, () =>
    grows((n) => () => words(part.repeat(n), undefined), 10_000),
  );

growth.run();
