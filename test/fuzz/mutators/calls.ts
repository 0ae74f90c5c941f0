/** What makes an operation: names, request lines, headers, permissions, answers; and the front matter. */
import { hostile, names } from "./hostile.js";
import { insertLine, onLine, onMatch, times, type Mutator, type Mutators } from "./mutator.js";
import type { Random } from "../random.js";

const request = /^\s*(?:GET|POST|PUT|PATCH|DELETE)\s+\S/;
const header = /^[A-Z][\w-]*:\s/;
const delegated = /^\|?\s*(?:Delegated|Application)/;
const status = /^HTTP\/\S+\s+\d+/;

/** Replaces a name wherever the page uses it. */
function rename(pattern: RegExp): Mutator {
  return (text, random) => {
    const found = [...text.matchAll(pattern)].map(([, name = ""]) => name).filter((name) => name !== "");
    return found.length === 0 ? text : text.replaceAll(random.pick(found), random.pick(names));
  };
}

const placeholders = [
  "{a}{b}",
  "{a}{b}{c}{d}{e}{f}{g}{h}",
  "{",
  "}",
  "{}",
  "{{a}}",
  "{a",
  "{constructor}",
  "{__proto__}",
  "{toString}",
  "{a-b}",
  "{a}@{b}",
  "{a}:{b}",
  "{A}/{a}",
  "<a>",
  "{a|b}",
  "({a})",
  "(a='{a}',b={b})",
  "(a=@a)?@a={b}",
  "$value",
  "$ref",
  "$count",
  "{a.b}",
  "{a b}",
  "{1}",
  "{where}",
  "{route}",
  "{body}",
  "{client}",
];
const tails = [
  "?$select=a,b",
  "?constructor=1",
  "?$constructor=1",
  "?toString=1",
  "?$filter=a eq 'b'",
  "?a=1&a=2",
  "?a&b",
  "?",
  "#x",
  "&x=1",
  "/a&b",
  "/a%2Fb",
  "/%",
  "//",
  "/..",
  "/../..",
  "/a b",
  "/a@b",
  "?a@b=1",
  "?$expand=a($select=b)",
  " HTTP/1.1",
  "?__proto__=1",
  "?a[b]=c",
  "/'x'",
  '/"x"',
  "/*",
  "\\",
  "?$top={n}",
  "/…",
];
const methods = [
  "get",
  "HEAD",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "MERGE",
  "QUERY",
  "PURGE",
  "GET GET",
  "constructor",
  "GÉT",
  "",
  "POST/PUT",
];
const targets = [
  "https://evil.example/x",
  "//evil.example/x",
  "http://",
  "https://graph.microsoft.com",
  "x",
  "file:///etc/passwd",
  "https://a:b@c/d",
  "https://graph.microsoft.com:99999/v1.0/x",
  "https://{host}/x",
  "https://[::1]/x",
  "javascript:alert(1)",
];

function manyRoutes(line: string, random: Random): string {
  return Array.from({ length: times(random, 400) }, (_, index) => `${line}/r${index}/{p${index}}`).join("\n");
}

