/**
 * What a process that joins the same pages again and again, as they change, knows from the last time: only what has changed since is joined
 * anew. What comes of it is the same as without.
 */
import type { Page } from "../read/page.js";
import { Remembered } from "../shared/remembered.js";
import { Keeper } from "../shared/same.js";
import type { EnumType, ObjectType, Operation } from "./api.js";
import { examplesOf } from "./examples/examples.js";
import { observedContext, observedDocs, observedTypes, type Known } from "./observed.js";
import type { OperationDraft } from "./operations/draft.js";
import type { Exchange } from "./operations/exchanges.js";
import { operationsOf, type OperationContext } from "./operations/operation.js";
import type { Docs } from "./types/docs.js";
import { readPart, type CompletedPart } from "./types/resource.js";
import type { TypeOnPage } from "./types/type-pages.js";
import type { Reference } from "./operations/permissions.js";

/** An operation, and what its examples are compared with beside it. */
export interface Contracted extends Known {
  readonly operation: Operation;
}

/**
 * The steps of the linker whose outcome may be known. The first group gives what it is given; what is as it was the last time is the same
 * object again, by which it is quickly compared, and what is made of it found.
 */
export interface Memory {
  pages(all: readonly Page[]): readonly Page[];
  enums(all: readonly EnumType[]): readonly EnumType[];
  types(all: readonly ObjectType[]): readonly ObjectType[];
  finished(all: readonly ObjectType[]): readonly ObjectType[];
  operations(all: readonly Operation[]): readonly Operation[];
  reference(one: Reference): Reference;

  /** `readPart` of the same part of a page. */
  readPart(part: TypeOnPage, docs: Docs): CompletedPart;
  /** `operationsOf` of the same page. */
  operationsOf(page: Page, context: OperationContext): readonly OperationDraft[];
  /** The operation with `examplesOf` its exchanges. */
  withExamples(exchanges: readonly Exchange[], context: Contracted): Operation;
}

/** Of a process that joins pages but once. */
export const noMemory: Memory = {
  pages: (all) => all,
  enums: (all) => all,
  types: (all) => all,
  finished: (all) => all,
  operations: (all) => all,
  reference: (one) => one,
  readPart,
  operationsOf,
  withExamples: (exchanges, { operation, docs, types }) => exampled(operation, exchanges, docs, types),
};

export function linkMemory(): Memory {
  const pages = new Keeper<Page>(({ path, title }) => `${path}:${title.place.line}`);
  const enums = new Keeper<EnumType>(({ name }) => name);
  const types = new Keeper<ObjectType>(({ name }) => name);
  const finished = new Keeper<ObjectType>(({ name }) => name);
  const operations = new Keeper<Operation>(({ id }) => id);
  const reference = new Keeper<Reference>(() => "");
  const parts = new Remembered<TypeOnPage, Pick<Known, "docs">, CompletedPart>();
  const drafts = new Remembered<Page, OperationContext, readonly OperationDraft[]>();
  const examples = new Remembered<readonly Exchange[], Contracted, Operation>();
  return {
    pages: (all) => pages.kept(all),
    enums: (all) => enums.kept(all),
    types: (all) => types.kept(all),
    finished: (all) => finished.kept(all),
    operations: (all) => operations.kept(all),
    reference: (one) => reference.kept([one])[0] ?? one,
    readPart: (part, docs) => parts.of(part, { docs }, (trace) => readPart(part, observedDocs(trace, docs))),
    operationsOf: (page, context) =>
      drafts.of(page, context, (trace) => operationsOf(page, observedContext(trace, context))),
    withExamples: (exchanges, context) =>
      examples.of(exchanges, context, (trace) =>
        exampled(
          trace.ask(contract, undefined, ""),
          exchanges,
          observedDocs(trace, context.docs),
          observedTypes(trace, context.types),
        ),
      ),
  };
}

const contract = ({ operation }: Contracted): Operation => operation;

function exampled(
  operation: Operation,
  exchanges: readonly Exchange[],
  docs: Known["docs"],
  types: Known["types"],
): Operation {
  return { ...operation, examples: examplesOf(operation, exchanges, docs, types) };
}
