/** The answer that the docs show for a request, or what they say is wrong with it. */
import { answerOf, homeOf, isForeign, rewriterOf, withoutOrigin } from "./answer.js";
import { addressWith } from "./asked.js";
import type { Asked } from "./asked.js";
import { check } from "./check.js";
import type { Choice, Wanted } from "./examples.js";
import { addressText, nameOf } from "./examples.js";
import { readPageQuery } from "./pages.js";
import type { PageQuery } from "./pages.js";
import { placeOf } from "./problem.js";
import type { Match } from "./route.js";
import { shaped } from "./shape.js";
import { undocumented } from "./undocumented.js";
import type { Outcome, Workshop } from "./workshop.js";
import { readAddress } from "../testing/address.js";

/** `matches`: the operations of the request's method and path. Undefined where the docs have nothing to say. */
export async function documentedAnswer(
  asked: Asked,
  matches: readonly Match[],
  workshop: Workshop,
): Promise<Outcome | undefined> {
  const [first] = matches;
  if (first === undefined) return undefined;
  const page = readPageQuery(asked.pairs, first.operation, workshop.options.pageSize);
  const wanted = wantedOf(asked, page);
  const chosen = await workshop.examples.choose(matches, wanted);
  const own = matches.filter(({ operation }) => operation.method === wanted.method);
  const verdict = chosen?.sameRequest ? free : await judge(asked, page, own, chosen, workshop);
  if (verdict.refusal !== undefined) return verdict.refusal;
  const { kept } = verdict;
  const choice =
    kept.length === 0 || kept.length === own.length ? chosen : await workshop.examples.choose(kept, wanted);
  const asksForOther = unmet(choice, wanted);
  if (asksForOther === "name") return noSuchExample(wanted.name ?? "", matches, workshop);
  if (asksForOther === "code" && (wanted.code ?? 0) >= 400) return undefined;
  const operation = (kept[0] ?? own[0])?.operation;
  // Of another method of the page, only what it shows is known.
  if (operation === undefined && !choice?.sameAddress) return undefined;
  if (choice === undefined || asksForOther === "code" || isUnaskedError(choice, wanted))
    return undocumented(operation ?? first.operation, wanted.code, asked, workshop, verdict.warnings);
  const current = workshop.store === undefined ? choice : await workshop.store.answer(choice, asked);
  if (current === undefined) return gone(choice, verdict.warnings);
  const shown = await workshop.examples.of(choice.example.operation);
  const further = page.further || shown.some(({ next }) => next === addressText(wanted));
  return { ...answer(current, { ...page, further }, asked, workshop), warnings: verdict.warnings };
}

function gone({ example: { operation } }: Choice, warnings: readonly string[]): Outcome {
  return { problem: { status: 404, message: "It was deleted." }, operation, warnings };
}

interface Judgement {
  readonly refusal?: Outcome;
  readonly warnings: readonly string[];
  /** The operations that take such a request, where not all do. */
  readonly kept: readonly Match[];
}

const free: Judgement = { warnings: [], kept: [] };

function wantedOf(asked: Asked, { pairs }: PageQuery): Wanted {
  const { method, headers, body, prefer } = asked;
  const code = Number(prefer.get("code"));
  const { path, query } = addressWith(asked, pairs);
  return {
    method,
    path,
    query,
    headers,
    body,
    name: prefer.get("example"),
    ...(code > 0 && { code }),
  };
}

