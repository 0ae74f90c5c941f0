import { expectTypeOf } from "expect-type";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { call, delta, isOfType, isRemoved, list, odata } from "../../templates/runtime/index.js";
import type {
  AnyFixture,
  Client,
  Delta,
  Example,
  Expand,
  Fixture,
  Input,
  List,
  ListBody,
  Operation,
  Page,
  Query,
  Removed,
  RequestOptions,
  Requires,
  Select,
  Selected,
  Wrapped,
} from "../../templates/runtime/index.js";

interface Plan {
  readonly "@odata.type"?: "#x.plan";
  id: string;
  title?: string | null;
  steps?: Step[];
}

interface Step {
  name: string;
  cost?: number;
}

interface Person {
  id: string;
  name?: string;
  manager?: Person | null;
  reports?: Person[];
  plans?: Plan[];
}
interface PersonRelationships {
  manager: PersonRelationships;
  reports: PersonRelationships;
  plans: {};
}

interface PlainPerson {
  id: string;
  name?: string;
}

interface Open {
  id: string;
  [name: string]: unknown;
}

interface Extensible {
  id: string;
  [name: `${string}_${string}`]: unknown;
}

interface FileItem {
  "@odata.type"?: "#x.file";
  id: string;
  size?: number;
}
interface LinkItem {
  "@odata.type"?: "#x.link";
  id: string;
  url?: string;
}
type AnyItem = FileItem | LinkItem;

declare const operation: Operation;

function getPlan<S extends Select<Plan> = never>(
  client: Client,
  where: { planId: string },
  options?: Query<Plan, {}, S>,
): Promise<Selected<Plan, {}, S>> {
  return call(client, operation, { where, options });
}
function getPerson<
  S extends Select<Person, PersonRelationships> = never,
  E extends Expand<Person, PersonRelationships> = never,
>(
  client: Client,
  options?: Query<Person, PersonRelationships, S, E>,
): Promise<Selected<Person, PersonRelationships, S, E>> {
  return call(client, operation, { options });
}
function listPlans<S extends Select<Plan> = never>(
  client: Client,
  options?: Query<Plan, {}, S>,
): List<Selected<Plan, {}, S>> {
  return list(client, operation, { options });
}
function deltaPlans(client: Client): Delta<Plan> {
  return delta(client, operation, {});
}
function getItem<S extends Select<AnyItem> = never>(
  client: Client,
  options?: Query<AnyItem, {}, S>,
): Promise<Selected<AnyItem, {}, S>> {
  return call(client, operation, { options });
}
function patchPlan(
  client: Client,
  what: Input<Plan>,
  options: RequestOptions<"If-Match" | "Prefer", "If-Match">,
): Promise<void> {
  return call(client, operation, { what, options });
}
declare const client: Client;

