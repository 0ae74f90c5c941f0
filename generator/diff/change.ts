/** What a comparison finds. Plain data: `docwright diff --json` prints it as it is. */
import type { RuleId } from "./rules/rules.js";
import type { Direction, SectionId, Step } from "./terms.js";

export type { Direction, SectionId, Step };

/** On a page, relative to the root of the docs; 1-based. */
export interface ChangePlace {
  readonly page: string;
  readonly line: number;
}

/** Documented names of what changed. */
export interface Subject {
  /** Id of the operation. */
  readonly operation?: string;
  /** Qualified. */
  readonly type?: string;
  readonly property?: string;
  readonly route?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly option?: string;
  readonly value?: string;
  readonly account?: string;
  readonly permission?: string;
  readonly scenario?: string;
  readonly example?: string;
}

export interface Change {
  readonly rule: RuleId;
  readonly step: Step;
  readonly section: SectionId;
  readonly direction?: Direction;
  /** The subject in short: `user.mail`, `message-get where.messageId`. */
  readonly symbol: string;
  readonly subject: Subject;
  /** Names in the package, the module first where one is concerned. */
  readonly typescript: readonly string[];
  readonly module?: string;
  readonly old?: unknown;
  readonly new?: unknown;
  /** What that means for a program, in one line. */
  readonly reason: string;
  readonly mend?: string;
  readonly oldPlace?: ChangePlace;
  readonly newPlace?: ChangePlace;
  /** Set where a line of the file of acknowledged breaks covers it. */
  readonly acknowledged?: { readonly as: "fix" | "expected"; readonly reason: string };
}

/** What a house decides for itself. */
export interface Policy {
  readonly newValues: Step;
  readonly access: Step;
  readonly paging: Step;
  /** Nothing is promised: no step is graver than minor. What breaks programs is listed as that all the same. */
  readonly isBeta?: boolean;
}

export interface Comparison {
  readonly schema: 1;
  /** The worst of all changes; "none" without any. */
  readonly step: Step | "none";
  readonly counts: Readonly<Record<SectionId, number>>;
  readonly changes: readonly Change[];
  /** Set where both sides are docs: pages whose text differs. What of that is not among the changes has no effect on the package. */
  readonly pages?: readonly ChangedPage[];
}

export interface ChangedPage {
  readonly page: string;
  /** How many of the changes stand there; 0: nothing of it has an effect. */
  readonly changes: number;
}
