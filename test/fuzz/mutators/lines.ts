/** Lines: what an editor, a merge or a broken upload does to a page. */
import { changeLine, times, type Mutators } from "./mutator.js";

/** A page ends where its writer, or a broken upload, left off. */
export const lineMutators: Mutators = {
  "delete lines"(text, random) {
    const lines = text.split("\n");
    lines.splice(random.int(0, lines.length - 1), times(random, 30));
    return lines.join("\n");
  },
  "repeat lines"(text, random) {
    const lines = text.split("\n");
    const from = random.int(0, lines.length - 1);
    const piece = lines.slice(from, from + random.int(1, 8));
    const copies = Array.from({ length: times(random, 200) }, () => piece).flat();
    return [...lines.slice(0, from), ...copies, ...lines.slice(from)].join("\n");
  },
  "swap lines"(text, random) {
    const lines = text.split("\n");
    const [a, b] = [random.int(0, lines.length - 1), random.int(0, lines.length - 1)];
    [lines[a], lines[b]] = [lines[b] ?? "", lines[a] ?? ""];
    return lines.join("\n");
  },
  "move lines"(text, random) {
    const lines = text.split("\n");
    const moved = lines.splice(random.int(0, lines.length - 1), random.int(1, 30));
    lines.splice(random.int(0, lines.length), 0, ...moved);
    return lines.join("\n");
  },
  "join lines": (text, random) => {
    const lines = text.split("\n");
    const from = random.int(0, lines.length - 1);
    const joined = lines.splice(from, random.int(2, 12)).join(random.pick(["", " ", "\\"]));
    lines.splice(from, 0, joined);
    return lines.join("\n");
  },
  "cut line": (text, random) => changeLine(text, random, /./, (line) => line.slice(0, random.int(0, line.length))),
  "cut page": (text, random) => text.slice(0, random.int(0, text.length)),
  "cut beginning": (text, random) => text.slice(random.int(0, text.length)),
  "splice pages"(text, random, others) {
    const other = random.pick(others);
    return text.slice(0, random.int(0, text.length)) + other.slice(random.int(0, other.length));
  },
  "append page": (text, random, others) => `${text}\n${random.pick(others)}`,
  "section of another page"(text, random, others) {
    const sections = random.pick(others).split(/^(?=##? )/m);
    const own = text.split(/^(?=##? )/m);
    own.splice(random.int(0, own.length), 0, random.pick(sections));
    return own.join("");
  },
  "swap characters"(text, random) {
    const at = random.int(0, text.length);
    return text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2);
  },
  "line ends": (text, random) => text.replaceAll("\n", random.pick(["\r\n", "\r", "\n\n"])),
  "no empty lines": (text) => text.replace(/\n\n+/g, "\n"),
};
