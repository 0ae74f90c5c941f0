/** The page at the root of the server: the operations, each with a request to copy. Text of the docs is text there, and nothing runs. */
import type { MockModel } from "../emit/mock/mock-data.js";
import { escaped } from "../shared/html.js";
import { unicodeEscape, INVISIBLE } from "../shared/invisible.js";
import { own } from "../shared/own.js";
import { splitUrl } from "../shared/odata/url.js";

type Operation = MockModel["data"]["operations"][number];

const longestBody = 4000;

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
pre{background:#8881;padding:.6rem;overflow:auto}summary{cursor:pointer}summary b{display:inline-block;min-width:4.5rem}
summary span{opacity:.7}:root{color-scheme:light dark}`;

/** `origin` is where whoever looks at it has the server. */
export function indexPage(model: MockModel, origin: string): string {
  const base = origin + basePath(model.data.baseUrl);
  const { operations } = model.data;
  const entries = operations.map((operation) => entry(operation, model, base));
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Mock of the documented API</title><style>${style}</style>
<h1>Mock of the documented API</h1>
<p>${operations.length} operations below <code>${html(base)}</code>. Each answers with its documented examples; <code>Prefer: example=…</code> or <code>Prefer: code=…</code> chooses among them.</p>
${entries.join("\n")}
</html>
`;
}

function entry(operation: Operation, { fixtures }: MockModel, base: string): string {
  const { method, routes, title, page, line, examples, id } = operation;
  const [route = "/"] = routes;
  const names =
    examples.length > 1 ? `<p>Examples: ${examples.map((name) => `<code>${html(name)}</code>`).join(", ")}</p>` : "";
  const request = exampleOf(operation, own(fixtures, operation.from ?? ""))?.request;
  const path = request === undefined ? route : pathOf(request.url);
  return `<details id="${html(id)}"><summary><b>${html(method)}</b><code>${html(route)}</code> <span>${html(title)}, ${html(page)}:${line}</span></summary>
<pre>${html(curl(request?.method ?? method, base + path, request))}</pre>${names}</details>`;
}

function exampleOf({ examples }: Operation, all: MockModel["fixtures"][string] | undefined): Exchange | undefined {
  const found = examples.flatMap((name) => (all && own(all, name)) ?? []);
  return found.find(({ response }) => (response.status ?? 0) < 400) ?? found[0];
}

type Exchange = MockModel["fixtures"][string][string];

/** The documented request as a command for a shell. */
function curl(method: string, url: string, request: Exchange["request"] | undefined): string {
  const { headers = {}, body, text } = request ?? {};
  const content = body === undefined ? text : JSON.stringify(body);
  const lines = Object.entries(headers).filter(([name]) => !/^(?:authorization|content-length|host)$/i.test(name));
  const typed = lines.some(([name]) => /^content-type$/i.test(name));
  return [
    // Braces and brackets of an address are no pattern.
    `curl -g -X ${method} ${quoted(url)}`,
    ...lines.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body !== undefined && !typed ? [`-H 'Content-Type: application/json'`] : []),
    ...(content === undefined
      ? []
      : [content.length > longestBody ? "--data-binary @body" : `--data-raw ${quoted(content)}`]),
  ].join(" \\\n  ");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function html(text: string): string {
  return escaped(text).replace(INVISIBLE, (sign) => (sign === "\n" ? sign : unicodeEscape(sign)));
}

function pathOf(url: string): string {
  const { path, query } = splitUrl(url.trim());
  return query === undefined ? path : `${path}?${query}`;
}

/** The path of the documented base address, which requests here may have as well. */
function basePath(baseUrl: string | undefined): string {
  const { version } = splitUrl(baseUrl ?? "");
  return version === "" ? "" : `/${version}`;
}
