/**
 * What all pages say together, as what is made of one page asks for it: through a trace (`shared/remembered.ts`), so that it need not be made
 * again while the answers stay the same.
 */
import type { Report } from "../findings/collect.js";
import type { Finding } from "../findings/rules.js";
import type { Link, Page } from "../read/page.js";
import type { Trace } from "../shared/remembered.js";
import { suggesting, type Suggest } from "../shared/suggest.js";
import type { ObjectType } from "./api.js";
import type { OperationContext } from "./operations/operation.js";
import type { ByName, Docs } from "./types/docs.js";
import type { NamedType } from "./types/type-index.js";
import type { TypeTable } from "./types/type-table.js";

/** What is asked while a page of a type is read. */
interface WithDocs {
  readonly docs: Docs;
}

/** The same for other pages: types are settled then. */
export interface Known extends WithDocs {
  readonly types: TypeTable;
}

/** The context of the operations of a page. */
export function observedContext(trace: Trace<OperationContext>, { docs, types }: OperationContext): OperationContext {
  return {
    docs: observedDocs(trace, docs),
    types: observedTypes(trace, types),
    subjectOf: (page) => trace.ask(subjectOf, page, placeOf(page)),
    ids: {
      next: (page, apart) => trace.ask(nextId, { page, apart }, [placeOf(page), ...apart].join("\0")),
      take: (id) => trace.do(takeId, id),
    },
    spelling: (name) => trace.ask(spelling, name, name),
    permissionNames: trace.ask(permissionNames, undefined, ""),
    permissionAccounts: trace.ask(permissionAccounts, undefined, ""),
  };
}

const subjectOf = (context: OperationContext, page: Page): string | undefined => context.subjectOf(page);
const nextId = ({ ids }: OperationContext, { page, apart }: Parted): string => ids.next(page, apart);
const takeId = ({ ids }: OperationContext, id: string): void => ids.take(id);
const spelling = (context: OperationContext, name: string): string => context.spelling(name);
const permissionNames = (context: OperationContext): OperationContext["permissionNames"] => context.permissionNames;
const permissionAccounts = (context: OperationContext): OperationContext["permissionAccounts"] =>
  context.permissionAccounts;

interface Parted {
  readonly page: Page;
  readonly apart: readonly string[];
}

/** `docs`, seen through the trace. */
export function observedDocs<C extends WithDocs>(trace: Trace<C>, { suggest }: Docs): Docs {
  return {
    index: {
      byLink: (link, page) => trace.ask(byLink, { link, page }, linkKey(link, page)),
      byName: (name, page) => trace.ask(byName, { name, page }, [name, placeOf(page)].join("\0")),
      byForeignName: (name) => trace.ask(byForeignName, name, name),
      reaches: (link, page) => trace.ask(reaches, { link, page }, linkKey(link, page)),
      add: (type) => trace.do(add, type),
    },
    enums: observedNames(trace, enums),
    enumsByWord: observedNames(trace, enumsByWord),
    enumsByMembers: observedNames(trace, enumsByMembers),
    listedInBodies: observedNames(trace, listedInBodies),
    claimedBases: observedNames(trace, claimedBases),
    listed: observedNames(trace, listed),
    pageTypes: { has: (name) => trace.ask(isPageType, name, name) },
    host: trace.ask(host, undefined, ""),
    envelope: trace.ask(envelope, undefined, ""),
    report: (...finding) => trace.do(report, finding),
    suggest: suggesting({
      // what it is compared with was asked for, too: the answer is another one only if this is
      meant: (name, names, page) => {
        trace.note(asked, page, page);
        return suggest.meant(name, names, page);
      },
      asked: (page) => trace.ask(asked, page, page),
      count: (page) => trace.do(count, page),
    }),
    foundOn: (page) => trace.ask(foundOn, page, page),
  };
}

