/** `api.json` as text. */
import type { PublishedApi } from "../../model/published.js";
import { oncePer } from "../../shared/same.js";
import { readableJson, readablePieces } from "./readable.js";

/** What is published, as `readableJson` has it. */
export function apiText(api: PublishedApi): string {
  const declaration = (value: unknown, indent: string): string =>
    typeof value === "object" && value !== null ? declarationText(value, indent) : readableJson(value, indent);
  return [...readablePieces(api, "", (list, indent) => readablePieces(list, indent, declaration)), "\n"].join("");
}

/** A declaration that is the same object as before is not printed again. */
const declarationText = oncePer((declaration: object, indent: string) => readableJson(declaration, indent));
