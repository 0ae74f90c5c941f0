/** Operations of both sides: which there are, what they are called, and all that belongs to them. */
import type { PublishedOperation, UnreadPage } from "../../model/published.js";
import { announced, atLines, placeOfOperation, places, type Context, type Told } from "../context.js";
import { matched, type Matched } from "../match.js";
import { compareBodies } from "./body.js";
import { compareExamples } from "./examples.js";
import { compareHeaders, compareOptions } from "./options.js";
import { comparePermissions } from "./permissions.js";
import { compareParameters } from "./placeholders.js";
import { compareResults } from "./results.js";
import { compareRoutes } from "./routes.js";
import { replacedNames } from "./scope-renames.js";
import { exportsOfOperation, requestsOf, toldOfOne } from "./operations-told.js";
import { compareSplits } from "./splits.js";
import { compareWords } from "./words.js";

export function compareOperations(context: Context): void {
  const { old, new: fresh } = context;
  const found = matched(
    old.api.operations,
    fresh.api.operations,
    ({ id }) => id,
    (one) => JSON.stringify(requestsOf(one).toSorted()),
  );
  const pairs = [...found.pairs, ...found.renamed];
  const scopes = replacedNames(pairs, context);
  for (const [before, now] of pairs) compareOperation(before, now, context, scopes);
  compareWhole(compareSplits(found, context), context);
}

function compareWhole(
  { removed, added }: Pick<Matched<PublishedOperation>, "removed" | "added">,
  { old, new: fresh, report }: Context,
): void {
  const unreadIn = (side: typeof old): ReadonlyMap<string, UnreadPage> =>
    new Map(side.api.unread?.map((each) => [each.page, each]));
  const [before, now] = [unreadIn(old), unreadIn(fresh)];
  for (const operation of removed) {
    const unread = now.get(operation.page);
    const told = { ...toldOfOne(operation, "old"), ...(unread && { newPlace: placeOfUnread(unread) }) };
    const words = { function: operation.function, finding: unread?.rule ?? "", ...announced(operation.deprecated) };
    report(unread ? "operation-unread" : "operation-removed", { ...told, words });
  }
  for (const operation of added) {
    const unread = before.get(operation.page);
    const told = toldOfOne(operation, "new");
    if (unread === undefined) report("operation-added", told);
    else report("operation-readable", { ...told, words: { finding: unread.rule }, oldPlace: placeOfUnread(unread) });
  }
}

function placeOfUnread({ page, line }: UnreadPage): { readonly page: string; readonly line: number } {
  return { page, line };
}

function compareOperation(
  old: PublishedOperation,
  fresh: PublishedOperation,
  context: Context,
  scopes: ReadonlyMap<string, string>,
): void {
  const { report } = context;
  const told: Told = {
    symbol: fresh.id,
    subject: { operation: fresh.id },
    typescript: [fresh.function],
    module: fresh.module,
    ...places(placeOfOperation(old), placeOfOperation(fresh)),
  };
  compareNames(old, fresh, told, context);
  if (old.method !== fresh.method) report("method-changed", { ...told, old: old.method, new: fresh.method });
  if (old.id !== fresh.id) report("operation-id-changed", { ...told, old: old.id, new: fresh.id });
  else if (old.page !== fresh.page) report("page-moved", { ...told, old: old.page, new: fresh.page });
  compareRoutes(old, fresh, told, context);
  compareParameters(old, fresh, told, context);
  compareOptions(old, fresh, told, context);
  compareHeaders(old, fresh, told, context);
  compareBodies(old, fresh, told, context);
  compareResults(old, fresh, told, context);
  comparePermissions(old, fresh, told, context, scopes);
  compareExamples(old, fresh, told, context);
  if (old.title !== fresh.title)
    report("title-changed", { ...atLines(told, old, fresh, "title"), old: old.title, new: fresh.title });
  compareWords(old, fresh, atLines(told, old, fresh, "description"), context);
}

/** The constant and the types of the parts are called after the function: they go with it, unless its old name stays. */
function compareNames(old: PublishedOperation, fresh: PublishedOperation, told: Told, { report }: Context): void {
  const [before, now] = [old.aliases ?? [], fresh.aliases ?? []];
  const all = { ...told, typescript: [...exportsOfOperation(fresh), ...exportsOfOperation(old)] };
  const words = { function: fresh.function };
  if (old.function !== fresh.function) {
    const isKept = now.includes(old.function);
    const isBack = before.includes(fresh.function) && !isKept;
    const rule = isKept ? "function-renamed-kept" : isBack ? "function-renamed-back" : "function-renamed";
    const typescript = isKept ? [...exportsOfOperation(fresh), old.function] : all.typescript;
    report(rule, { ...all, old: old.function, new: fresh.function, typescript });
  }
  if (old.module !== fresh.module) report("function-moved", { ...all, old: old.module, new: fresh.module });
  for (const name of now)
    if (!before.includes(name) && name !== old.function)
      report("function-alias-added", {
        ...told,
        typescript: [name, ...partNamesOf(fresh, old)],
        new: name,
        words: { ...words, name },
      });
  for (const name of before)
    if (!now.includes(name) && name !== fresh.function)
      report("function-alias-removed", {
        ...told,
        typescript: [name, ...partNamesOf(old, fresh)],
        old: name,
        words: { ...words, name },
      });
}

/** The names of parts that go with the aliases of one side only. */
function partNamesOf({ partAliases = [] }: PublishedOperation, other: PublishedOperation): readonly string[] {
  const others = exportsOfOperation(other);
  return partAliases.filter((name) => !others.includes(name));
}