/** Types only: nothing in here runs. */
function rules(): void {
  // A function without relationships returns exactly the documented type.
  expectTypeOf<ReturnType<typeof getPlan>>().toEqualTypeOf<Promise<Plan>>();
  expectTypeOf(getPlan(client, { planId: "1" })).resolves.toEqualTypeOf<Plan>();
  expectTypeOf(listPlans(client)).toEqualTypeOf<List<Plan>>();
  expectTypeOf<Awaited<ReturnType<typeof listPlans>>>().toEqualTypeOf<Page<Plan>>();

  // Selecting narrows to the names, annotations stay.
  expectTypeOf(getPlan(client, { planId: "1" }, { select: ["id", "title"] })).resolves.toEqualTypeOf<{
    readonly "@odata.type"?: "#x.plan";
    id: string;
    title?: string | null;
  }>();
  expectTypeOf(listPlans(client, { select: ["id"] })).toEqualTypeOf<
    List<{ readonly "@odata.type"?: "#x.plan"; id: string }>
  >();
  // @ts-expect-error: no documented name
  void getPlan(client, { planId: "1" }, { select: ["nme"] });
  // @ts-expect-error: annotations are no names
  void getPlan(client, { planId: "1" }, { select: ["@odata.type"] });
  // @ts-expect-error: there is nothing to expand
  void getPlan(client, { planId: "1" }, { expand: ["steps"] });

  // Relationships are absent unless they are expanded; collections are then there.
  expectTypeOf(getPerson(client)).resolves.toEqualTypeOf<{ id: string; name?: string }>();
  expectTypeOf(getPerson(client, { expand: ["reports"] })).resolves.toEqualTypeOf<{
    id: string;
    name?: string;
    reports: PlainPerson[];
  }>();
  expectTypeOf(getPerson(client, { expand: ["manager"] }))
    .resolves.toHaveProperty("manager")
    .toEqualTypeOf<PlainPerson | null | undefined>();
  expectTypeOf(getPerson(client, { expand: ["manager"] })).resolves.not.toHaveProperty("reports");
  expectTypeOf(getPerson(client, { select: ["id"], expand: { plans: { select: ["title"], top: 2 } } }))
    .resolves.toHaveProperty("plans")
    .toEqualTypeOf<{ readonly "@odata.type"?: "#x.plan"; title?: string | null }[]>();
  expectTypeOf(getPerson(client, { select: ["id"] })).resolves.toEqualTypeOf<{ id: string }>();
  // @ts-expect-error: a property is no relationship
  void getPerson(client, { expand: ["name"] });
  // @ts-expect-error: nor in the form with options
  void getPerson(client, { expand: { name: {} } });
  // @ts-expect-error: nested names are checked too
  void getPerson(client, { expand: { plans: { select: ["name"] } } });
  // @ts-expect-error: relationships are expanded, not selected
  void getPerson(client, { select: ["manager"] });

  // What is expanded is shaped in the same way, at any depth.
  expectTypeOf(
    getPerson(client, { expand: { reports: { select: ["name"], expand: { manager: { expand: ["plans"] } } } } }),
  ).resolves.toEqualTypeOf<{
    id: string;
    name?: string;
    reports: { name?: string; manager?: { id: string; name?: string; plans: Plan[] } | null }[];
  }>();
  expectTypeOf(getPerson(client, { expand: { manager: {} } })).resolves.toEqualTypeOf<{
    id: string;
    name?: string;
    manager?: PlainPerson | null;
  }>();
  // @ts-expect-error: not expanded there
  void getPerson(client, { expand: { reports: { expand: ["plans"] } } }).then(({ reports: [x] }) => x?.manager);
  // @ts-expect-error: a property is no relationship
  void getPerson(client, { expand: { reports: { expand: ["name"] } } });
  // @ts-expect-error: nor beside one
  void getPerson(client, { expand: { reports: { expand: { manager: {}, name: {} } } } });
  // @ts-expect-error: a plan has no relationships
  void getPerson(client, { expand: { plans: { expand: ["steps"] } } });
  // @ts-expect-error: no option, beside one
  void getPerson(client, { expand: { plans: { top: 1, limit: 1 } } });
  // @ts-expect-error: nor deeper
  void getPerson(client, { expand: { reports: { expand: { manager: { levels: "max", depth: 1 } } } } });

  // Open types: their users' own names can be selected as well, and are read as unknown.
  expectTypeOf<"id" | "own">().toExtend<Select<Open>>();
  expectTypeOf<Selected<Open, {}, "id" | "own">>().toEqualTypeOf<{ id: string; own?: unknown }>();
  expectTypeOf<Select<Extensible>>().toEqualTypeOf<"id" | `${string}_${string}`>();
  expectTypeOf<Selected<Extensible, {}, "id" | "extension_own">>().toEqualTypeOf<{
    id: string;
    extension_own?: unknown;
  }>();
  expectTypeOf<Selected<Open>>().toEqualTypeOf<Open>();

  // Unions of derived types stay unions and can be narrowed; what all have in common can be selected.
  expectTypeOf(getItem(client)).resolves.toEqualTypeOf<AnyItem>();
  expectTypeOf<Select<AnyItem>>().toEqualTypeOf<"id">();
  expectTypeOf<Selected<FileItem | LinkItem, { url: {} }>>().toEqualTypeOf<
    FileItem | { "@odata.type"?: "#x.link"; id: string }
  >();

  // Names of a family narrow it, also in arrays; what does not say its type may be any of them.
  const named = (item: AnyItem): void => {
    if (isOfType(item, "#x.file")) expectTypeOf(item).toEqualTypeOf<FileItem & { readonly "@odata.type": "#x.file" }>();
    else expectTypeOf(item).toEqualTypeOf<AnyItem>();
    // @ts-expect-error: no type of the family
    void isOfType(item, "#x.fil");
    // @ts-expect-error: a plain object says nothing
    void isOfType({ id: "1" }, "#x.file");
  };
  void named;

  // Filters are strings or tagged text; what is ordered by must be documented, or a path.
  void listPlans(client, { filter: odata`title eq ${"it's"}`, orderBy: ["title desc", "id"], top: 5, count: true });
  void listPlans(client, { orderBy: "owner/name" });
  // @ts-expect-error: no documented name
  void listPlans(client, { orderBy: "nme" });
  // @ts-expect-error: undocumented option
  void listPlans(client, { limit: 5 });
  // @ts-expect-error: undefined cannot be compared with
  void odata`title eq ${undefined}`;

  // Required headers make the options required.
  void patchPlan(client, {}, { headers: { "If-Match": "*", "x-own": "1" } });
  // @ts-expect-error: If-Match is missing
  void patchPlan(client, {}, { headers: { Prefer: "return=minimal" } });
  // @ts-expect-error: so are all headers
  void patchPlan(client, {}, {});
  // @ts-expect-error: and the options
  void patchPlan(client, {});

  // Written shapes: nothing is required, at any depth; relationships can be bound.
  void patchPlan(
    client,
    { steps: [{ cost: 1 }], "owner@odata.bind": "https://x/people/1" },
    { headers: { "If-Match": "*" } },
  );
  // @ts-expect-error: types still count
  void patchPlan(client, { title: 5 }, { headers: { "If-Match": "*" } });

  // Items of a delta are told apart.
  const item: Awaited<ReturnType<typeof deltaPlans>>["items"][number] = { id: "1" };
  if (isRemoved(item)) expectTypeOf(item).toEqualTypeOf<Removed>();
  else expectTypeOf(item).toEqualTypeOf<Plan>();
  expectTypeOf(deltaPlans(client).since("…")).toEqualTypeOf<Delta<Plan>>();
}
void rules;

