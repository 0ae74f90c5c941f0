/** Bodies of forms. Only operations that send one refer to it. */
import type { Operation } from "./operation.js";

type Writer = NonNullable<Operation["body"]>;

/** The members of `what` as the fields of a form: `a=1`, of an object within it `a[b]=1`, of an array `a[]=1`. What is undefined is left out. */
export const formBody: Writer = (what, headers) => {
  if (!headers.has("content-type")) headers.set("content-type", "application/x-www-form-urlencoded");
  return { body: typeof what === "string" ? what : new URLSearchParams(fieldsOf(what, "")).toString() };
};

function fieldsOf(value: unknown, name: string): [string, string][] {
  if (value === undefined) return [];
  if (typeof value !== "object" || value === null) return [[name, value === null ? "" : `${value as string}`]];
  return Object.entries(value).flatMap(([key, inner]) => {
    const isItem = Array.isArray(value) && typeof inner !== "object";
    return fieldsOf(inner, name ? `${name}[${isItem ? "" : key}]` : key);
  });
}
