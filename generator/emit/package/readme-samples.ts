/** The operations that the README shows: such as make a call with texts for their path and no more. */
import { key } from "../typescript/encode.js";
import type { FixturePlan, ModulePlan, OperationPlan, TypePlan } from "../../plan/plan.js";
import { resultType } from "../../plan/references.js";

interface Sample {
  readonly module: ModulePlan;
  readonly plan: OperationPlan;
}

export interface Samples {
  /** A read of the resource that most operations are about; what comes nearest to that in a smaller API. */
  readonly one: Sample | undefined;
  readonly list: Sample | undefined;
  /** A list that says it can be counted. */
  readonly counted: Sample | undefined;
  /** A call that sends bytes. */
  readonly bytes: Sample | undefined;
  /** A call that answers with a session, to which a file is sent in pieces. */
  readonly session: Sample | undefined;
  /** A read with an example that is answered with success. */
  readonly answered: (Sample & { readonly fixture: FixturePlan }) | undefined;
}

export function samplesOf(modules: readonly ModulePlan[]): Samples {
  const samples = [...modules]
    .sort((a, b) => b.operations.length - a.operations.length)
    .flatMap((module) => module.operations.map((plan): Sample => ({ module, plan })));
  const reads = samples.filter(({ plan }) => isRead(plan));
  const simple = (among: readonly Sample[]): Sample | undefined => among.find(({ plan }) => isSimple(plan));
  const fixtures = [...reads, ...samples].flatMap((sample) =>
    sample.plan.fixtures.filter(isAnswered).map((fixture) => ({ ...sample, fixture })),
  );
  const lists = samples.filter(({ plan: { operation } }) => operation.result.kind === "list");
  const sessions = sessionTypes(modules);
  const answered = fixtures.find(({ plan }) => isSimple(plan)) ?? fixtures[0];
  return {
    one: answered && isRead(answered.plan) && isSimple(answered.plan) ? answered : (simple(reads) ?? simple(samples)),
    list: simple(lists),
    counted: simple(lists.filter(({ plan: { operation } }) => isCounted(operation))),
    bytes: samples.find(({ plan }) => plan.operation.body?.kind === "binary" && takesTexts(plan)),
    session: simple(samples.filter(({ plan }) => isSession(plan, sessions))),
    answered,
  };
}

function isCounted({ query, headers }: OperationPlan["operation"]): boolean {
  return query.includes("count") && !headers.some(({ requiredWith = [] }) => requiredWith.includes("count"));
}

/** Types with what the runtime's `upload` goes by. */
function sessionTypes(modules: readonly ModulePlan[]): ReadonlySet<string> {
  const types = modules.flatMap((module) => module.types);
  const isOne = ({ properties }: TypePlan): boolean => properties.some(({ name }) => name === "uploadUrl");
  return new Set(types.filter(isOne).map(({ type }) => type.name));
}

function isSession({ operation: { method, result } }: OperationPlan, sessions: ReadonlySet<string>): boolean {
  const type = resultType(result);
  return method === "POST" && type?.kind === "object" && sessions.has(type.name);
}

function isRead({ operation: { method, result, naming } }: OperationPlan): boolean {
  return method === "GET" && result.kind === "object" && !naming.action;
}

/** Whether texts for its path and no more make a call. */
function isSimple(plan: OperationPlan): boolean {
  return plan.operation.body === undefined && takesTexts(plan);
}

/** Whether nothing but a body goes with texts for its path. */
function takesTexts({ operation }: OperationPlan): boolean {
  const texts = new Set(operation.parameters.filter(({ type }) => isTextType(type)).map(({ name }) => name));
  const [first] = operation.routes;
  return (
    !operation.headers.some(({ required }) => required) &&
    first !== undefined &&
    !first.ambiguous &&
    first.sample !== true &&
    first.parameters.every((name) => texts.has(name))
  );
}

function isTextType(type: OperationPlan["operation"]["parameters"][number]["type"]): boolean {
  return type.kind === "scalar" && type.name === "String";
}

function isAnswered({ example: { call, response } }: FixturePlan): boolean {
  return call !== undefined && response?.status === 200;
}

/** `getBook(client, { bookId: "…" })`; `more` are further arguments. */
export function sampleCall(
  { name, operation, where }: OperationPlan,
  client: string,
  ...more: readonly string[]
): string {
  const parameters = operation.routes[0]?.parameters ?? [];
  const values = parameters.map((each) => `${key(each)}: "…"`).join(", ");
  const own = parameters.length > 0 ? `, { ${values} }` : where === undefined ? "" : ", {}";
  return `${name}(${[client + own, ...more].join(", ")})`;
}
