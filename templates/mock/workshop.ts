/** What the parts of a mock share. */
import type { MockApi, MockOperation } from "./data.js";
import type { Examples } from "./examples.js";
import type { Faults } from "./faults.js";
import type { Monitors } from "./monitors.js";
import type { MockOptions } from "./options.js";
import type { Problem } from "./problem.js";
import type { Router } from "./route.js";
import type { Store } from "./store.js";
import type { Uploads } from "./uploads.js";

/** What a mock has at hand. */
export interface Workshop {
  readonly api: MockApi;
  readonly options: MockOptions;
  readonly router: Router;
  readonly examples: Examples;
  readonly monitors: Monitors;
  readonly uploads: Uploads;
  /** Where what was written is remembered. */
  readonly store?: Store;
  readonly faults: Faults;
  readonly wait: () => Promise<void>;
  readonly now: () => number;
}

export interface Outcome {
  readonly response?: Response;
  readonly problem?: Problem;
  readonly operation?: MockOperation | undefined;
  /** Its name. */
  readonly example?: string;
  readonly warnings: readonly string[];
  /** Options that the answer does not go by. */
  readonly ignored?: readonly string[];
}
