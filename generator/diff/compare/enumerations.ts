/** Which enumerations there are, and what became of those that both sides have. */
import type { PublishedEnum } from "../../model/published.js";
import { placeOfType, places, type Context } from "../context.js";
import type { Matched } from "../match.js";
import { compareEnums, toldOfEnum } from "./enums.js";

export function compareEnumerations(
  { pairs, renamed, removed, added }: Matched<PublishedEnum>,
  context: Context,
): void {
  const { report } = context;
  for (const [old, fresh] of [...pairs, ...renamed]) {
    const told = toldOfEnum(old, fresh, context);
    const isRenamed = old.typescript !== fresh.typescript;
    if (isRenamed)
      report("type-renamed", {
        ...told,
        old: old.typescript,
        new: fresh.typescript,
        typescript: [...exportsOfEnum(old), ...exportsOfEnum(fresh)],
      });
    else if (old.name !== fresh.name) report("type-documented-name", { ...told, old: old.name, new: fresh.name });
    if (!isRenamed && old.module !== fresh.module)
      report("type-moved", { ...told, old: old.module, new: fresh.module, typescript: exportsOfEnum(fresh) });
    compareEnums(old, fresh, context);
  }
  for (const one of removed) if (!context.new.types.has(one.name)) report("type-removed", told(one, "old", context));
  for (const one of added) if (!context.old.types.has(one.name)) report("type-added", told(one, "new", context));
}

export function exportsOfEnum({ typescript, values }: PublishedEnum): readonly string[] {
  return [typescript, values ?? []].flat();
}

function told(one: PublishedEnum, side: "old" | "new", context: Context): Parameters<Context["report"]>[1] {
  const place = placeOfType(one);
  return {
    symbol: context.symbol(one.name),
    subject: { type: one.name },
    typescript: exportsOfEnum(one),
    module: one.module,
    direction: context[side].use(one.name),
    words: { name: one.typescript, since: "" },
    [side]: one.members.map(({ name }) => name),
    ...(side === "old" ? places(place, undefined) : places(undefined, place)),
  };
}
