/**
 * Whole pages that nobody wrote: of the parts that pages have, each in one of its spellings, right or nearly so. Mutations of real pages seldom
 * get so far that a page still describes a call, and an odd one.
 */
import { hostile, names } from "./hostile.js";
import { annotation, fence, message, query, segment, shown } from "./invented-calls.js";
import {
  descriptions,
  json,
  noun,
  one,
  plain,
  property,
  scalars,
  several,
  table,
  typeTable,
} from "./invented-parts.js";
import type { Mutators } from "./mutator.js";
import type { Random } from "../random.js";

const methods = ["GET", "GET", "POST", "PATCH", "PUT", "DELETE"];
const statuses = [
  "200 OK",
  "201 Created",
  "202 Accepted",
  "204 No Content",
  "302 Found",
  "206 Partial Content",
  "404 Not Found",
  "207",
];

function answerSentence(random: Random): string {
  const link = `[${noun(random)}](../resources/${noun(random)}.md)`;
  return random.pick([
    `If successful, this method returns a \`${random.pick(statuses)}\` response code and a ${link} object in the response body.`,
    `If successful, this method returns a \`200 OK\` response code and a collection of ${link} objects in the response body.`,
    `If successful, this function returns a \`200 OK\` response code and a ${random.pick(scalars)} in the response body.`,
    `If successful, this function returns \`200\` and a ${random.pick(scalars)} collection in the response body.`,
    "If successful, this method returns `204 No Content`. It returns nothing in the response body.",
    "If successful, this method returns a `302 Found` response that redirects to the content of the file.",
    "If successful, returns the bytes of the file.",
    `A ${link}, or \`404\`.`,
    hostile(random),
  ]);
}

function example(random: Random, method: string, route: string, own: readonly string[], index: number): string {
  const name = one(random, [`call_${index}`, "call", ...names]);
  const first = `${one(random, [method, method, method, ...methods])} ${shown(random, route)}${random.pick(["", "", " HTTP/1.1"])}`;
  const request = random.chance(0.4) ? first : message(random, first, own);
  const response = message(random, `HTTP/1.1 ${one(random, statuses)}`, own);
  const level = random.pick(["##", "###", "####"]);
  return [
    `${level} ${one(random, ["Request", `Request ${index}`, "**Request**"])}\n\n`,
    annotation(random, "request", name) + fence(random, request, random.pick(["http", "msgraph-interactive", "json"])),
    `\n${level} ${one(random, ["Response", `Response ${index}`])}\n\n`,
    random.chance(0.9) ? annotation(random, "response", name) + fence(random, response, "http") : "",
  ].join("");
}

function operationPage(random: Random): string {
  const method = random.pick(methods);
  const own = several(random, 6, () => property(random));
  const route = (): string =>
    one(random, ["/", ""], () => "") +
    Array.from({ length: random.int(1, 4) }, () => segment(random)).join("") +
    query(random);
  const routes = Array.from({ length: random.int(1, 4) }, route).map((each) => each.replace(/^\/\//, "/"));
  const lines = routes.map((each) => `${random.chance(0.95) ? method : random.pick(methods)} ${each}`);
  const sections = [
    `# ${one(random, ["Get", "List", "Create", "Update", "Delete"])} ${noun(random)}${random.pick(["", "s", ": do", " (preview)"])}\n\n${random.pick(["Namespace: microsoft.graph\n\n", "Namespace: microsoft.graph.a.b\n\n", ""])}Does it.\n`,
    `## Permissions\n\n${table(
      random,
      ["Permission type", "Permissions (from least to most privileged)"],
      [
        ["Delegated (work or school account)", one(random, ["A.Read", "A.Read, B.Read plus C.Read", "Not supported."])],
        ["Application", "A.Read"],
      ],
    )}\n`,
    `## HTTP request\n\n${annotation(random, "ignored", "")}${fence(random, lines.join("\n"), "http")}`,
    `## Request headers\n\n${table(
      random,
      ["Name", "Description"],
      [
        ["Authorization", "Bearer {token}. Required."],
        [one(random, ["If-Match", "Prefer", "x-a b"]), one(random, descriptions)],
      ],
    )}\n`,
    `## ${one(random, ["Function parameters", "Query parameters", "Path parameters"])}\n\n${typeTable(random, [...own, "id", "a"])}\n`,
    `## Request body\n\n${random.pick(["Do not supply a request body for this method.", "In the request body, supply a JSON representation of the parameters.", `Supply a JSON representation of a [${noun(random)}](../resources/${noun(random)}.md) object.`])}\n\n${typeTable(random, own)}\n`,
    `## Response\n\n${answerSentence(random)}\n`,
    `## ${one(random, ["Example", "Examples"])}\n\n${routes.map((each, index) => example(random, method, each, own, index)).join("\n")}`,
  ].filter(() => random.chance(0.9));
  return `---\ntitle: "x"\ndoc_type: ${one(random, ["apiPageType", "resourcePageType"])}\n---\n\n${sections.join("\n")}`;
}

function resourcePage(random: Random): string {
  const own = Array.from({ length: random.int(1, 9) }, () => property(random));
  const name = noun(random);
  const sections = [
    `# ${name} ${one(random, ["resource type", "complex type", "enum type", "resource"])}\n\n${random.pick(["Namespace: microsoft.graph\n\n", ""])}A thing. ${random.pick(["", "Inherits from [entity](entity.md).", `Base type of [${noun(random)}](${noun(random)}.md).`])}\n`,
    `## Methods\n\n${table(random, ["Method", "Return type", "Description"], [["[Get](../api/x-get.md)", `[${name}](${name}.md)`, "Gets."]])}\n`,
    `## ${one(random, ["Properties", "Members", "Fields"])}\n\n${
      random.chance(0.8)
        ? typeTable(random, own)
        : table(
            random,
            ["Member", "Value", "Description"],
            own.map((each, index) => [each, String(index), "x"]),
          )
    }\n`,
    `## Relationships\n\n${
      random.chance(0.5)
        ? "None."
        : typeTable(
            random,
            several(random, 3, () => property(random)),
          )
    }\n`,
    `## JSON representation\n\n${annotation(random, "resource", name)}${fence(random, JSON.stringify(json(random, own), null, 2).replace(/"b c"|"a"/g, '"String"'), "json")}`,
  ].filter(() => random.chance(0.9));
  return `---\ntitle: "x"\ndoc_type: ${one(random, ["resourcePageType", "enumPageType", "apiPageType"])}\n---\n\n${sections.join("\n")}`;
}

export const inventedMutators: Mutators = {
  "invented operation": (_, random) => operationPage(random),
  "invented operation behind the page": (text, random) =>
    `${text}\n${operationPage(random).replace(/^---[^]*?---\n/, "")}`,
  "invented type": (_, random) => resourcePage(random),
  "invented example": (text, random) =>
    `${text}\n## Example\n\n${example(random, random.pick(methods), segment(random), plain, 1)}`,
};
