/** Why a result is no more than it is, in words of `explain`. */
import type { Example, Result, TypeRef } from "../model/api.js";

type Shown = { readonly response?: Pick<NonNullable<Example["response"]>, "status" | "body"> };

/** What speaks for nothing else, where the result is unknown; empty for all other results. */
export function whyUnknown(result: Result, examples: readonly Shown[]): string {
  if (!("type" in result) || result.type === undefined || !isUnknown(result.type)) return "";
  const isShown = examples.some(({ response }) => response?.body !== undefined && response.status < 300);
  return isShown
    ? ": no sentence, annotation or table says of which type it is, and one answer alone makes none"
    : ": no sentence, annotation, table or example says of which type it is";
}

function isUnknown(type: TypeRef): boolean {
  return type.kind === "collection" ? isUnknown(type.of) : type.kind === "unknown";
}
