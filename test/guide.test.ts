/** The guide says what the reader does: its words are accepted, its pages read without findings, its slips give the rules that it names. */
import { readFileSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { columnWords } from "../generator/dialect/column-words.js";
import { SECTION_KINDS } from "../generator/dialect/section-names.js";
import { dialects } from "../generator/dialect/settings.js";
import { grammar } from "../generator/guide/grammar.js";
import { guideOn, headingsOf, houseOf, wholeGuide } from "../generator/guide/guide.js";
import { notationsOf } from "../generator/guide/notation.js";
import { samplePages } from "../generator/guide/sample.js";
import { textOf } from "../generator/guide/skeleton.js";
import { maySayRequest, sectionKindOf } from "../generator/read/blocks/section-kinds.js";
import { apiOf } from "./model/api-of.js";
import { docwright } from "./helpers/run.js";

const guide = suite("guide");

/** The shortest text that a notation allows; each `<name>` is `name`. */
function shortestOf(notation: string): string {
  let text = notation.replaceAll("…", "").replaceAll("<name>", "pace");
  for (let next = withoutInnermost(text); next !== text; next = withoutInnermost(text)) text = next;
  return text.replace(/ +/g, " ").trim();
}

function withoutInnermost(text: string): string {
  return text.replace(/\[[^[\]()]*\]/g, "").replace(/\(([^[\]()|]*)\|?[^[\]()]*\)/g, "$1");
}

guide("a regular expression becomes words that a writer can read", () => {
  assert.equal(notationsOf(/^(?:http )?requests?\W*$|\bcalls?\b|^ur[il] of [\w.]+/i), [
    "[http ]request[s]",
    "… call[s] …",
    "ur(i|l) of <name> …",
  ]);
  assert.equal(notationsOf(/^[2-5]\d\d(?: [A-Z][\w' -]*)?/), ["211[ <name>] …"]);
  assert.is(shortestOf("(json|xml) [request ](body|payload)[s] …"), "json body");
});

guide("the reader accepts every heading and column that the guide lists", () => {
  for (const dialect of dialects.values()) {
    for (const kind of SECTION_KINDS) {
      const shortest = headingsOf(kind, dialect).map(shortestOf);
      assert.ok(shortest.length > 0, kind);
      assert.equal(
        shortest.filter((words) => sectionKindOf(words) !== kind && !(kind === "request" && maySayRequest(words))),
        // "Request" alone heads an example or the call, by what stands below it
        [],
        kind,
      );
    }
  }
  const refused = Object.entries(columnWords).flatMap(([column, words]) =>
    notationsOf(words).flatMap((one) => (words.test(shortestOf(one)) ? [] : [`${column}: ${one}`])),
  );
  assert.equal(refused, []);
});

for (const dialect of dialects.values()) {
  const pages = Object.values(samplePages(houseOf(dialect)));
  const texts = Object.fromEntries(pages.map(({ path, parts }) => [path, textOf(parts)]));
  const rulesOf = (texts: Readonly<Record<string, string>>): string[] => apiOf(texts).findings.map(({ rule }) => rule);
  // plain REST docs need not name permissions: that is told once
  const allowed = dialect.permissions === "perhaps" ? ["convention"] : [];

  guide(`the pages in the dialect ${dialect.name} read without findings`, () => {
    const api = apiOf(texts);
    assert.is(api.dialect, dialect.name);
    assert.equal(rulesOf(texts), allowed);
    assert.equal([api.operations.length, api.types.length, api.enums.length], [2, 1, 1]);
  });

  guide(`each slip in the dialect ${dialect.name} gives the rule that the guide names`, () => {
    const slips = pages.flatMap(({ path, parts }) =>
      parts.flatMap((part) =>
        grammar[part.id].slips
          .filter(({ from }) => part.text.includes(from))
          .map(({ rule, from, to }) => {
            const wrong = parts.map((each) =>
              each === part ? { ...part, text: part.text.replace(from, () => to) } : each,
            );
            return { rule, part: part.id, found: rulesOf({ ...texts, [path]: textOf(wrong) }) };
          }),
      ),
    );
    assert.ok(slips.length > 10);
    assert.equal(
      slips.filter(({ rule, found }) => !found.includes(rule)),
      [],
    );
  });
}

guide("every part that must be there has a slip, and every slip is shown on some page", () => {
  const texts = [...dialects.values()].flatMap((one) =>
    Object.values(samplePages(houseOf(one))).flatMap(({ parts }) => parts),
  );
  for (const [id, { required, slips }] of Object.entries(grammar)) {
    assert.ok(!required.startsWith("yes") || slips.length > 0, id);
    for (const { from } of slips)
      assert.ok(
        texts.some((part) => part.id === id && part.text.includes(from)),
        `${id}: ${from}`,
      );
  }
});

guide("the words of a configured dialect are among the headings, before all others", () => {
  const [graph] = dialects.values();
  assert.ok(graph);
  const own = { ...graph, headings: { request: ["Wire format"] } };
  assert.match(guideOn("operation", own), "- Headings: `Wire format`, `(http[s]|rest) request[s] …`");
});

guide(
  "the command lists topics, shows a chapter in the dialect that is asked for, and knows what was meant",
  async () => {
    assert.match((await docwright(".", "guide")).output, /^operation +The page of an operation/m);
    const graph = await docwright(".", "guide", "operation", "--dialect", "graph");
    assert.match(graph.output, "Namespace: microsoft.graph");
    const plain = await docwright(".", "guide", "operation", "--dialect", "plain");
    assert.match(plain.output, "## Endpoint");
    assert.not.match(plain.output, "Namespace");
    assert.match((await docwright(".", "guide", "types")).output, "|Int32|`int32`, `int`, `integer`|");
    const unknown = await docwright(".", "guide", "resourse");
    assert.is(unknown.code, 3);
    assert.match(unknown.errors, "Did you mean resource?");
  },
);

guide("GUIDE.md is what the guide says: docwright guide all > generator/guide/GUIDE.md", () => {
  assert.is(readFileSync("generator/guide/GUIDE.md", "utf8"), wholeGuide([...dialects.values()]));
});

guide.run();
