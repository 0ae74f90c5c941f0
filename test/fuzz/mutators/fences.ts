/** Code blocks, and the comments with JSON above them. */
import { hostile } from "./hostile.js";
import { insertLine, onLine, onMatch, times, type Mutators } from "./mutator.js";

const fence = /^\s*(?:```|~~~)/;
const annotation = /<!--[^>]*-->/g;

export const fenceMutators: Mutators = {
  "drop fence": onLine(fence, () => ""),
  "double fence": onLine(fence, (line) => `${line}\n${line}`),
  "other fence": onLine(fence, (line, random) =>
    line.replace(/```|~~~/, random.pick(["````", "~~~", "``", "```` ", "    ```", "> ```", "```\t"])),
  ),
  "other language": onLine(
    fence,
    (line, random) =>
      `${line.slice(0, 3)}${random.pick(["", "json", "http", "text", "msgraph-interactive", "constructor", "csharp", hostile(random)])}`,
  ),
  "stray fences": (text, random) =>
    insertLine(text, random, Array.from({ length: times(random, 300) }, () => "```http\nGET /x").join("\n")),
  "drop annotation": onMatch(annotation, () => ""),
  "unclosed comment": onMatch(/-->/g, (_, random) => random.pick(["", "--", "->", "--!>"])),
  "many comments": (text, random) => insertLine(text, random, "<!-- {\n".repeat(times(random, 800))),
  "comment within comment": onMatch(annotation, (match) => `<!-- ${match} -->`),
  "annotation key": onMatch(
    /"(?:blockType|@odata\.type|name|baseType|isCollection|truncated|keyProperty)"/g,
    (match, random) => random.pick(['"__proto__"', '"constructor"', '"blockType"', match.toUpperCase(), "{", '""']),
  ),
  "annotation value": onMatch(/(?<=<!--[^>]{0,200}:\s*)"[^"\n]*"/g, (_, random) =>
    random.pick([
      "null",
      "1",
      "[]",
      "{}",
      '["a", "b"]',
      '"constructor"',
      '"Collection("',
      JSON.stringify(hostile(random)),
    ]),
  ),
};
