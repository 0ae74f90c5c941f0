/**
 * Decisions with what they rest on. Whoever finds something out about a property, a parameter or a type makes a claim; `settle` decides
 * between all that were made about one question, and is the only one that does. So a decision always knows its reasons, and what spoke
 * against it.
 */
import type { About, Evidence, Source } from "./api.js";
import { compareText } from "../shared/names.js";

/**
 * The order of evidence: of two sources that say different things about a question, the one that stands first is right.
 *
 * - `key`: what follows from being the key of a type. `annotation`: the JSON in the comment above a code block.
 * - `column`: a cell of its own, `Required`. `cell`: the type cell. `words`: what a description or a sentence says.
 * - `json`: the JSON representation. `request`: a request line. `example`: what a documented call sends or gets.
 *   What an example goes without is not required, whatever else is said.
 * - `page`: what another page says of the same property. `convention`: what such APIs do where nobody says anything.
 */
const order: Readonly<Record<About, readonly Source[]>> = {
  type: ["cell", "page", "json", "example", "convention"],
  relationship: ["cell"],
  nullable: ["key", "annotation", "words", "cell", "json", "example", "page", "convention"],
  "read-only": ["words", "page"],
  required: ["key", "example", "column", "words", "request", "annotation", "page", "convention"],
  optional: [],
  "required to create": ["column", "words"],
  key: ["annotation", "words"],
  base: ["words", "annotation", "page", "cell", "convention"],
  "left out": ["example", "words", "page"],
};

/** What was decided; `evidence` begins with the claim that won and ends with those that are against it. */
export interface Settled<T> {
  readonly value: T;
  readonly evidence: readonly Evidence<T>[];
}

/**
 * Decides between claims about one question. Of claims from one source the one that most of them make counts, then the one that comes first
 * in the alphabet: neither the order of claims nor the names of pages may decide. Undefined where nobody claims anything.
 */
export function settle<T>(claims: readonly Evidence<T>[]): Settled<T> | undefined {
  const least = Math.min(...claims.map(rankOf));
  const told = claims.map((claim) => ({ claim, text: JSON.stringify(claim.says) }));
  const best = told.filter(({ claim }) => rankOf(claim) === least);
  const votes = (text: string): number => best.filter((one) => one.text === text).length;
  const [winner] = best.toSorted((a, b) => votes(b.text) - votes(a.text) || compareText(a.text, b.text));
  if (!winner) return undefined;
  const others = told.filter((one) => one !== winner);
  const agreeing = others.filter(({ text }) => text === winner.text);
  const against = others.filter(({ text }) => text !== winner.text);
  return {
    value: winner.claim.says,
    evidence: [
      ...[winner, ...agreeing].map(({ claim: { against: _before, ...claim } }) => claim),
      ...against.map(({ claim }) => ({ ...claim, against: true as const })),
    ],
  };
}

function rankOf({ about, from }: Evidence): number {
  const rank = order[about === "optional" ? "required" : about].indexOf(from);
  if (rank < 0) throw new Error(`no place in the order of evidence for ${about} from ${from}`);
  return rank;
}

/** A yes or no; no where nobody claims anything. */
export function settleFlag(claims: readonly Evidence<boolean>[]): Settled<boolean> {
  return settle(claims) ?? { value: false, evidence: [] };
}

/** The claims of a yes or no that were made so far. */
export function claimsAbout(
  evidence: readonly Evidence[],
  ...questions: readonly About[]
): readonly Evidence<boolean>[] {
  return evidence.filter(
    (one): one is Evidence<boolean> => typeof one.says === "boolean" && questions.includes(one.about),
  );
}

/** What was decided once a further claim is made, and the evidence with it: that about other questions stays in its place. */
export function withClaim(
  evidence: readonly Evidence[],
  claim: Evidence<boolean>,
): { readonly value: boolean; readonly all: readonly Evidence[] } {
  const isRequired = claim.about === "required" || claim.about === "optional";
  const earlier = claimsAbout(evidence, ...(isRequired ? (["required", "optional"] as const) : [claim.about]));
  const settled = settleFlag([...earlier, claim]);
  const known = new Set<Evidence>(earlier);
  const rest = evidence.filter((one) => !known.has(one));
  const at = earlier[0] === undefined ? rest.length : evidence.indexOf(earlier[0]);
  return { value: settled.value, all: rest.toSpliced(at, 0, ...settled.evidence) };
}

/** The claim that an example's null makes. */
export function nullShown(page: string, place: Evidence["place"]): Evidence<boolean> {
  return { about: "nullable", says: true, from: "example", because: "null in an example", page, place };
}
