/** Query options and headers of an operation. */
import type { PublishedOperation } from "../../model/published.js";
import { queryOptions, shapes } from "../../shared/odata/options.js";
import { atLines, atRows, type Context, type Told } from "../context.js";
import { matched } from "../match.js";
import { compareWords } from "./words.js";

export function compareOptions(old: PublishedOperation, fresh: PublishedOperation, told: Told, context: Context): void {
  const { report } = context;
  const [before, now] = [shapes(old), shapes(fresh)];
  const change = { ...atLines(told, old, fresh, "query"), old: old.query, new: fresh.query };
  if (!before && now) report("shaping-gained", change);
  else if (before && !now) report("shaping-lost", change);
  else if (before) {
    if (JSON.stringify(old.query) !== JSON.stringify(fresh.query)) report("options-documented", change);
  } else compareNames(old, fresh, change, context);
}

function compareNames(old: PublishedOperation, fresh: PublishedOperation, told: Told, { report }: Context): void {
  const [before, now] = [namesOf(old), namesOf(fresh)];
  const removed = before.filter((name) => !now.includes(name));
  const added = now.filter((name) => !before.includes(name));
  if (removed.length === 0 && added.length === 0) return;
  if (old.query === "all") report("options-listed", { ...told, words: { removed: removed.join(", ") } });
  else if (fresh.query === "all") report("options-all", told);
  else {
    const about = (name: string): Told => ({
      ...told,
      symbol: `${told.symbol} ${name}`,
      subject: { ...told.subject, option: name },
    });
    for (const name of removed) report("option-removed", { ...about(name), old: name });
    for (const name of added) report("option-added", { ...about(name), new: name });
  }
}

/** Members of the options of a call whose result no option shapes; one that answers nothing takes none. */
function namesOf({ query, result }: PublishedOperation): readonly string[] {
  if (query === "none" || result.kind === "none") return [];
  const names = query === "all" ? [...queryOptions.keys()] : query;
  return names.flatMap((name) => queryOptions.get(name)?.member ?? []);
}

export function compareHeaders(old: PublishedOperation, fresh: PublishedOperation, told: Told, context: Context): void {
  const { report } = context;
  const { pairs, removed, added } = matched(old.headers, fresh.headers, ({ name }) => name.toLowerCase());
  const about = (name: string): Told => ({
    ...atRows(told, old, fresh, `header.${name}`),
    symbol: `${told.symbol} header ${name}`,
    subject: { ...told.subject, header: name },
  });
  for (const { name, required } of removed)
    report(required ? "header-removed-required" : "header-removed", { ...about(name), old: name });
  for (const { name, required } of added)
    report(required ? "header-added-required" : "header-added", { ...about(name), new: name });
  for (const [before, now] of pairs) {
    if (!before.required && now.required) report("header-required", about(now.name));
    if (before.required && !now.required) report("header-optional", about(now.name));
    compareWords(before, now, about(now.name), context);
  }
}
