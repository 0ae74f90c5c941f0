/** Examples without any word of HTTP: JSON below `Sample request`, and a status on a line of its own above JSON. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pageOf } from "./page-of.js";

const samples = suite("read/sample requests");

const json = (value: unknown): string => `\`\`\`json\n${JSON.stringify(value)}\n\`\`\``;

function create(lines: string, ...examples: readonly string[]): string {
  return ["# Create a ship", "## HTTP request", `\`\`\`http\n${lines}\n\`\`\``, "## Examples", ...examples].join(
    "\n\n",
  );
}

function example(name: string, status: number, id: number): string {
  return [
    `### Create the ${name}`,
    "#### Sample request",
    json({ name }),
    "#### Sample response",
    `**Status code:** ${String(status)}`,
    json({ id }),
  ].join("\n\n");
}

samples("on a page with one request, the JSON of each sample is what that call sends and answers", () => {
  const { examples, findings } = pageOf(create("POST /ships", example("Vega", 201, 7), example("Altair", 202, 8)));
  const shown = examples.map(({ request, response }) => [request.url, request.body, response?.status, response?.body]);
  const bodies = shown.map((all) => all.map((one) => (typeof one === "object" && "value" in one ? one.value : one)));
  assert.equal(bodies, [
    ["/ships", { name: "Vega" }, 201, { id: 7 }],
    ["/ships", { name: "Altair" }, 202, { id: 8 }],
  ]);
  assert.equal(
    findings.filter(({ rule }) => ["unread-fence", "status-line"].includes(rule)),
    [],
  );
});

samples("of several requests, nothing tells which one sends it", () => {
  const { examples, findings } = pageOf(create("POST /ships\nPUT /ships/{shipId}", example("Vega", 201, 7)));
  assert.equal(examples, []);
  assert.ok(findings.some(({ rule }) => rule === "unread-fence"));
});

samples("an answer without such a line lacks its status line", () => {
  const text = create("POST /ships", example("Vega", 201, 7)).replace("**Status code:** 201", "Done.");
  assert.ok(pageOf(text).findings.some(({ rule }) => rule === "status-line"));
});

samples.run();