test("isOfType goes by what the object says", () => {
  const items: AnyItem[] = [
    { "@odata.type": "#x.file", id: "1", size: 5 },
    { "@odata.type": "#x.link", id: "2" },
    { id: "3" },
  ];
  const files = items.filter((item) => isOfType(item, "#x.file"));
  assert.equal(
    files.map(({ size }) => size),
    [5],
  );
});

test("fixtures hold bodies on the wire, annotations included", () => {
  const exact: Fixture<never, Plan> = {
    name: "get_plan",
    page: "api/plan-get.md",
    request: { method: "GET", url: "/plans/1", headers: {} },
    response: { status: 200, headers: {}, body: { "@odata.context": "…", id: "1", title: null } },
  };
  const partial: Fixture<Input<Plan>, Example<Plan>> = {
    name: "update_plan",
    page: "api/plan-update.md",
    request: { method: "PATCH", url: "/plans/1", headers: {}, body: { title: "x" } },
    response: { status: 200, headers: {}, body: { title: "x", "steps@odata.count": 1, steps: [{ "@odata.id": "…" }] } },
  };
  const lists: Fixture<never, ListBody<Plan> | Wrapped<Plan>> = {
    name: "list_plans",
    page: "api/plan-list.md",
    request: { method: "GET", url: "/plans", headers: {} },
    response: {
      status: 200,
      headers: {},
      body: { "@odata.context": "…", value: [{ id: "1" }], "@odata.nextLink": "…" },
    },
  };
  const wrong: Fixture<never, Plan> = {
    name: "",
    page: "",
    // @ts-expect-error: the page documents no request body
    request: { method: "GET", url: "", headers: {}, body: {} },
    // @ts-expect-error: id is required
    response: { status: 200, headers: {}, body: { title: "x" } },
  };
  expectTypeOf(exact).toExtend<AnyFixture>();
  expectTypeOf(partial).toExtend<AnyFixture>();
  expectTypeOf(partial.request.body).toExtend<Input<Plan>>();
  void [lists, wrong];
});

test("an open list of values takes every text, in reading, writing and examples", () => {
  interface Label {
    colour?: "red" | "blue" | (string & {}) | null;
  }
  const written: Input<Label> = { colour: "crimson" };
  const shown: Example<Label> = { colour: "crimson" };
  const read: Label = { colour: "crimson" };
  // @ts-expect-error: a text, not a number
  const wrong: Input<Label> = { colour: 1 };
  void [written, shown, read, wrong];
});

test("what has to be given is neither left out nor null", () => {
  type New = Requires<Input<Plan>, "title">;
  const right: New = { title: "x", steps: [{ cost: 1 }] };
  // @ts-expect-error: title is required
  const without: New = { steps: [] };
  // @ts-expect-error: null is no title
  const cleared: New = { title: null };
  void [right, without, cleared];
});

test.run();
