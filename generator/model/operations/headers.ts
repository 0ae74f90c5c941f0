/** Headers of an operation. */
import type { HttpRequest, Page } from "../../read/page.js";
import type { Evidence, Header, Words } from "../api.js";
import { settleFlag, type Settled } from "../claims.js";
import { saidBy } from "../said.js";
import { optionsIn } from "../../shared/odata/options.js";
import { requiredClaims } from "../types/row-claims.js";

const HEADER_NAME = /^[A-Za-z][A-Za-z\d-]*$/;
const OWN_HEADERS = new Set(["authorization", "content-type", "content-length", "accept", "host"]);

/** Documented request headers, and those that only examples send, in order; without the ones a client sets by itself. */
export function headersOf(
  page: Page,
  requests: readonly HttpRequest[],
): { readonly headers: readonly Header[]; readonly evidence: readonly Evidence[] } {
  const headers = new Map<string, Header & Settled<boolean>>();
  const add = (written: string, description: Words, settled: Settled<boolean>, asked: readonly string[] = []): void => {
    const name = written.replace(/^_|_$/g, "").split(/[:\s]/, 1)[0] ?? "";
    if (HEADER_NAME.test(name) && !OWN_HEADERS.has(name.toLowerCase()) && !headers.has(name.toLowerCase()))
      headers.set(name.toLowerCase(), {
        name,
        required: settled.value,
        description,
        ...settled,
        ...withOptions(asked),
      });
  };
  for (const row of (page.headers?.tables ?? []).flatMap((table) => table.rows)) {
    const description = row.description ? saidBy([row.description], page) : [];
    const asked = row.says?.requiredWith?.filter((option) => !isSentWithout(row.name.text, option, requests));
    add(row.name.text, description, settleFlag(requiredClaims(row, page)), asked);
  }
  const about = { about: "optional", says: false, from: "example", because: "only an example sends it" } as const;
  for (const request of requests) {
    const sent = settleFlag([{ ...about, page: page.path, place: request.place }]);
    for (const [name] of request.headers) add(name, [], sent);
  }
  const all = [...headers.values()];
  return {
    headers: all.map(({ name, required, requiredWith, description }) => {
      return { name, required, ...(requiredWith && { requiredWith }), description };
    }),
    evidence: all.flatMap(({ name, evidence }) => evidence.map((each) => ({ of: `header.${name}`, ...each }))),
  };
}

function withOptions(asked: readonly string[]): Pick<Header, "requiredWith"> {
  return asked.length > 0 ? { requiredWith: asked } : {};
}

/** Whether an example uses the option without the header. */
function isSentWithout(header: string, option: string, requests: readonly HttpRequest[]): boolean {
  return requests.some(
    ({ url, headers }) =>
      optionsIn(url).includes(option) && !headers.some(([name]) => name.toLowerCase() === header.toLowerCase()),
  );
}
