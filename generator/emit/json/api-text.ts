/** `api.json` as text. */
import type { PublishedApi } from "../../model/published.js";
import { oncePer } from "../../shared/same.js";
import { readableJson, readablePieces } from "./readable.js";

/** How many declarations are printed without a pause: some milliseconds' worth. */
const TURN = 50;

/** What is published, as `readableJson` has it. It takes long: `undefined` is a pause, in which others have their turn. */
export function* apiText(api: PublishedApi): Generator<undefined, string> {
  const { operations, types, enums } = api;
  for (const [index, declaration] of [...operations, ...types, ...enums].entries()) {
    if (index % TURN === 0) yield undefined;
    declarationText(declaration, INDENT);
  }
  const text = (value: unknown, indent: string): string =>
    typeof value === "object" && value !== null ? declarationText(value, indent) : readableJson(value, indent);
  return [...readablePieces(api, "", (list, indent) => readablePieces(list, indent, text)), "\n"].join("");
}

/** Of what is in a list of `api.json`. */
const INDENT = "    ";

/** A declaration that is the same object as before is not printed again. */
const declarationText = oncePer((declaration: object, indent: string) => readableJson(declaration, indent));
