/** What types and enumerations have in common: each has a name in the docs and one in the package, a module, and pages. */
import type { Direction } from "../change.js";
import { placeOfType, placeOn, places, type Context, type Told } from "../context.js";
import { useOfBoth } from "../side.js";

interface Named {
  readonly name: string;
  readonly typescript: string;
  readonly module: string;
  readonly pages: readonly string[];
  readonly line?: number;
  readonly file?: string;
}

/** Told of one that both sides have. */
export function toldOfPair(old: Named, fresh: Named, context: Context): Told & { readonly direction: Direction } {
  return {
    symbol: context.symbol(fresh.name),
    subject: { type: fresh.name },
    typescript: [fresh.typescript],
    module: fresh.module,
    direction: useOfBoth(context.old.use(old.name), context.new.use(fresh.name)),
    ...places(placeOfType(old), placeOfType(fresh)),
  };
}

/** Told of one that is there on one side only. */
export function toldOfOne(one: Named, exported: readonly string[], side: "old" | "new", context: Context): Told {
  return {
    symbol: context.symbol(one.name),
    subject: { type: one.name },
    typescript: exported,
    module: one.module,
    direction: context[side].use(one.name),
    ...placeOn(side, placeOfType(one)),
  };
}

/** What it is called in the package, and else where it lies. Says whether it was renamed. */
export function compareNaming<T extends Named>(
  old: T,
  fresh: T,
  exportsOf: (one: T) => readonly string[],
  told: Told,
  { report }: Context,
): boolean {
  const isRenamed = old.typescript !== fresh.typescript;
  if (isRenamed) {
    const typescript = [...exportsOf(old), ...exportsOf(fresh)];
    report("type-renamed", { ...told, old: old.typescript, new: fresh.typescript, typescript });
  } else if (old.module !== fresh.module)
    report("type-moved", { ...told, old: old.module, new: fresh.module, typescript: exportsOf(fresh) });
  return isRenamed;
}