export const callMutators: Mutators = {
  "rename a placeholder": rename(/\{([\w-]+)\}/g),
  "rename a property": rename(/^\s*"([^"\n]+)"\s*:/gm),
  "rename a type": rename(/\]\((?:\.\.\/resources\/)?([\w-]+)\.md/g),
  "rename an example": rename(/"name"\s*:\s*"([^"\n]+)"/g),
  namespace: (text, random) =>
    insertLine(text, random, `\nNamespace: microsoft.graph.${random.pick(names)}\n`).replace(
      /^Namespace: .*$/m,
      () => `Namespace: ${random.chance(0.5) ? "microsoft.graph." : ""}${random.pick(names)}`,
    ),
  "type annotation": onMatch(/(?<="(?:@odata\.type|@type|baseType)"\s*:\s*")[^"\n]*/g, (match, random) =>
    random.pick([
      random.pick(names),
      `${match}.`,
      `.${match}`,
      `${match}.${random.pick(names)}`,
      `Collection(${match})`,
      `#${match}`,
    ]),
  ),
  title: onLine(
    /^# /,
    (_, random) =>
      `# ${random.pick([random.pick(names), hostile(random), "", "Get", "List x", "x: y", "x resource type"])}`,
  ),
  "many request lines": onLine(request, manyRoutes),
  "request placeholder": onLine(
    request,
    (line, random) => `${line}/${random.pick(placeholders).repeat(times(random, 30))}`,
  ),
  "request tail": onLine(request, (line, random) => line + random.pick(tails)),
  "request method": onLine(request, (line, random) => line.replace(/[A-Z]+/, () => random.pick(methods))),
  "request target": onLine(request, (line, random) => line.replace(/\S+$/, () => random.pick(targets))),
  "request segment": onLine(request, (line, random) => line.replace(/\/[^/\s]*$/, () => `/${hostile(random)}`)),
  "long request": onLine(
    request,
    (line, random) =>
      line + random.pick(["/a", "/{a}", "a", "?a=b", ",a", "(a=b)", "%20", ":"]).repeat(times(random, 3000)),
  ),
  "host and version": (text, random) =>
    text.replace(/https:\/\/graph\.microsoft\.com\/[\w.]+/, () => random.pick(targets)),
  "header value": onLine(header, (line, random) => `${line}${hostile(random)}`),
  "header name": onLine(header, (line, random) =>
    line.replace(/^[^:]*/, () =>
      random.pick([
        "",
        "constructor",
        "__proto__",
        "Content-Type",
        "Prefer",
        "If-Match",
        "Authorization",
        "Location",
        "Host",
        "Cookie",
        "Ämter",
        "a b",
        "Content-Length",
        "ConsistencyLevel",
      ]),
    ),
  ),
  "content type": onLine(
    /^Content-Type:/i,
    (_, random) =>
      `Content-Type: ${random.pick(["text/plain", "application/octet-stream", "multipart/mixed; boundary=x", "image/jpeg", "text/html", "", "application/xml", "application/x-www-form-urlencoded", "json", "application/json; odata=verbose"])}`,
  ),
  headers: onLine(header, (line, random) =>
    Array.from({ length: times(random, 100) }, (_, index) => `X-${index}: ${index}`)
      .concat(line)
      .join("\n"),
  ),
  "quotes in a header": onLine(header, (line) => line.replace(/: (.*)$/, ": “$1”")),
  status: onLine(status, (line, random) =>
    line.replace(/\d+/, () =>
      random.pick(["99", "600", "000", "1e3", "101", "204", "302", "999", "200 201", "404", "-1", "20", "304"]),
    ),
  ),
  "status in the text": onMatch(/`\d{3}[^`]*`/g, (_, random) =>
    random.pick(["`204 No Content`", "`202 Accepted`", "`302 Found`", "`999`", "``", "`200 OK` or `204`"]),
  ),
  "permission cell": onLine(delegated, (line, random) =>
    line.replace(
      /\|[^|]*\|?$/,
      () =>
        `|${random.pick(["A.R plus B.R", "A.R, B.R plus C.R or D.R ", "A.R and B.R,", "A", ".", "constructor", "Not supported. A.R", "A.R (", "a.b.c ", hostile(random)]).repeat(times(random, 40))}|`,
    ),
  ),
  "permission header": onLine(/^\|\s*Permission type/, (line, random) =>
    random.pick([
      `${line} x|`,
      line.replace("least", "most"),
      "|Permission type|",
      "|a|b|c|d|e|f|",
      line.toUpperCase(),
    ]),
  ),
};

const yaml = [
  "title: *x",
  "a: &a [*a]",
  "title: !!js/function 'x'",
  "title: !!binary x",
  "doc_type: constructor",
  "doc_type: __proto__",
  "doc_type: [a]",
  "title: {a: b}",
  "title: |",
  "? a",
  "__proto__: {a: b}",
  "title: 1",
  "title: null",
  "title: 2001-01-01",
  "<<: *x",
  'title: "a',
  "title: 'a: b",
  "\ttitle: x",
  "doc_type: enumPageType",
  "doc_type: conceptualPageType",
  "doc_type: 7",
  "title: !<tag:yaml.org,2002:set> {a}",
  "---",
  "...",
  "%YAML 9.9",
];
const bomb = [
  "a: &a [x,x,x,x,x,x,x,x,x]",
  ...[..."bcdefghi"].map(
    (name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${"abcdefgh"[index]}`).join(",")}]`,
  ),
].join("\n");

export const frontMatterMutators: Mutators = {
  "front matter": (text, random) => text.replace(/^---\n/, () => `---\n${random.pick(yaml)}\n`),
  "only front matter": (text, random) => text.replace(/^---\n[^]*?\n---\n/, () => `---\n${random.pick(yaml)}\n---\n`),
  "alias bomb": (text) => text.replace(/^---\n/, () => `---\n${bomb}\n`),
  "deep front matter": (text, random) => text.replace(/^---\n/, () => `---\nx: ${"[".repeat(times(random, 3000))}\n`),
  "front matter value": onLine(/^(?:title|doc_type|description|ms\.\w+): /, (line, random) =>
    line.replace(/: .*$/, () => `: ${hostile(random)}`),
  ),
};
