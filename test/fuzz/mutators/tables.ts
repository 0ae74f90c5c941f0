/** Tables: pipes, delimiter rows, cells, and what stands in the columns that count. */
import { hostile, names } from "./hostile.js";
import { onLine, times, type Mutators } from "./mutator.js";

const row = /^\s*\|.*\|/;
const delimiterRow = /^\s*\|?\s*:?-+:?\s*\|/;
const hostileTypes = [
  "Collection(",
  "Collection()",
  "Collection(Collection(String))",
  "String collection collection collection",
  "[w!](w.md) collection",
  "[a](a.md) or [b](b.md)",
  "microsoft.graph.",
  "a.b.c.d.e",
  "Int64",
  "Edm.Int32",
  "Dictionary<String,Object>",
  "String[]",
  "enum",
  "constructor",
  "[](x.md)",
  "[String](../resources/nowhere.md#a)",
  "`String` (`a`, `b`)",
  "((((String))))",
];

/** Replaces one cell of a row. */
function cell(line: string, at: number, text: string): string {
  const cells = line.split("|");
  if (cells.length < 3) return line;
  cells[1 + (at % (cells.length - 2))] = text;
  return cells.join("|");
}

export const tableMutators: Mutators = {
  "drop pipe": onLine(row, (line, random) => {
    const cells = line.split("|");
    const at = random.int(1, cells.length - 1);
    return [...cells.slice(0, at - 1), `${cells[at - 1]}${cells[at]}`, ...cells.slice(at + 1)].join("|");
  }),
  "add pipe": onLine(row, (line, random) => {
    const at = random.int(0, line.length);
    return line.slice(0, at) + random.pick(["|", "||", "\\|", "`|`", "| |"]) + line.slice(at);
  }),
  "delimiter row": onLine(delimiterRow, (_, random) =>
    random.pick(["|:", "|-", "|:-:", "|", "-", "|:--", ":", " :", "|-|"]).repeat(times(random, 400)),
  ),
  "drop delimiter row": onLine(delimiterRow, () => ""),
  "hostile cell": onLine(row, (line, random) => cell(line, random.int(0, 9), hostile(random))),
  "empty cell": onLine(row, (line, random) => cell(line, random.int(0, 9), "")),
  "long cell": onLine(row, (line, random) =>
    cell(
      line,
      random.int(0, 9),
      random.pick(["word ", "`a`, ", "[a](b.md) ", "a.b,", "<br>", "**a ", "x"]).repeat(times(random, 8000)),
    ),
  ),
  "name cell": onLine(row, (line, random) => cell(line, 0, random.pick(names))),
  "type cell": onLine(row, (line, random) => cell(line, 1, random.pick(hostileTypes))),
  "many values": onLine(row, (line, random) =>
    cell(
      line,
      2,
      `Possible values are: ${Array.from({ length: times(random, 500) }, (_, index) => `\`v${index % 40}\``).join(", ")}.`,
    ),
  ),
  "many rows": onLine(row, (line, random) =>
    Array.from({ length: times(random, 400) }, (_, index) => cell(line, 0, `name${index}`)).join("\n"),
  ),
  "swap columns": onLine(row, (line) => {
    const [first = "", second = "", third = "", ...rest] = line.split("|");
    return [first, third, second, ...rest].join("|");
  }),
  "column name": onLine(/^\s*\|.*(?:Property|Parameter|Name|Type|Member|Value|Description|Header)/, (line, random) =>
    cell(
      line,
      random.int(0, 2),
      random.pick(["Type", "Value", "Property", "Description", "Required", "", "constructor"]),
    ),
  ),
};
