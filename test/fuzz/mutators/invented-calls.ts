/** Routes of invented operations, and what is sent over them. */
import { hostile } from "./hostile.js";
import { json, noun, one, property, several } from "./invented-parts.js";
import type { Random } from "../random.js";

const argumentValues = [
  "'{a}'",
  "{b}",
  "<c>",
  "'D7'",
  "7",
  "microsoft.graph.kind'{d}'",
  "@p",
  "[1,2]",
  "null",
  "'it''s'",
];

export function segment(random: Random): string {
  const name = noun(random);
  const argument = (): string => `${property(random)}=${random.pick(argumentValues)}`;
  return random.pick([
    `/${name}s`,
    `/${name}s/{id}`,
    `/${name}s/{${name}-id}`,
    `/${name}s({id})`,
    `/${name}s('{id}')`,
    `/${name}s(${argument()})`,
    `/microsoft.graph.${name}`,
    `/get${name}(${several(random, 3, argument).join(",")})`,
    `/{id | userPrincipalName}`,
    `/root:/{path}:`,
    `/${random.pick(["$ref", "$value", "$count", "me"])}`,
    `/{a}-{b}`,
    `/${hostile(random).replace(/\s/g, "")}`,
  ]);
}

const pair = (random: Random): string =>
  random.pick([
    "$select=id",
    "$top=5",
    "$filter=startswith(id,'a&b')",
    "$expand=owner($select=id)",
    "$orderby=id desc,count",
    "$count=true",
    "select=id",
    `${property(random)}={a}`,
    `${property(random)}='{b}'`,
    `${property(random)}=x y`,
    `${property(random)}`,
    `${property(random)}=`,
    `${property(random)}=${hostile(random).replace(/\s/g, "")}`,
  ]);

export function query(random: Random): string {
  const pairs = random.chance(0.3) ? several(random, 3, () => pair(random)) : [];
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

const values = [
  "a1",
  "87d349ed-44d7-43e1-9a83-5f2406dee5bd",
  "a%20b",
  "a b",
  "a'b",
  "{id}",
  "<id>",
  "a@b.c",
  "..",
  "é",
  "a+b",
  "a/b",
  "1,2",
  "%",
];

/** A route as an example would show it. */
export function shown(random: Random, route: string): string {
  const filled = route.replace(/\{[^{}]*\}|<[^<>]*>/g, (match) => one(random, [...values, match]));
  const own = random.chance(0.2) ? filled.split("?", 1)[0] + query(random) : filled;
  return (
    random.pick(["https://graph.microsoft.com/v1.0", "https://graph.microsoft.com/beta", "", "https://x.example/api"]) +
    own
  );
}

const headers = [
  "Content-Type: application/json",
  "Content-type: text/plain",
  "Content-Type: image/png",
  "Authorization: Bearer {token}",
  'If-Match: W/"1"',
  "Prefer: return=minimal",
  "ConsistencyLevel: eventual",
  "Accept: application/xml",
  "Location: https://graph.microsoft.com/v1.0/jobs/1",
  "Location: /jobs('a')",
  "Retry-After: 10",
  "Content-Length: 3",
  "X-Odd: “a” – b",
];

export function message(random: Random, first: string, own: readonly string[]): string {
  const body = random.chance(0.3)
    ? random.pick(["", "plain text", "<xml/>", "{", "[1,", '"text"', "null", "12", hostile(random)])
    : JSON.stringify(json(random, own), null, random.pick([0, 2]));
  const lines = [
    first,
    ...several(random, 3, () => one(random, headers, () => `${hostile(random)}: ${hostile(random)}`)),
  ];
  return `${lines.join("\n")}\n\n${body}`;
}

export function fence(random: Random, text: string, language: string): string {
  return `\`\`\`${one(random, [language, ""])}\n${text}\n\`\`\`\n`;
}

export function annotation(random: Random, type: string, name: string): string {
  if (random.chance(0.3)) return "";
  const of = noun(random);
  const more = random.pick([
    {},
    { "@odata.type": `microsoft.graph.${of}` },
    { "@odata.type": `Collection(microsoft.graph.${of})` },
    { "@odata.type": `#${of}`, isCollection: true, truncated: true },
    { name: hostile(random) },
  ]);
  return `<!-- ${JSON.stringify({ blockType: type, name, ...more }, null, random.pick([0, 2]))} -->\n`;
}
