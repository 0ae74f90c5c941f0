/** What a row of the table of changes says. */
import type { SectionId, Step } from "../terms.js";

/**
 * What happens to a program. none: nothing. red: it compiles no more. sent: it compiles, and sends something else. run: it compiles, and
 * goes wrong. tests: only mocks, snapshots and `satisfies` notice. rare: only contrived code notices, which does not count. value: exhaustive
 * code meets a value it does not know. refused: the service answers 403.
 */
export type Effect = "none" | "red" | "sent" | "run" | "tests" | "rare" | "value" | "refused";

/** The same for each direction of use, or one for each: of what is used both ways the worse counts. */
export type StepByUse = Step | { readonly read: Step; readonly written: Step };

export type Area =
  | "operations"
  | "routes"
  | "options"
  | "body"
  | "properties"
  | "types"
  | "enumerations"
  | "results"
  | "permissions"
  | "examples"
  | "package"
  | "words";

export interface Rule {
  readonly area: Area;
  /** The change, as a heading has it. */
  readonly what: string;
  /** Programs that send it. */
  readonly callers: Effect;
  /** Programs that read it. */
  readonly readers: Effect;
  readonly step: StepByUse;
  /** The rule of the way back. */
  readonly mirror: string;
  /** One line; `{old}`, `{new}`, `{name}` and the like are filled in. */
  readonly reason: string;
  /** What a user does about it. */
  readonly mend?: string;
  /** Where it is listed, where the step does not say it. */
  readonly section?: SectionId;
  /** What a house decides about it: its setting gives the step. */
  readonly decidedBy?: "newValues" | "access" | "paging";
}

type More = Pick<Rule, "mend" | "section" | "decidedBy">;
type Row = readonly [
  what: string,
  effect: readonly [callers: Effect, readers: Effect],
  step: StepByUse,
  mirror: string,
  reason: string,
  more?: More,
];

/** The rows of one area. */
export function rulesOf<const Id extends string>(
  area: Area,
  rows: Readonly<Record<Id, Row>>,
): Readonly<Record<Id, Rule>> {
  const entries = Object.entries<Row>(rows).map(([id, [what, [callers, readers], step, mirror, reason, more]]) => [
    id,
    { area, what, callers, readers, step, mirror, reason, ...more },
  ]);
  return Object.fromEntries(entries);
}
