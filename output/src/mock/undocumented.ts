/** Answers for which the docs have no example. */
import type { Asked } from "./asked.js";
import type { MockOperation } from "./data.js";
import type { Outcome, Workshop } from "./workshop.js";
import { withAt } from "./members.js";
import { envelopeOf } from "./pages.js";
import { placeOf } from "./problem.js";
import { readAddress } from "../testing/address.js";

const bytes = "docwright";

/** As little as the docs promise: an empty object or list, under the documented status. */
export function undocumented(
  operation: MockOperation,
  code: number | undefined,
  asked: Asked,
  { monitors }: Pick<Workshop, "monitors">,
  warnings: readonly string[],
): Outcome {
  const status = code ?? operation.statuses[0] ?? 200;
  const headers = new Headers();
  if (status === 202) {
    const path = `/__docwright/work/${encodeURIComponent(operation.id)}`;
    monitors.start(readAddress(path).segments);
    headers.set("Location", asked.base + path);
  }
  const content = isEmpty(status) ? undefined : contentOf(operation, asked);
  if (content !== undefined) headers.set("Content-Type", content.type);
  const told = `The docs show no answer with status ${status} for this request (${placeOf(operation)}).`;
  return {
    response: new Response(content?.text ?? null, { status, headers }),
    operation,
    warnings: [...warnings, told],
  };
}

function isEmpty(status: number): boolean {
  return status === 204 || status === 205 || (status >= 300 && status < 400);
}

function contentOf(
  operation: MockOperation,
  { base, path }: Asked,
): { readonly text: string; readonly type: string } | undefined {
  const json = (value: unknown): { readonly text: string; readonly type: string } => ({
    text: JSON.stringify(value),
    type: "application/json",
  });
  switch (operation.result) {
    case "object":
    case "wrapped":
      return json({});
    case "value":
      return json({ value: null });
    case "list":
      return json(withAt({}, envelopeOf(operation).items, []));
    case "delta":
      return json({ value: [], "@odata.deltaLink": `${base}${path}?$deltatoken=docwright` });
    case "text":
      return { text: "", type: "text/plain" };
    case "stream":
      return { text: bytes, type: "application/octet-stream" };
    default:
      return undefined;
  }
}

const content = /^\/__docwright\/content\/([^/]+)$/;

/** What a documented redirect leads to, which lies outside of the API: the documented bytes, or some. */
export async function redirected({ method, path }: Asked, { api, examples }: Workshop): Promise<Outcome | undefined> {
  const id = content.exec(path)?.[1];
  if (id === undefined || !/^(?:GET|HEAD)$/.test(method)) return undefined;
  const operation = api.operations.find((each) => encodeURIComponent(each.id) === id);
  if (operation === undefined) return undefined;
  const shown = (await examples.of(operation)).find(({ fixture }) => fixture.response.status === 200);
  const { body, text } = shown?.fixture.response ?? {};
  const headers = { "Content-Type": "application/octet-stream" };
  return {
    response: new Response(body === undefined ? (text ?? bytes) : JSON.stringify(body), { headers }),
    operation,
    warnings: [],
  };
}
