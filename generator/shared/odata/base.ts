/** Base addresses with placeholders: what an address has in place of a host, and how such a base is written. */
import { camel } from "../names.js";
import { fillMarks, markPlaceholders } from "./marks.js";
import { cleanAddress, isAbsolute, isPlaceholder, originOf, PLACEHOLDER_SIGNS } from "./url.js";

const END_OF_FIRST = /[/?]/;
const DOUBLE_BRACES = /^\{\{[^{}]*\}\}$/;
const SIGNS = /[{}<>]/g;
const NO_HOST = /[^\w.:-]/g;
const NO_PORT = /:(?!\d+$)/g;

/** The names of the placeholders of a base address in order, and the address with `{name}` for each. */
export function openBase(base: string): { readonly template: string; readonly names: readonly string[] } {
  const { text, written } = markPlaceholders(base);
  const names = written.map((name) => camel(name) || "host");
  return { template: fillMarks(text, (index) => `{${names[index] ?? ""}}`), names: [...new Set(names)] };
}

/** The name of the host that an address begins with in place of one, `{baseURL}/v1/users` or `apiPrefix/users`, and what follows. */
export function hostPlaceholder(
  target: string,
): { readonly name: string; readonly braced: boolean; readonly rest: string } | undefined {
  const clean = cleanAddress(target);
  if (clean.startsWith("/") || isAbsolute(clean)) return undefined;
  const end = clean.search(END_OF_FIRST);
  const first = end < 0 ? clean : clean.slice(0, end);
  const braced = isPlaceholder(first) || DOUBLE_BRACES.test(first);
  const name = first.replace(SIGNS, "");
  return end < 0 || name === "" ? undefined : { name, braced, rest: clean.slice(end) };
}

/** The address with a host that can be one, where its host has placeholders. */
export function withPlainHost(url: string): string {
  const origin = originOf(url);
  const scheme = origin.slice(0, origin.indexOf("//") + 2);
  if (!PLACEHOLDER_SIGNS.test(origin)) return url;
  const host = origin.slice(scheme.length).replace(NO_HOST, "").replace(NO_PORT, "").toLowerCase();
  return `${scheme}${host}${url.slice(origin.length)}`;
}

/** `https://{tenant}.example.org`: more of the host is known than how it is called. */
export function isNamedHost(url: string): boolean {
  const { text } = markPlaceholders(originOf(url));
  return fillMarks(text, () => "").includes(".");
}