const byLink = ({ docs }: WithDocs, { link, page }: Linked): NamedType | undefined => docs.index.byLink(link, page);
const byName = ({ docs }: WithDocs, { name, page }: Named): NamedType | undefined => docs.index.byName(name, page);
const byForeignName = ({ docs }: WithDocs, name: string): NamedType | undefined => docs.index.byForeignName(name);
const reaches = ({ docs }: WithDocs, { link, page }: Linked): boolean => docs.index.reaches(link, page);
const add = ({ docs }: WithDocs, type: NamedType): void => docs.index.add(type);
const enums = ({ docs }: WithDocs): Docs["enums"] => docs.enums;
const enumsByWord = ({ docs }: WithDocs): Docs["enumsByWord"] => docs.enumsByWord;
const enumsByMembers = ({ docs }: WithDocs): Docs["enumsByMembers"] => docs.enumsByMembers;
const listedInBodies = ({ docs }: WithDocs): Docs["listedInBodies"] => docs.listedInBodies;
const claimedBases = ({ docs }: WithDocs): Docs["claimedBases"] => docs.claimedBases;
const listed = ({ docs }: WithDocs): Docs["listed"] => docs.listed;
const isPageType = ({ docs }: WithDocs, name: string): boolean => docs.pageTypes.has(name);
const host = ({ docs }: WithDocs): Docs["host"] => docs.host;
const envelope = ({ docs }: WithDocs): Docs["envelope"] => docs.envelope;
const report = ({ docs }: WithDocs, finding: Parameters<Report>): Finding => docs.report(...finding);
const asked = ({ docs }: WithDocs, page: string): ReturnType<Suggest["asked"]> => docs.suggest.asked(page);
const count = ({ docs }: WithDocs, page: string): void => docs.suggest.count(page);
// a copy: more is found while the page is read
const foundOn = ({ docs }: WithDocs, page: string): readonly Finding[] => [...docs.foundOn(page)];

interface Linked {
  readonly link: Link;
  readonly page: Page;
}

interface Named {
  readonly name: string;
  readonly page: Page;
}

/** `types`, seen through the trace. */
export function observedTypes<C extends Known>(trace: Trace<C>, types: TypeTable): TypeTable {
  return {
    types: observedNames(trace, typesOf),
    enums: observedNames(trace, enumsOf),
    properties(name) {
      trace.note(lineage, name, name);
      return types.properties(name);
    },
    spelt: (name) => trace.ask(spelt, name, name),
    ownNames: (name) => trace.ask(ownNames, name, name),
    isUnion: (name) => trace.ask(isUnion, name, name),
  };
}

const typesOf = ({ types }: Known): TypeTable["types"] => types.types;
const enumsOf = ({ types }: Known): TypeTable["enums"] => types.enums;
const spelt = ({ types }: Known, name: string): string | undefined => types.spelt(name);
const ownNames = ({ types }: Known, name: string): ReturnType<TypeTable["ownNames"]> => types.ownNames(name);
const isUnion = ({ types }: Known, name: string): boolean => types.isUnion(name);

/** A type and those that it is based on: all that its properties come from. */
const lineage = ({ types }: Known, name: string): readonly ObjectType[] => {
  const line: ObjectType[] = [];
  for (let type = types.types.get(name); type; type = type.base === undefined ? undefined : types.types.get(type.base))
    line.push(type);
  return line;
};

/** Stands for what is asked of a page. */
function placeOf({ path, stem, namespace, anchor, title }: Page): string {
  return [path, stem, namespace, anchor, title.place.line].join("\0");
}

function linkKey({ url, text }: Link, page: Page): string {
  return [url, text, placeOf(page)].join("\0");
}

type Select<C, T> = (known: C) => ByName<T>;

interface In<C> {
  readonly select: Select<C, unknown>;
  readonly name: string;
}

function observedNames<C, T>(trace: Trace<C>, select: Select<C, T>): ByName<T> {
  const key = (name: string): string => `${select.name}\0${name}`;
  return {
    // of what was selected: the answer is one of its values
    get: (name) => trace.ask(valueIn, { select, name }, key(name)) as T | undefined,
    has: (name) => trace.ask(isIn, { select, name }, key(name)),
    keys: () => trace.ask(namesIn, select, select.name).values(),
    values: () => (trace.ask(valuesIn, select, select.name) as readonly T[]).values(),
  };
}

const valueIn = <C>(known: C, { select, name }: In<C>): unknown => select(known).get(name);
const isIn = <C>(known: C, { select, name }: In<C>): boolean => select(known).has(name);
const namesIn = <C>(known: C, select: Select<C, unknown>): readonly string[] => [...select(known).keys()];
const valuesIn = <C>(known: C, select: Select<C, unknown>): readonly unknown[] => [...select(known).values()];
