/**
 * What it costs to join a page and to plan and print what it gives must grow as the page does: four times the page, at most about four
 * times the cost. Compared are two runs in one process, by the time that the processor worked; each case would be far above the limit if
 * it were quadratic (16).
 */
import { suite } from "uvu";
import { emitModule } from "../../generator/emit/typescript/emit-module.js";
import { docText } from "../../generator/emit/typescript/doc.js";
import { planPackage } from "../../generator/plan/plan-package.js";
import { findingList } from "../../generator/findings/collect.js";
import { linkApi } from "../../generator/model/link.js";
import { grows } from "../helpers/growth.js";
import { pageOf } from "../read/page-of.js";
import { exchange, operation, resource } from "./api-of.js";

const growth = suite("model/growth");
const options = { name: "parcels", version: "1.0.0", license: "MIT" };

const many = <T>(count: number, each: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => each(i));

const linking = (path: string, textOf: (n: number) => string) => (n: number) => {
  const page = pageOf(textOf(n), path);
  return () => linkApi([page]);
};

const linked: Readonly<Record<string, (n: number) => string>> = {
  "properties that the JSON representation calls by other names": (n) =>
    resource("parcel", {
      properties: many(n, (i) => `|size${i}|String|x|`),
      json: `{${many(n, (i) => `"sise${i}": "String"`).join(",\n")}}`,
    }),
  "properties whose values stand in tables below": (n) =>
    resource("parcel", {
      properties: many(n, (i) => `|size${i}|Enumeration|x|`),
      rest: many(n, (i) => `### size${i} values\n\n|Member|Description|\n|:--|:--|\n|a${i}|x|\n|b|x|`).join("\n\n"),
    }),
  "types of which each has a table of its own": (n) =>
    resource("parcel", {
      properties: ["|first|t0|x|"],
      rest: many(
        n,
        (i) => `### t${i} properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n|p|t${(i + 1) % n}|x|`,
      ).join("\n\n"),
    }),
};

for (const [name, textOf] of Object.entries(linked))
  growth(`${name} are joined in linear time`, () => grows(linking("resources/parcel.md", textOf), 200));

growth("names in an example that no table lists are looked up in linear time", () =>
  grows(
    linking("api/parcel-create.md", (n) =>
      operation({
        request: "POST /parcels",
        body: `|Property|Type|Description|\n|:---|:---|:---|\n${many(n, (i) => `|size${i}|String|x|`).join("\n")}`,
        response: "Returns `204 No Content`.",
        examples: [
          exchange({
            request: `POST /parcels\nContent-Type: application/json\n\n{${many(4 * n, (i) => `"other${i}":1`).join()}}`,
            response: "HTTP/1.1 204 No Content",
          }),
        ],
      }),
    ),
    1_000,
  ),
);

growth("findings that one missing page is the cause of are joined in linear time", () =>
  grows((n) => {
    const findings = findingList();
    const depot = { name: "depot", suggestion: "" };
    for (const line of many(n, (i) => i + 1))
      findings.report("type-unknown", "resources/parcel.md", { line, column: 1 }, `row${line}`, depot);
    return () => findings.sorted([]);
  }, 10_000),
);

growth("a page full of request lines is joined, planned and printed in bounded time", async () => {
  const textOf = (n: number): string =>
    operation({ request: many(n, (i) => `GET /depots${i}/{parcel${i}}`).join("\n") });
  const jobOf = (n: number) => async () => {
    const { modules } = planPackage(linkApi([pageOf(textOf(n), "api/parcel-get.md")]), options);
    for (const module of modules) await emitModule(module);
  };
  await grows(jobOf, 100);
});

const texts: Readonly<Record<string, string>> = {
  "open brackets": "[",
  "images without an end": "![](",
  "links without an end": "[a](",
  "back-ticks": "` `` ",
  "blanks in a link": "[a]( ",
};
for (const [name, part] of Object.entries(texts))
  growth(`a description of ${name} becomes a comment in linear time`, () =>
    grows((n) => {
      const runs = pageOf(`# Tour\n\n${part.repeat(n)}`).description.flatMap((prose) => prose.runs);
      return () => docText(runs, undefined);
    }, 10_000),
  );

growth.run();
