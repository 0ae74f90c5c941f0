/** The tables of permissions as they stand on the pages: each once in the document, however many of its calls the page describes. */
import type { PublishedOperation } from "../../model/published.js";
import { createNamePool } from "../../plan/name-pool.js";
import type { Call } from "./claims.js";
import type { Reference } from "./document.js";
import { NO_COMPONENT_NAME } from "./known.js";
import { tablesOf } from "./security.js";

export interface PermissionTables {
  /** What a call says of these pages: a table where it is the only one that they describe, else references to the components. */
  of(operations: readonly PublishedOperation[]): readonly unknown[];
  /** By name. */
  readonly components: Readonly<Record<string, unknown>>;
}

const MEMBER = "x-docwright-permissions";

/** `calls` are all those of the document. */
export function permissionTables(calls: readonly Call[]): PermissionTables {
  const times = new Map<PublishedOperation, number>();
  for (const { operation } of calls.flatMap(({ claims }) => claims))
    times.set(operation, (times.get(operation) ?? 0) + 1);
  const pool = createNamePool();
  const components = new Map<string, unknown>();
  const said = new Map<PublishedOperation, readonly unknown[]>();
  for (const [operation, count] of times) {
    const tables = located(operation);
    said.set(operation, count === 1 ? tables : tables.map((table) => referTo(table, operation.id)));
  }

  function referTo(table: unknown, id: string): Reference {
    const name = pool.take(id.replace(NO_COMPONENT_NAME, "_") || "_");
    components.set(name, table);
    return { $ref: `#/components/${MEMBER}/${name}` };
  }

  return {
    of: (operations) => operations.flatMap((operation) => said.get(operation) ?? []),
    components: Object.fromEntries(components),
  };
}

function located(operation: PublishedOperation): readonly unknown[] {
  const { page, line } = operation;
  return tablesOf(operation).map((table) => ({ page, line, ...table }));
}
