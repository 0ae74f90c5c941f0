/** Characters, code that would run if it could, and nesting. */
import { characters, hostile, injections, punctuation } from "./hostile.js";
import { insertAt, insertLine, onLine, onMatch, times, type Mutators } from "./mutator.js";

const words = /[A-Za-z]{3,}/g;

export const textMutators: Mutators = {
  "odd character": (text, random) => insertAt(text, random, random.pick(characters)),
  "odd character in a word": onMatch(words, (match, random) => insertAt(match, random, random.pick(characters))),
  "odd characters": (text, random) => insertAt(text, random, random.pick(characters).repeat(times(random, 2000))),
  "curly quotes": (text) => text.replaceAll('"', "”").replaceAll("'", "’"),
  spaces: (text, random) => text.replaceAll(" ", random.pick(["\u00a0", "\u202f", "\u3000", "\t", "  "])),
  "byte order mark": (text) => `\ufeff${text}`,
  punctuation: (text, random) => insertAt(text, random, random.pick(punctuation)),
  "much punctuation": (text, random) =>
    insertAt(
      text,
      random,
      random.pick([...punctuation, "[[", "![", "](", "**_", "<a ", "&#x", "\\\\", "(("]).repeat(times(random, 4000)),
    ),
  "hostile word": onMatch(words, (_, random) => hostile(random)),
};

/** Puts what would run where pages say what ends up in code: in comments, in strings, as names. */
export const injectionMutators: Mutators = {
  injection: (text, random) => insertAt(text, random, random.pick(injections)),
  "injection for a word": onMatch(words, (_, random) => random.pick(injections)),
  "injection in a heading": onLine(/^#/, (line, random) => `${line} ${random.pick(injections)}`),
  "injection in quotes": onMatch(/"[^"\n]*"/g, (_, random) => `"${random.pick(injections).replaceAll("\n", "")}"`),
  "injection in code": onMatch(/`[^`\n]+`/g, (_, random) => `\`${random.pick(injections)}\``),
  "injection in a cell": onLine(/^\|[^:-]/, (line, random) =>
    line.replace(/\|?\s*$/, () => ` ${random.pick(injections).replaceAll("\n", "")}|`),
  ),
  "injection in a sentence": onLine(/^[A-Z].*\.$/, (line, random) => `${line} ${random.pick(injections)}`),
  "injection in JSON": onLine(/^\s*"[^"]*"\s*:/, (line, random) =>
    line.replace(/[^"]*(?="\s*:)/, () => JSON.stringify(random.pick(injections)).slice(1, -1)),
  ),
};

export const nestingMutators: Mutators = {
  quote: (text, random) => nest(text, random.int(1, 20), "> ".repeat(times(random, 200))),
  list: (text, random) => nest(text, random.int(1, 20), `${"  ".repeat(times(random, 100))}- `),
  indent: (text, random) => nest(text, random.int(1, 20), " ".repeat(random.int(1, 8))),
  "deep list": (text, random) =>
    insertLine(
      text,
      random,
      Array.from({ length: times(random, 150) }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n"),
    ),
  "deep quote": (text, random) => insertLine(text, random, `${">".repeat(times(random, 3000))} a`),
  "deep emphasis": (text, random) =>
    insertLine(text, random, random.pick(["*a", "**a", "_a ", "[", "![a](", "<b>", "`"]).repeat(times(random, 3000))),
  tab: (text, random) =>
    insertLine(
      text,
      random,
      Array.from(
        { length: times(random, 200) },
        (_, index) => `# [HTTP](#tab/${random.pick(["http", "csharp", "constructor", String(index)])})`,
      ).join("\n"),
    ),
  "tab end": (text, random) => insertLine(text, random, "---"),
  include: (text, random) => insertLine(text, random, `[!INCLUDE [x](${random.pick(includes)})]`),
  "many includes": (text, random) =>
    insertLine(text, random, `[!INCLUDE [x](${random.pick(includes)})]\n`.repeat(times(random, 400))),
  "include line": (text, random) => insertLine(text, random, "[!INCLUDE [".repeat(times(random, 1500))),
  "heading level": onLine(/^#/, (line, random) => `${"#".repeat(random.int(1, 7))} ${line.replace(/^#+\s*/, "")}`),
  html: (text, random) =>
    insertLine(
      text,
      random,
      random.pick(["<table>", "<details>", "<!--", "<![CDATA[", "<?", "<script>", "<div\n"]).repeat(times(random, 500)),
    ),
  definition: (text, random) => insertLine(text, random, "[a]: <b> 'c'\n".repeat(times(random, 300))),
};

const includes = [
  "../../../../../../../etc/hostname",
  "%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/hostname",
  "~/../../etc/hostname",
  "/etc/hostname",
  "../../../../../../../dev/zero",
  "../includes/nowhere.md",
  "../includes/permissions-reference.md",
  "./",
  "..",
  "%",
  "\\..\\x.md",
  "file:///etc/hostname",
];

function nest(text: string, count: number, before: string): string {
  const lines = text.split("\n");
  const from = Math.floor((lines.length * (count % 7)) / 7);
  return lines.map((line, index) => (index >= from && index < from + count * 3 ? before + line : line)).join("\n");
}