/** Several operations may have one path and method: what one of them takes is no mistake. */
async function judge(
  asked: Asked,
  { pairs }: PageQuery,
  matches: readonly Match[],
  chosen: Choice | undefined,
  { api, options }: Workshop,
): Promise<Judgement> {
  const mode = options.check ?? "refuse";
  if (mode === "off" || asked.prefer.has("example") || asked.prefer.has("code")) return free;
  const sent = { pairs, headers: asked.headers, text: asked.text };
  const verdicts = await Promise.all(
    matches.map(async (match) => ({ match, ...(await check(sent, match.operation, api.shapes)) })),
  );
  const allowed = verdicts.filter(({ mistakes }) => mistakes.length === 0);
  // Of several pages the one is meant that has the options which the request uses, unless another shows this very address.
  const least = chosen?.sameAddress ? Infinity : Math.min(...allowed.map(({ warnings }) => warnings.length));
  const fitting = allowed.filter(({ warnings }) => warnings.length <= least);
  const [good] = fitting;
  if (good !== undefined) return { warnings: good.warnings, kept: fitting.map(({ match }) => match) };
  const own = verdicts.find(({ match }) => match.operation === chosen?.example.operation) ?? verdicts[0];
  if (own === undefined) return free;
  const { operation } = own.match;
  if (mode === "warn") return { warnings: [...own.mistakes, ...own.warnings], kept: [] };
  const message = `${own.mistakes.join(" ")} See ${placeOf(operation)}.`;
  return {
    refusal: { problem: { status: own.status, message }, operation, warnings: own.warnings },
    warnings: [],
    kept: [],
  };
}

/** What of the header `Prefer` no example has. */
function unmet(choice: Choice | undefined, { name, code }: Wanted): "name" | "code" | undefined {
  if (name !== undefined && (choice === undefined || nameOf(choice.example) !== name)) return "name";
  return code !== undefined && choice?.example.fixture.response.status !== code ? "code" : undefined;
}

/** Nobody gets an error by chance. */
function isUnaskedError({ example, sameAddress }: Choice, { name, code }: Wanted): boolean {
  return example.fixture.response.status >= 400 && !sameAddress && name === undefined && code === undefined;
}

async function noSuchExample(name: string, matches: readonly Match[], { examples }: Workshop): Promise<Outcome> {
  const known = (await Promise.all(matches.map(({ operation }) => examples.of(operation)))).flat().map(nameOf);
  const message = `The docs have no example ${name} of this request; they have ${known.join(", ") || "none"}.`;
  return { problem: { status: 404, message }, operation: matches[0]?.operation, warnings: [] };
}

function answer(choice: Choice, page: PageQuery, asked: Asked, workshop: Workshop): Omit<Outcome, "warnings"> {
  const { example } = choice;
  const { api } = workshop;
  const rewrite = rewriterOf({ base: asked.base, documented: api.baseUrl }, example.fixture.request.url);
  const { ignored, ...change } = shaped(choice, page, asked, workshop, rewrite);
  const location = locationOf(choice, asked, workshop, rewrite);
  const headers = { ...change.headers, ...location };
  return {
    response: answerOf(example, { ...change, rewrite, headers }),
    operation: example.operation,
    example: nameOf(example),
    ignored,
  };
}

const leading = /^(?:location|operation-location|azure-asyncoperation)$/i;

/** Where an answer sends its caller: to this mock, whatever the docs show. */
function locationOf(
  { example: { operation, fixture } }: Choice,
  asked: Asked,
  { router, monitors }: Workshop,
  rewrite: (text: string) => string,
): Readonly<Record<string, string>> {
  const { status, headers } = fixture.response;
  const [name, written] = Object.entries(headers).find(([each]) => leading.test(each)) ?? [];
  if (name === undefined || written === undefined) return {};
  const address = rewrite(written.trim());
  const foreign = isForeign(address, asked.base);
  if (status >= 300 && status < 400)
    return foreign ? { [name]: `${asked.base}/__docwright/content/${encodeURIComponent(operation.id)}` } : {};
  const led = foreign ? homeOf(asked.base) + withoutOrigin(address) : address;
  if (status === 202) {
    const { segments } = readAddress(led.startsWith(asked.base) ? led.slice(asked.base.length) : led);
    if (!router.find(segments).some((match) => match.operation.method === "GET")) monitors.start(segments);
  }
  return { [name]: led };
}
