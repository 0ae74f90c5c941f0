/**
 * What was written: objects by their paths, laid over what the docs show. The documented request still gets the documented answer; what the
 * docs show of an object is where its changes begin.
 */
import { pathOf } from "../testing/address.js";
import type { Asked } from "./asked.js";
import type { Choice, Examples } from "./examples.js";
import { notEvaluated } from "./examples.js";
import { isRecord, withAt } from "./members.js";
import { createMemory } from "./memory.js";
import type { Entity, Memory } from "./memory.js";
import { envelopeOf, itemsOf, readPair } from "./pages.js";
import type { Router } from "./route.js";

export interface Store {
  /** The answer as it is by now, and remembers what the request changes; undefined where its object was deleted. */
  answer(choice: Choice, asked: Asked): Promise<Choice | undefined>;
  /** Forgets all that was written. */
  clear(): void;
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

export function createStore(router: Router, examples: Examples): Store {
  /** By lower-case path. */
  const objects = createMemory();
  let count = 0;
  const create = (choice: Choice, asked: Asked, path: string): Choice => {
    const { body } = choice.example.fixture.response;
    const shown = idOf(body);
    if (shown === undefined || !isRecord(body) || !isRecord(asked.body)) return choice;
    const isFree = choice.sameRequest && objects.get(below(path, shown)) === undefined;
    const id = isFree ? shown : newId(shown, ++count);
    const made = isFree ? body : { ...body, ...asked.body, id };
    objects.set(below(path, id), withoutContext(made));
    return isFree ? choice : withAnswer(choice, made, (text) => text.replaceAll(String(shown), String(id)));
  };
  /** What a read of the path shows, before anything was written. */
  const seed = async (asked: Asked): Promise<Entity> => {
    const reads = router.find(asked.segments).filter(({ operation }) => operation.method === "GET");
    const own = { method: "GET", path: pathOf(asked.segments), query: [], headers: new Headers(), body: undefined };
    const body = (await examples.choose(reads, own))?.example.fixture.response.body;
    return isRecord(body) && !Array.isArray(body["value"]) ? withoutContext(body) : {};
  };
  const change = async (choice: Choice, asked: Asked, path: string): Promise<Choice> => {
    if (!isRecord(asked.body)) return choice;
    const before = objects.get(path) ?? (await seed(asked));
    const { id = before["id"] } = asked.body;
    const now = { ...before, ...asked.body, ...(id !== undefined && { id }) };
    objects.set(path, now);
    const { body } = choice.example.fixture.response;
    return choice.sameRequest || !isRecord(body) ? choice : withAnswer(choice, { ...body, ...now });
  };
  return {
    clear: () => objects.clear(),
    async answer(choice, asked) {
      const path = pathOf(asked.segments);
      const { response } = choice.example.fixture;
      if (isGone(objects, path)) return undefined;
      if (response.status >= 300 || path.endsWith("/$ref")) return read(objects, choice, path);
      if (asked.method === "POST") return create(choice, asked, path);
      if (asked.method === "PATCH" || asked.method === "PUT") return change(choice, asked, path);
      if (asked.method === "DELETE") objects.set(path, undefined);
      if (asked.method !== "GET") return choice;
      return itemsOf(response.body, choice.example.operation) === undefined
        ? read(objects, choice, path)
        : list(objects, choice, asked, path);
    },
  };
}

/** An object that was written is there, whatever the docs show for its path. */
function read(objects: Memory, choice: Choice, path: string): Choice {
  const own = objects.get(path);
  if (own === undefined) return choice;
  const { status, body } = choice.example.fixture.response;
  const told = status < 300 && isRecord(body) ? Object.entries(body).filter(([name]) => name.includes("@")) : [];
  return withAnswer(choice, { ...Object.fromEntries(told), ...own }, undefined, status < 300 ? status : 200);
}

function list(objects: Memory, choice: Choice, asked: Asked, path: string): Choice {
  const { operation, fixture } = choice.example;
  const { body } = fixture.response;
  const documented = itemsOf(body, operation) ?? [];
  const known = new Set(documented.map((item) => below(path, idOf(item) ?? "")));
  const items = documented.flatMap((item) => {
    const place = below(path, idOf(item) ?? "");
    return objects.has(place) ? (objects.get(place) ?? []) : [item];
  });
  const isWhole = !asked.pairs.some((pair) => notEvaluated.has(readPair(pair)[0].replace("$", "").toLowerCase()));
  const isChild = (each: string): boolean => each.startsWith(`${path}/`) && !each.slice(path.length + 1).includes("/");
  const added = [...objects.all()].flatMap(([each, object]) =>
    isWhole && object !== undefined && isChild(each) && !known.has(each) ? [object] : [],
  );
  if (added.length === 0 && items.every((item, i) => item === documented[i]) && items.length === documented.length)
    return choice;
  const all = [...items, ...added];
  if (Array.isArray(body)) return withAnswer(choice, all);
  const { items: at, count } = envelopeOf(operation);
  const written = withAt(body, at, all);
  const counts = count !== undefined && isRecord(body) && Object.hasOwn(body, count);
  return withAnswer(choice, counts ? withAt(written, count, all.length) : written);
}

function isGone(objects: Memory, path: string): boolean {
  const parts = path.split("/");
  return parts.some((_part, i) => {
    const each = parts.slice(0, i + 1).join("/");
    return objects.has(each) && objects.get(each) === undefined;
  });
}

function withAnswer(
  choice: Choice,
  body: unknown,
  lead: (text: string) => string = (text) => text,
  status = choice.example.fixture.response.status,
): Choice {
  const { example } = choice;
  const { response } = example.fixture;
  const headers = Object.entries(response.headers).map(([name, value]) => [
    name,
    /^location$/i.test(name) ? lead(value) : value,
  ]);
  const now = { ...response, status, headers: Object.fromEntries(headers), body };
  return { ...choice, example: { ...example, fixture: { ...example.fixture, response: now } } };
}

/** It says where an object was read, which is of no use in another answer. */
function withoutContext(body: Entity): Entity {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== "@odata.context"));
}

function idOf(body: unknown): string | number | undefined {
  const id = isRecord(body) ? body["id"] : undefined;
  return typeof id === "string" || typeof id === "number" ? id : undefined;
}

function below(path: string, id: string | number): string {
  return `${path}/${String(id).toLowerCase()}`;
}

/** Looks like the documented one. */
function newId(shown: string | number, count: number): string | number {
  if (typeof shown === "number") return shown + count;
  if (uuid.test(shown)) return `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
  return /^\d{1,15}$/.test(shown) ? String(Number(shown) + count) : `docwright-${count}`;
}
