/** How a set of docs is written: what a new page takes over from those that are there. */
import { posix } from "node:path";
import { dialectNamed } from "../dialect/settings.js";
import type { DialectSettings } from "../dialect/dialect.js";
import { houseOf } from "../guide/guide.js";
import type { House } from "../guide/subject.js";
import type { Api, ObjectType } from "../model/api.js";
import type { Page } from "../read/page.js";
import type { Reading } from "../result.js";
import { isAbsolute } from "../shared/odata/url.js";

export interface Habits {
  readonly house: House;
  /** Types begin with a capital letter. */
  readonly capitalTypes: boolean;
  /** Where pages of a kind lie, relative to the docs folder. */
  folderOf(kind: "operation" | "resource" | "enum"): string;
  /** Without regard to letter case. */
  typeNamed(name: string): ObjectType | undefined;
  /** The page that describes the type or enumeration. */
  pageOfType(name: string): string | undefined;
  /** Paths of the calls that pages on a type document, the shortest first, without the base. */
  targetsOf(type: string): readonly string[];
}

type Chosen = string | DialectSettings | undefined;

/** Of docs that have pages; `chosen`, where the dialect is set. */
export function habitsOf({ pages, api }: Pick<Reading, "pages" | "api">, chosen: Chosen): Habits {
  const house = houseOf(dialectNamed(chosen ?? api.dialect));
  const base = api.baseUrl ?? house.baseUrl;
  const absolute = pages.flatMap(({ requests }) => requests).filter(({ target }) => isAbsolute(target)).length;
  const relative = pages.flatMap(({ requests }) => requests).length - absolute;
  const types = new Map(api.types.map((type) => [shortName(type.name).toLowerCase(), type]));
  const capitals = api.types.filter(({ name }) => /^[A-Z]/.test(shortName(name))).length;
  const hasLists = api.operations.some(({ result }) => result.kind === "list");
  return {
    house: {
      ...house,
      namespace:
        house.namespace === ""
          ? ""
          : (mostFrequent(pages.flatMap(({ namespace }) => namespace ?? [])) ?? house.namespace),
      baseUrl: base,
      requestBase: (absolute + relative === 0 ? house.requestBase !== "" : absolute > relative) ? base : "",
      permissions: house.permissions || namesPermissions(pages),
      items: house.name === "graph" ? house.items : (api.envelope?.items ?? (hasLists ? "" : house.items)),
    },
    capitalTypes: capitals > api.types.length / 2,
    folderOf: (kind) => folderOf(pages, kind, house),
    typeNamed: (name) => types.get(name.toLowerCase()),
    pageOfType: (name) =>
      [...api.types, ...api.enums].find((type) => shortName(type.name).toLowerCase() === name.toLowerCase())?.pages[0],
    targetsOf: (type) => targetsOf(api, type),
  };
}

/** Of docs that have none yet. */
export function habitsOfNone(chosen: Chosen): Habits {
  const house = houseOf(dialectNamed(chosen));
  return {
    house,
    capitalTypes: false,
    folderOf: (kind) => folderOf([], kind, house),
    typeNamed: () => undefined,
    pageOfType: () => undefined,
    targetsOf: () => [],
  };
}

function namesPermissions(pages: readonly Page[]): boolean {
  const operations = pages.filter(({ kind }) => kind === "operation");
  return operations.filter(({ permissions }) => permissions.length > 0).length > operations.length / 2;
}

function folderOf(pages: readonly Page[], kind: Page["kind"], { name }: House): string {
  const used = mostFrequent(pages.filter((page) => page.kind === kind).map(({ path }) => posix.dirname(path)));
  if (used !== undefined) return used === "." ? "" : used;
  return name === "graph" ? (kind === "operation" ? "api" : "resources") : "";
}

/** Of pages whose file is called after the type, or after a verb and the type. */
function targetsOf({ operations }: Api, type: string): readonly string[] {
  const word = type.toLowerCase();
  const about = operations.filter(({ id }) => id.toLowerCase().split(/[-_]/).includes(word));
  const targets = about.flatMap(({ routes }) => routes.filter(({ sample }) => !sample).map(({ template }) => template));
  return [...new Set(targets.map((target) => target.split(/[?(]/, 1)[0] ?? ""))].sort((a, b) => a.length - b.length);
}

function shortName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function mostFrequent(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
