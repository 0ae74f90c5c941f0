/** Words that pages of strangers may hold anywhere. */
import fc from "fast-check";
import type { Random } from "../random.js";

/** What planted code would set: no module of a generated package ever has it as code. */
export const marker = "docwrightFuzzMarker";

/** Each would run if it became code. */
export const injections: readonly string[] = [
  `*/ globalThis.${marker} = 1 //`,
  `*/globalThis.${marker}=1/*`,
  `"; globalThis.${marker} = 1; "`,
  `'; globalThis.${marker} = 1; '`,
  `"] = globalThis.${marker} = 1, x["`,
  `\${globalThis.${marker} = 1}`,
  `\` + (globalThis.${marker} = 1) + \``,
  `{@link x} */ globalThis.${marker} = 1`,
  `</script><script>globalThis.${marker}=1</script>`,
  `"; import("data:text/javascript,globalThis.${marker}=1"); "`,
  `}; globalThis.${marker} = 1; {`,
  `\\"; globalThis.${marker} = 1; //`,
  `\u2028globalThis.${marker} = 1\u2028`,
  `\nglobalThis.${marker} = 1\n`,
  `\\u002a/ globalThis.${marker} = 1`,
  `[Symbol.for(globalThis.${marker} = 1)]`,
  `(globalThis.${marker}=1)`,
  `\n::set-output name=${marker}::1\n`,
  `\u001b]0;${marker}\u0007\u001b[2J`,
  `\r::error::${marker}`,
  `##[command]${marker}`,
  `[click](javascript:${marker}())`,
];

const prototypeNames = ["constructor", "__proto__", "toString", "valueOf", "hasOwnProperty", "prototype", "then"];
const reservedWords = ["class", "default", "await", "enum", "null", "undefined", "never", "string", "any", "arguments"];
const ownNames = ["runtime", "testing", "index", "client", "Client", "List", "call", "verify", "Operation", "test"];
const globals = ["Array", "Promise", "Record", "Object", "Error", "globalThis", "Symbol", "Example", "Fixture"];
const devices = ["con", "nul", "aux", "com1", "node_modules", ".git"];
const paths = ["../x", "../../etc/passwd", "/abs", "a/b", "..", ".", "C:\\x", "~"];
const odd = [
  "",
  "1st",
  "2",
  "-",
  "_",
  "$",
  "a-b",
  "a b",
  "a.b",
  "a@b",
  "é",
  "日本",
  "𝒳",
  "ß",
  "İ",
  "a'b",
  "a&b",
  "a?b",
];

/** Names that collide with something, are none, or are not short. */
export const names: readonly string[] = [
  ...prototypeNames,
  ...reservedWords,
  ...ownNames,
  ...globals,
  ...devices,
  ...paths,
  ...odd,
  "x".repeat(300),
  "veryLong".repeat(200),
];

/** Single characters that end lines, vanish, turn the direction, or are half of one. */
export const characters: readonly string[] = [
  ..."\u0000\u0007\u0008\u001b\u007f\u0085\u009b\u00a0\u00ad\u061c\u200b\u200d\u200e\u202e\u2028\u2029\u202f\u2066",
  ..."\ufeff\ufffd\ufffe\u0301\u3000\u180e\r\t\f\v",
  ..."“”‘’«»–—…‐′″",
  "\ud800",
  "\udc00",
  "\u{e0041}\u{e007f}",
  "👩‍👩‍👧‍👦",
  "e" + "\u0301".repeat(40),
];

/** What Markdown, HTML, URLs and TypeScript give a meaning. */
export const punctuation: readonly string[] = [
  ..."`*_[](){}<>|\\!#&%?:;,.=+-~^$@'\"/",
  "&amp;",
  "&#0;",
  "\\|",
  "<br>",
  "//<br>",
];

/** Any of the above, or a text of fast-check's. */
export function hostile(random: Random): string {
  const kind = random.int(0, 4);
  if (kind === 0) return random.pick(injections);
  if (kind === 1) return random.pick(names);
  if (kind === 2) return random.pick(characters);
  if (kind === 3) return random.pick(punctuation);
  return random.value(fc.string({ unit: "binary", maxLength: 30 }));
}
