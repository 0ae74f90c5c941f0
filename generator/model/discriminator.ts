/** What an object says of its own type. */
import type { Misfit, Path } from "./fit.js";
import { odataType } from "./json-representation.js";

/** An object that spells its type in other letter case than the type's page: a program that compares the two finds them different. */
export function misspelt(value: Readonly<Record<string, unknown>>, actual: string, path: Path): readonly Misfit[] {
  const written = odataType(value) ?? actual;
  if (written === actual || written.toLowerCase() !== actual.toLowerCase()) return [];
  const name = "@odata.type";
  const expected = { kind: "literals", values: [`#${actual}`] } as const;
  return [{ kind: "enum", path: [...path, name], name, owner: actual, expected, value: value[name] }];
}
