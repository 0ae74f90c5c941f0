/** Members of JSON by their path: `meta.total`, `@odata.count`, or "" for the whole. Nothing is changed in place. */
import { isObject } from "../testing/difference.js";

type Members = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Members {
  return isObject(value) && !Array.isArray(value);
}

/** The value at a path; a name that holds a dot itself counts first. */
export function at(value: unknown, path: string): unknown {
  if (path === "") return value;
  if (isRecord(value) && Object.hasOwn(value, path)) return value[path];
  const [first = "", rest] = cut(path);
  const inner = isRecord(value) && Object.hasOwn(value, first) ? value[first] : undefined;
  return rest === undefined ? inner : at(inner, rest);
}

/** The same with another value at a path; without that member for `undefined`. */
export function withAt(value: unknown, path: string, member: unknown): unknown {
  if (path === "") return member;
  const own: Members = isRecord(value) ? value : {};
  const [first, rest] = Object.hasOwn(own, path) ? [path] : cut(path);
  const inner = rest === undefined ? member : withAt(Object.hasOwn(own, first) ? own[first] : {}, rest, member);
  const others = Object.entries(own);
  if (inner === undefined) return Object.fromEntries(others.filter(([name]) => name !== first));
  const isNew = !Object.hasOwn(own, first);
  return Object.fromEntries([
    ...others.map(([name, each]) => [name, name === first ? inner : each] as const),
    ...(isNew ? [[first, inner] as const] : []),
  ]);
}

function cut(path: string): [string, string?] {
  const dot = path.startsWith("@") ? -1 : path.indexOf(".");
  return dot < 0 ? [path] : [path.slice(0, dot), path.slice(dot + 1)];
}
