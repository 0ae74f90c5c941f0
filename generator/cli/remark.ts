/**
 * `docwright/remark`: a plugin for unified that shows the findings of `docwright check` in an editor with a remark extension, or wherever
 * else remark runs. The tree it is given does not matter: the text is read by docwright's own reader, so that editor and CI never disagree.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { VFile } from "vfile";
import { judge, look, type CheckOptions, type Reading } from "../check/check.js";
import { withUnsaved } from "../check/unsaved.js";
import type { CheckedFinding } from "../findings/checked.js";
import { isInside } from "../shared/files/repository.js";
import type { Call } from "./commands/call.js";
import { cacheOf } from "./commands/cache-of.js";
import { baselineOf } from "./commands/check-baseline.js";
import { failOnOf } from "./commands/fail-on.js";
import { packageOptions } from "./commands/package-options.js";
import { checkSettings, loadConfig } from "./load-config.js";

/** Docs as they were read last, and when that began. */
interface Model {
  readonly reading: Reading;
  readonly request: CheckOptions;
  readonly began: number;
}

/** Milliseconds after which other pages are looked at again, when a page is opened or saved. */
const FRESH = 10_000;

/** By docs and settings: whoever opens several pages reads the docs once. */
const models = new Map<string, Promise<Model>>();

/** Settings of the configuration can be given here as well: `[docwrightRemark, { docs: "reference" }]`. */
export default function docwrightRemark(options: Readonly<Record<string, unknown>> = {}) {
  return async (_tree: unknown, file: VFile): Promise<void> => {
    if (file.path === undefined || !file.path.toLowerCase().endsWith(".md")) return;
    const path = resolve(file.cwd, file.path);
    const { settings: configured, folder } = await loadConfig(dirname(path));
    const settings = { ...configured, ...checkSettings(options, file.cwd, "docwright/remark") };
    const docs = settings.docs ?? docsAround(path, folder);
    if (docs === undefined || !existsSync(path) || !isInside(path, docs)) return;
    const saved = normalised(readFileSync(path, "utf8"));
    const now = normalised(String(file));
    const since = now === saved ? Date.now() - FRESH : 0;
    const model = await modelOf(docs, Math.max(since, statSync(path).mtimeMs), { settings, folder });
    const page = relative(model.reading.root, path).split(sep).join("/");
    const reading =
      now === saved ? model.reading : await withUnsaved(model.reading, { path: page, saved, now }, model.request);
    const request = { ...model.request, baseline: baselineOf({ settings, folder }, reading) };
    for (const finding of judge(reading, true, request).findings) if (finding.page === page) tell(file, finding);
  };
}

/** The nearest folder `docs` that the page lies in, unless a configuration says otherwise. */
function docsAround(path: string, folder: string): string | undefined {
  const own = join(folder, "docs");
  if (isInside(path, own)) return own;
  const parts = path.split(sep);
  const at = parts.lastIndexOf("docs");
  return at < 0 ? undefined : parts.slice(0, at + 1).join(sep);
}

/** What the docs held at `since` or later. */
async function modelOf(
  docs: string,
  since: number,
  { settings, folder }: Pick<Call, "settings" | "folder">,
): Promise<Model> {
  const key = JSON.stringify([docs, settings]);
  const known = await models.get(key);
  if (known !== undefined && known.began >= since) return known;
  const request = {
    options: packageOptions(settings, docs),
    run: { cache: cacheOf(settings, docs, () => {}), includes: settings.includes, progress() {} },
    rules: settings.rules,
    failOn: failOnOf(settings),
    folder,
  };
  const began = Date.now();
  const model = look(docs, request).then((reading) => ({ reading, request, began }));
  models.set(key, model);
  model.catch(() => models.delete(key));
  return model;
}

/** As errors, warnings and hints of the editor; what the baseline or the page lets pass is a hint at most, or nothing. */
function tell(file: VFile, { rule, severity, message, fix, line, column, end, edit, state }: CheckedFinding): void {
  if (state === "suppressed") return;
  const start = { line, column };
  const place = edit ? { start: edit.range, end: edit.range.end } : { start, end: end ?? start };
  const told = file.message(state === "baselined" ? `${message} (In the baseline.)` : message, {
    place,
    ruleId: rule,
    source: "docwright",
  });
  told.note = fix;
  told.fatal = state === "baselined" || severity === "info" ? undefined : severity === "error";
  if (edit) told.expected = [edit.text];
}

function normalised(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}
