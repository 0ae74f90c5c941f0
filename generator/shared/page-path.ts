/** Paths of pages, and where their links lead. */

/** Target of a link split up: path without `.md`, query and anchor; lower-cased, since links are compared without regard to case. */
export function linkTarget(url: string): { readonly path: string; readonly anchor: string } {
  const [beforeAnchor = "", anchor = ""] = url.split("#", 2);
  const path = (beforeAnchor.split("?", 1)[0] ?? "")
    .replaceAll("\\", "/")
    .replace(/\.(md|htm|html)$/i, "")
    .toLowerCase();
  return { path, anchor: anchor.toLowerCase() };
}

/** Path of the page a relative link leads to, lower-cased and without `.md`: (`api/x.md`, `../resources/y.md#a`) → `resources/y`. */
export function resolvePath(from: string, target: string): string {
  if (target.startsWith("/") || /^[a-z]+:/.test(target)) return target;
  const parts = from.toLowerCase().split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** Last segment of a path without `.md`: the stem that names a page in its folder. */
export function stemOf(path: string): string {
  return path
    .slice(path.lastIndexOf("/") + 1)
    .replace(/\.md$/i, "")
    .toLowerCase();
}
