/**
 * The mock that ships in generated packages, run by docwright itself: as it stands in development, compiled beside this code else. What is
 * declared here is what is used of it; a test compares.
 */
import { extname } from "node:path";
import type { MockModel } from "../emit/mock/mock-data.js";

export interface Core {
  createMock(api: CoreApi, options: CoreOptions): CoreMock;
}

export interface CoreMock {
  readonly respond: (request: Request) => Promise<Response>;
}

type CoreApi = MockModel["data"] & {
  readonly fixtures: Readonly<Record<string, () => Promise<MockModel["fixtures"][string]>>>;
  readonly shapes: () => Promise<MockModel["shapes"]>;
};

export interface CoreOptions {
  readonly check?: "refuse" | "warn";
  readonly auth?: boolean;
  readonly state?: boolean;
  readonly pageSize?: number;
  readonly faults?: readonly string[];
  readonly latency?: readonly [from: number, to: number];
  readonly seed?: number;
  readonly log?: (entry: LogEntry) => void;
}

/** A request and what it was answered with. */
export interface LogEntry {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly operation?: string;
  readonly example?: string;
  readonly page?: string;
  readonly line?: number;
  readonly warnings: readonly string[];
  readonly milliseconds: number;
}

export async function loadCore(): Promise<Core> {
  const path = extname(import.meta.url) === ".ts" ? "../../templates/mock/index.ts" : "../templates/mock/index.js";
  const core: Core = await import(new URL(path, import.meta.url).href);
  return core;
}

/** A mock that answers with what is in `model`. */
export function mockOf({ createMock }: Core, { data, shapes, fixtures }: MockModel, options: CoreOptions): CoreMock {
  const loaders = Object.entries(fixtures).map(([id, own]) => [id, async () => own] as const);
  return createMock({ ...data, fixtures: Object.fromEntries(loaders), shapes: async () => shapes }, options);
}
