/**
 * What the compiler says to users of the generated package, rule by rule. `tsc` reads the positive and the negative cases; running the file
 * proves that they are all there to be read.
 */
import { expectTypeOf } from "expect-type";
import { suite } from "uvu";
import * as fixtures from "../../output/fixtures/synchronizationJob.js";
import * as api from "../../output/src/index.js";
import { replay, verify } from "../../output/src/testing/index.js";
import type {
  Accepted,
  AnyDirectoryObject,
  AnySynchronizationEvent,
  Client,
  Content,
  Delta,
  DeltaPage,
  DirectoryDefinition,
  DirectoryObject,
  Input,
  List,
  Page,
  Removed,
  Select,
  Selected,
  ServicePrincipal,
  SynchronizationJob,
  SynchronizationEvent,
  SynchronizationJobRelationships,
  SynchronizationObjectEvent,
  SynchronizationQuarantineEvent,
  SynchronizationReports,
  SynchronizationSchema,
  SynchronizationTemplate,
  SynchronizedAttributes,
  SynchronizedIdentity,
  User,
} from "../../output/src/index.js";
import type { DailySummary } from "../../output/src/synchronizationReports/dailySummary.js";

const types = suite("types of the generated package");
declare const client: Client;
const job = { applicationId: "a", synchronizationJobId: "j" };
const template = { applicationId: "a", synchronizationTemplateId: "t" };
const ifMatch = { headers: { "If-Match": "*" } };

/** What comes back when nothing is expanded. */
type PlainJob = Omit<SynchronizationJob, keyof SynchronizationJobRelationships>;

/** Each holds type assertions only: nothing in here is called. */
const rules: Readonly<Record<string, () => void>> = {
  "an option that asks for a header does not come without it; all others, and none, do"() {
    const headers = { ConsistencyLevel: "eventual" };
    void api.listOwners(client, job);
    void api.listOwners(client, job, { select: ["id"], top: 5, count: true });
    void api.listOwners(client, job, { headers, search: '"displayName:a"' });
    // @ts-expect-error: what is searched is an index.
    void api.listOwners(client, job, { search: '"displayName:a"' });
    // @ts-expect-error: that header is another one.
    void api.listOwners(client, job, { search: '"displayName:a"', headers: { Prefer: "x" } });
    // @ts-expect-error: names are checked as ever.
    void api.listOwners(client, job, { headers, search: "a", select: ["nmae"] });
    expectTypeOf(api.listOwners(client, job, { headers, search: "a", select: ["id"] })).toExtend<
      List<{ id?: string }>
    >();
  },

  "a session that an operation answers with is one for the runtime's upload"() {
    expectTypeOf<api.UploadSession>().toExtend<api.RuntimeUploadSession>();
  },

  "an update answers what it made of the object when the header Prefer asks for it, else maybe nothing"() {
    type Plain = Omit<SynchronizationSchema, "directories">;
    const rules = { synchronizationRules: [] };
    expectTypeOf(
      api.updateSynchronizationSchema(client, job, rules, { headers: { Prefer: "return=representation" } }),
    ).toEqualTypeOf<Promise<Plain>>();
    expectTypeOf(api.updateSynchronizationSchema(client, job, rules)).toEqualTypeOf<Promise<Plain | undefined>>();
    expectTypeOf(
      api.updateSynchronizationSchema(client, job, rules, { headers: { Prefer: "return=minimal" } }),
    ).toEqualTypeOf<Promise<Plain | undefined>>();
  },

  "a body that need not be given is an optional argument; one of which something is required is not"() {
    void api.validateCredentialsForSynchronizationJob(client, job);
    // @ts-expect-error: a restart is told what it forgets.
    void api.restartSynchronizationJob(client, job);
  },

  "no parameter is undefined, also not one that other routes go without"() {
    const principal = { servicePrincipalId: "s", synchronizationJobId: "j" };
    void api.startSynchronizationJob(client, principal);
    // @ts-expect-error: the same, spelt out, is another call.
    void api.startSynchronizationJob(client, { ...principal, applicationId: undefined });
    void ((where: Parameters<typeof api.startSynchronizationJob>[1]) => api.startSynchronizationJob(client, where));
  },

  "a read resolves with the documented type; what can be expanded is absent"() {
    expectTypeOf(api.getSynchronizationEvent(client, { ...job, synchronizationEventId: "1" })).toEqualTypeOf<
      Promise<AnySynchronizationEvent>
    >();
    expectTypeOf(api.listSynchronizedIdentities(client, {})).toEqualTypeOf<List<SynchronizedIdentity>>();
    expectTypeOf<keyof SynchronizationJobRelationships>().toEqualTypeOf<
      "events" | "identities" | "owners" | "schema"
    >();
    const plain = api.getSynchronizationJob(client, job);
    type Plain = Awaited<typeof plain>;
    expectTypeOf<Plain>().toEqualTypeOf<PlainJob>();
    // @ts-expect-error: not expanded
    void plain.then(({ owners }) => owners);
  },

  "what is made or changed comes back without relationships, too"() {
    expectTypeOf(
      api.createSynchronizationJob(client, { applicationId: "a" }, { templateId: "t" }),
    ).resolves.toEqualTypeOf<PlainJob>();
    const updated = api.updateSynchronizationJob(client, job, {}, ifMatch);
    expectTypeOf(updated).resolves.toEqualTypeOf<PlainJob>();
    expectTypeOf<PlainJob>().toExtend<SynchronizationJob>();
    // @ts-expect-error: the answer of no example holds them
    void updated.then(({ schema }) => schema);
  },

  "select narrows to the names that are given"() {
    expectTypeOf(api.getSynchronizationJob(client, job, { select: ["id", "templateId"] })).resolves.toEqualTypeOf<{
      "@odata.etag"?: string;
      id: string;
      templateId?: string;
    }>();
    expectTypeOf(api.listTemplates(client, { applicationId: "a" }, { select: ["id"] })).toEqualTypeOf<
      List<{ id: string }>
    >();
    // @ts-expect-error: no documented name
    void api.getSynchronizationJob(client, job, { select: ["templateID"] });
    // @ts-expect-error: a relationship is expanded
    void api.getSynchronizationJob(client, job, { select: ["owners"] });
    // @ts-expect-error: an operation that makes something takes no query options
    void api.pauseSynchronizationJob(client, job, { select: ["id"] });
  },

  "expand takes relationships, with options of their own, and adds them to the result"() {
    expectTypeOf(api.getSynchronizationJob(client, job, { expand: ["owners"] }))
      .resolves.toHaveProperty("owners")
      .toEqualTypeOf<(DirectoryObject & AnyDirectoryObject)[]>();
    expectTypeOf(
      api.getSynchronizationJob(client, job, { select: ["id"], expand: ["schema"] }),
    ).resolves.toEqualTypeOf<{
      "@odata.etag"?: string;
      id: string;
      schema?: Omit<SynchronizationSchema, "directories"> | null;
    }>();
    expectTypeOf(api.getSynchronizationJob(client, job, { expand: ["schema"] })).resolves.not.toHaveProperty("owners");
    // @ts-expect-error: a relationship of another type
    void api.getSynchronizationTemplate(client, template, { expand: ["owners"] });
    // @ts-expect-error: a property is no relationship
    void api.getSynchronizationJob(client, job, { expand: ["schedule"] });
    // @ts-expect-error: nor in the form with options
    void api.getSynchronizationJob(client, job, { expand: { owners: {}, schedule: {} } });
    // @ts-expect-error: a type without relationships has nothing to expand
    void api.getSynchronizedIdentity(client, { synchronizedIdentityId: "1" }, { expand: ["attributes"] });
  },

  "select and expand shape what is expanded, at any depth"() {
    const { resolves: read } = expectTypeOf(
      api.getSynchronizationJob(client, job, {
        select: ["id"],
        expand: { identities: { select: ["state"], top: 5 }, schema: { select: ["version"], expand: ["directories"] } },
      }),
    );
    read.toEqualTypeOf<{
      "@odata.etag"?: string;
      id: string;
      identities: Pick<SynchronizedIdentity, "state">[];
      schema?: { version?: string; directories: DirectoryDefinition[] } | null;
    }>();
    const { resolves: deep } = expectTypeOf(
      api.getSynchronizationJob(client, job, {
        select: ["id"],
        expand: {
          schema: { select: ["id"], expand: { directories: { select: ["name"], filter: "discoverabilities ne 'x'" } } },
        },
      }),
    );
    deep.toEqualTypeOf<{
      "@odata.etag"?: string;
      id: string;
      schema?: { id: string; directories: Pick<DirectoryDefinition, "name">[] } | null;
    }>();
    expectTypeOf(
      api.listTemplates(client, { applicationId: "a" }, { select: ["id"], expand: { schema: {} } }),
    ).toEqualTypeOf<List<{ id: string; schema?: Omit<SynchronizationSchema, "directories"> | null }>>();
    // @ts-expect-error: no documented name
    void api.getSynchronizationJob(client, job, { expand: { identities: { select: ["stat"] } } });
    // @ts-expect-error: a relationship is expanded
    void api.getSynchronizationJob(client, job, { expand: { schema: { select: ["directories"] } } });
    // @ts-expect-error: a property is no relationship
    void api.getSynchronizationJob(client, job, { expand: { schema: { expand: ["version"] } } });
    // @ts-expect-error: nor beside one
    void api.getSynchronizationJob(client, job, { expand: { schema: { expand: { directories: {}, version: {} } } } });
    // @ts-expect-error: an identity has no relationships
    void api.getSynchronizationJob(client, job, { expand: { identities: { expand: ["attributes"] } } });
    // @ts-expect-error: no such option
    void api.getSynchronizationJob(client, job, { expand: { identities: { top: 5, limit: 5 } } });
    // @ts-expect-error: a number
    void api.getSynchronizationJob(client, job, { expand: { identities: { top: "5" } } });
    const states = api.getSynchronizationJob(client, job, { expand: { identities: { select: ["state"] } } });
    // @ts-expect-error: not selected
    void states.then(({ identities: [first] }) => first?.id);
  },

  "where takes the parameters of exactly one documented route"() {
    void api.listJobs(client, { applicationId: "a" });
    void api.listJobs(client, { servicePrincipalId: "s" });
    // @ts-expect-error: no route has both
    void api.listJobs(client, { applicationId: "a", servicePrincipalId: "s" });
    // @ts-expect-error: none is left out
    void api.listJobs(client, {});
    // @ts-expect-error: nor misspelt
    void api.getSynchronizationJob(client, { applicationId: "a", synchronizationJobsId: "j" });
    // @ts-expect-error: nor undefined
    void api.getSynchronizationJob(client, { applicationId: "a", synchronizationJobId: undefined });
  },

  "what has the documented properties, required ones required, read-only ones absent"() {
    void api.createSynchronizationJob(
      client,
      { applicationId: "a" },
      { templateId: "t", schedule: { interval: "PT1H" } },
    );
    // @ts-expect-error: templateId is required
    void api.createSynchronizationJob(client, { applicationId: "a" }, { schedule: {} });
    // @ts-expect-error: status is read-only
    void api.createSynchronizationJob(client, { applicationId: "a" }, { templateId: "t", status: {} });
    // @ts-expect-error: so is the key
    void api.createSynchronizationJob(client, { applicationId: "a" }, { templateId: "t", id: "1" });
    // @ts-expect-error: a nested value of another type
    void api.createSynchronizationJob(client, { applicationId: "a" }, { templateId: "t", schedule: { interval: 40 } });
    // @ts-expect-error: templateId can't be changed
    void api.updateSynchronizationJob(client, job, { templateId: "t" }, ifMatch);
    void api.addOwner(client, job, { "@odata.id": "https://graph.microsoft.com/beta/users/1" });
    // @ts-expect-error: a reference is an address
    void api.addOwner(client, job, { id: "1" });
    void api.updateLogo(client, template, new Blob(["x"]));
    // @ts-expect-error: bytes, not an object
    void api.updateLogo(client, template, { logo: "x" });
  },

  "what was read is accepted where it is written, whole or in part, as are values of its own types"() {
    const again = (
      read: SynchronizationJob,
      part: Partial<SynchronizationSchema>,
      event: SynchronizationEvent,
    ): void => {
      const { schedule, synchronizationJobSettings } = read;
      if (schedule && synchronizationJobSettings)
        void api.updateSynchronizationJob(client, job, { schedule, synchronizationJobSettings }, ifMatch);
      expectTypeOf(read).toExtend<Input<SynchronizationJob>>();
      expectTypeOf(part).toExtend<Input<SynchronizationSchema>>();
      // A type that others are derived from stands for each of them.
      expectTypeOf(event).toExtend<Input<AnySynchronizationEvent>>();
      expectTypeOf<Input<SynchronizationEvent>>().toExtend<Input<AnySynchronizationEvent>>();
      expectTypeOf<Input<DirectoryObject>>().toExtend<Input<AnyDirectoryObject>>();
      expectTypeOf<User>().toExtend<Input<DirectoryObject & AnyDirectoryObject>>();
    };
    expectTypeOf(again).returns.toBeVoid();
    const written: Input<SynchronizationJob> = { schema: { directories: [{ name: "x" }] }, "owners@odata.bind": ["…"] };
    // @ts-expect-error: misspelt, two levels down
    const misspelt: Input<SynchronizationJob> = { schema: { directories: [{ nam: "x" }] } };
    // @ts-expect-error: text where an object is meant
    const text: Input<SynchronizationJob> = { schedule: "PT1H" };
    // @ts-expect-error: one where several are meant
    const one: Input<SynchronizationJob> = { owners: { id: "1" } };
    // @ts-expect-error: no type of this family
    const strange: Input<AnySynchronizationEvent> = { "@odata.type": "#microsoft.graph.synchronizationEvnt" };
    void [written, misspelt, text, one, strange];
  },

  "an open type keeps its checks; own members have names of their own form"() {
    const own = (user: User, attributes: SynchronizedAttributes): void => {
      expectTypeOf(user.extension_7c9f_badge).toBeUnknown();
      // @ts-expect-error: misspelt
      void user.dispalyName;
      // Of these hardly any are documented: all are their user's own.
      expectTypeOf(attributes["department"]).toBeUnknown();
    };
    expectTypeOf(own).returns.toBeVoid();
    const written: Input<User> = { displayName: "A", extension_7c9f_badge: 5 };
    // @ts-expect-error: misspelt
    const misspelt: Input<User> = { dispalyName: "A" };
    const all: Input<SynchronizedAttributes> = { active: true, department: "x" };
    // @ts-expect-error: what is documented is of its type
    const wrong: Input<SynchronizedAttributes> = { active: "yes" };
    const names: Select<User>[] = ["displayName", "extension_7c9f_badge"];
    // @ts-expect-error: misspelt
    const noName: Select<User> = "dispalyName";
    expectTypeOf<Selected<User, {}, "mail" | "extension_7c9f_badge">>().toEqualTypeOf<{
      "@odata.type"?: "#microsoft.graph.user";
      mail?: string | null;
      extension_7c9f_badge?: unknown;
    }>();
    void [written, misspelt, all, wrong, names, noName];
  },

  "bytes come in any form; a call can be looked at with its answer"() {
    void api.updateLogo(client, template, new Uint8Array(1));
    void api.updateLogo(client, template, new ArrayBuffer(1));
    void api.updateLogo(client, template, new ReadableStream<Uint8Array>());
    const both = api.withResponse(client, (one) => api.getSynchronizationJob(one, job, { select: ["id"] }));
    expectTypeOf(both).resolves.toHaveProperty("response").toExtend<Response>();
    void both.then(({ value }) => expectTypeOf(value.id).toBeString());
    // @ts-expect-error: not selected
    void both.then(({ value }) => value.templateId);
    // @ts-expect-error: a call, not its outcome
    void api.withResponse(client, api.getSynchronizationJob(client, job));
    expectTypeOf(api.cancelUpload(client, { uploadUrl: "https://…" })).resolves.toBeVoid();
    // @ts-expect-error: the session, not its address
    void api.cancelUpload(client, "https://…");
  },

  "required headers make the options required; others are offered"() {
    void api.updateSynchronizationJob(client, job, {}, ifMatch);
    void api.deleteSynchronizationJob(client, { applicationId: "a", synchronizationJobId: "j" });
    void api.countSynchronizedIdentity(client, job, {
      headers: { ConsistencyLevel: "eventual" },
      filter: "state eq 'x'",
    });
    // @ts-expect-error: If-Match is missing
    void api.updateSynchronizationJob(client, job, {});
    // @ts-expect-error: also beside another one
    void api.updateSynchronizationJob(client, job, {}, { headers: { Prefer: "return=minimal" } });
    // @ts-expect-error: a header is text
    void api.updateSynchronizationJob(client, job, {}, { headers: { "If-Match": 1 } });
  },

  "a client is anything that sends; what is around the service is told to it"() {
    const logging: api.Middleware = (request, next) => {
      expectTypeOf(request).toEqualTypeOf<api.ApiRequest>();
      return next(request);
    };
    const own = api.createClient({
      token: async () => "t",
      fetch: (url, init) => fetch(url, init),
      headers: { "x-own": "1" },
      middleware: [logging],
      timeout: 5000,
      retry: { limit: 5, base: 100, cap: 1000, budget: 10_000 },
    });
    expectTypeOf(own).toEqualTypeOf<Client>();
    expectTypeOf<keyof Client>().toEqualTypeOf<"send">();
    void api.getSynchronizationJob({ send: async () => new Response() }, job, {
      signal: AbortSignal.timeout(1),
      timeout: 1,
    });
    // @ts-expect-error: sends nothing
    void api.getSynchronizationJob({}, job);
    // @ts-expect-error: no token
    void api.createClient({ token: async () => undefined });
    // @ts-expect-error: answers nothing
    void api.createClient({ middleware: [async () => {}] });
    // @ts-expect-error: how often, not whether
    void api.createClient({ retry: true });
    // @ts-expect-error: no such setting
    void api.createClient({ retry: { times: 3 } });
    // @ts-expect-error: milliseconds
    void api.getSynchronizationJob(own, job, { timeout: "5s" });
  },

  "a batch is a client, with steps that wait for each other"() {
    const batch = api.createBatch(client, { size: 4, retry: { limit: 0 } });
    expectTypeOf(batch).toExtend<Client>();
    const one = batch.step();
    expectTypeOf(batch.step(one)).toEqualTypeOf<Client>();
    expectTypeOf(api.listTemplates(one, { applicationId: "a" })).toExtend<PromiseLike<Page<object>>>();
    // @ts-expect-error: batches are made of a client
    void api.createBatch({ size: 4 });
    // @ts-expect-error: waits for steps, not for calls
    void batch.step(api.deleteSynchronizationJob(one, job));
  },

  "expressions take values that OData can write"() {
    const filter = api.odata`id in ${["a", 1, true, null]} and at ge ${new Date(0)} and ${api.unquoted("P1D")} gt ${2}`;
    expectTypeOf(filter).toEqualTypeOf<api.Expression>();
    void api.listJobs(client, { applicationId: "a" }, { filter });
    // @ts-expect-error: nothing to compare with
    void api.odata`id eq ${undefined}`;
    // @ts-expect-error: no literal
    void api.odata`id eq ${{ id: 1 }}`;
    // @ts-expect-error: text or an expression
    void api.listJobs(client, { applicationId: "a" }, { filter: 5 });
  },

  "lists give a page when awaited, items when iterated"() {
    type Jobs = ReturnType<typeof api.listSynchronizedIdentities>;
    expectTypeOf<Awaited<Jobs>>().toEqualTypeOf<Page<SynchronizedIdentity>>();
    expectTypeOf<Jobs>().toExtend<AsyncIterable<SynchronizedIdentity>>();
    expectTypeOf<Jobs["pages"]>().returns.toEqualTypeOf<AsyncIterable<Page<SynchronizedIdentity>>>();
    expectTypeOf<Page<SynchronizedIdentity>["count"]>().toEqualTypeOf<number | undefined>();
    // @ts-expect-error: pages have to be waited for
    void Array.from<SynchronizedIdentity>(api.listSynchronizedIdentities(client, {}));
    // @ts-expect-error: a page has items, a list has none yet
    void api.listSynchronizedIdentities(client, {}).items;
    void api.listJobs(
      client,
      { applicationId: "a" },
      { filter: api.odata`templateId eq ${"x"}`, orderBy: "id desc", top: 5 },
    );
    // @ts-expect-error: no documented name to order by
    void api.listJobs(client, { applicationId: "a" }, { orderBy: "name" });
    void api.listJobs(client, { applicationId: "a" }, { orderBy: "schema/version desc" });
    // @ts-expect-error: a relationship has no order
    void api.listJobs(client, { applicationId: "a" }, { orderBy: "schema" });
    // @ts-expect-error: a number
    void api.listJobs(client, { applicationId: "a" }, { top: "5" });
  },

  "deltas tell what is gone, and where to go on"() {
    const changes = api.deltaSynchronizedIdentity(client, job);
    expectTypeOf(changes).toEqualTypeOf<Delta<SynchronizedIdentity>>();
    expectTypeOf<Awaited<typeof changes>>().toEqualTypeOf<DeltaPage<SynchronizedIdentity>>();
    expectTypeOf(changes.since("https://…")).toEqualTypeOf(changes);
    expectTypeOf(changes.deltaLink).toEqualTypeOf<string | undefined>();
    const narrow = (item: SynchronizedIdentity | Removed): void => {
      if (api.isRemoved(item)) expectTypeOf(item["@removed"].reason).toEqualTypeOf<"changed" | "deleted" | undefined>();
      else expectTypeOf(item).toEqualTypeOf<SynchronizedIdentity>();
      // @ts-expect-error: may be gone
      void item.state;
    };
    expectTypeOf(narrow).returns.toBeVoid();
    // @ts-expect-error: there may be none before the last page
    void changes.since(changes.deltaLink);
  },

  "@odata.type narrows to a derived type"() {
    const narrow = (event: AnySynchronizationEvent, owner: AnyDirectoryObject): void => {
      if (event["@odata.type"] === "#microsoft.graph.synchronizationObjectEvent")
        expectTypeOf(event).toEqualTypeOf<SynchronizationObjectEvent>();
      if (event["@odata.type"] === "#microsoft.graph.synchronizationQuarantineEvent")
        expectTypeOf(event).toEqualTypeOf<SynchronizationQuarantineEvent>();
      if (owner["@odata.type"] === "#microsoft.graph.user") expectTypeOf(owner).toEqualTypeOf<User>();
      expectTypeOf<ServicePrincipal>().toExtend<AnyDirectoryObject>();
      // @ts-expect-error: no documented type
      if (owner["@odata.type"] === "#microsoft.graph.device") return;
      // @ts-expect-error: only one of them has it
      void event.objectId;
    };
    expectTypeOf(narrow).returns.toBeVoid();
  },

  "isOfType narrows, also what select and filter leave over"() {
    const narrow = (event: AnySynchronizationEvent, events: AnySynchronizationEvent[], base: DirectoryObject): void => {
      const [first] = events.filter((each) => api.isOfType(each, "#microsoft.graph.synchronizationObjectEvent"));
      expectTypeOf(first).toExtend<SynchronizationObjectEvent | undefined>();
      if (api.isOfType(event, "#microsoft.graph.synchronizationQuarantineEvent"))
        expectTypeOf(event).toExtend<SynchronizationQuarantineEvent>();
      else expectTypeOf(event).toEqualTypeOf<AnySynchronizationEvent>();
      // @ts-expect-error: no type of this family
      void api.isOfType(event, "#microsoft.graph.user");
      // @ts-expect-error: no union, nothing to tell apart
      void api.isOfType(base, "#microsoft.graph.user");
      // @ts-expect-error: of another type than asked for
      void events.filter((each) => api.isOfType(each, "#microsoft.graph.synchronizationEvent"))[0]?.objectId;
    };
    expectTypeOf(narrow).returns.toBeVoid();
    const owned = async (): Promise<void> => {
      const [owner] = (await api.listOwners(client, job, { select: ["id"] })).items;
      if (owner && api.isOfType(owner, "#microsoft.graph.user"))
        expectTypeOf(owner).toExtend<{ "@odata.type": "#microsoft.graph.user"; id: string }>();
    };
    expectTypeOf(owned).returns.resolves.toBeVoid();
  },

  "other answers are what they are"() {
    expectTypeOf(api.deleteSynchronizationJob(client, job)).resolves.toBeVoid();
    expectTypeOf(api.countSynchronizedIdentity).returns.resolves.toBeNumber();
    expectTypeOf(api.getLogo).returns.resolves.toEqualTypeOf<Content>();
    expectTypeOf(api.discoverDirectoryDefinition).returns.resolves.toEqualTypeOf<Accepted>();
    expectTypeOf(api.getDailySummariesForSynchronizationJob).returns.toEqualTypeOf<List<DailySummary>>();
    // @ts-expect-error: nothing comes back
    void api.deleteSynchronizationJob(client, job).then(({ id }) => id);
    // @ts-expect-error: bytes
    void api.getLogo(client, template).then((logo) => logo.length);
  },

  "what goes on for longer can be followed, what is large sent in pieces"() {
    const poller = api.createPoller<api.SynchronizationOperation>(
      client,
      { location: "https://…" },
      {
        done: ({ status }) => status === "succeeded",
      },
    );
    expectTypeOf<Awaited<typeof poller>>().toEqualTypeOf<api.SynchronizationOperation>();
    expectTypeOf(poller).toExtend<AsyncIterable<api.SynchronizationOperation>>();
    expectTypeOf(api.upload<User>(client, { uploadUrl: "https://…" }, new Blob([]))).toEqualTypeOf<Promise<User>>();
    // @ts-expect-error: the answer, not its address
    void api.createPoller(client, "https://…");
    // @ts-expect-error: a file
    void api.upload(client, { uploadUrl: "https://…" }, "text");
  },

  "enumerations are unions of their members, with the values to loop over"() {
    // @ts-expect-error: no member
    const severity: api.SynchronizationEventSeverity = "fatal";
    void severity;
    expectTypeOf<api.SynchronizationEventSeverity>().toEqualTypeOf<"information" | "warning" | "error">();
    expectTypeOf(api.synchronizationEventSeverityValues).toEqualTypeOf<readonly ["information", "warning", "error"]>();
  },

  "keys are there, nulls where the docs speak of them, sub-namespaces under their name"() {
    expectTypeOf<SynchronizationTemplate>().toHaveProperty("id").toBeString();
    // @ts-expect-error: the key is missing
    const keyless: SynchronizationTemplate = { description: null };
    // @ts-expect-error: no page speaks of null
    const nothing: SynchronizationTemplate = { id: "t", default: null };
    void [keyless, nothing];
    expectTypeOf<SynchronizationTemplate["description"]>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<SynchronizationTemplate["default"]>().toEqualTypeOf<boolean | undefined>();
    expectTypeOf<SynchronizationReports.DailySummary>().toEqualTypeOf<DailySummary>();
  },

  "permissions can be asked for, errors have a shape"() {
    const { permissions } = api.leastPrivileged([api.listJobsOperation, api.addOwnerOperation], "application");
    expectTypeOf(permissions).toEqualTypeOf<readonly string[]>();
    // @ts-expect-error: no kind of account
    void api.leastPrivileged([api.listJobsOperation], "delegated");
    expectTypeOf(api.isApiError).guards.toEqualTypeOf<api.ApiError>();
    expectTypeOf<
      Pick<api.ApiError, "code" | "status" | "innerCode" | "requestId" | "retryAfter" | "body">
    >().toEqualTypeOf<{
      readonly code: string;
      readonly status: number;
      readonly innerCode?: string | undefined;
      readonly requestId?: string | undefined;
      readonly retryAfter?: number | undefined;
      readonly body?: unknown;
    }>();
    const handle = (error: unknown): void => {
      // @ts-expect-error: may be anything
      void error.status;
      // @ts-expect-error: the body may be anything, too
      if (api.isApiError(error)) void error.body.error;
    };
    expectTypeOf(handle).returns.toBeVoid();
  },

  "fixtures have the documented types, and stand in for the service"() {
    expectTypeOf(fixtures.update_synchronizationjob.response.body).toExtend<SynchronizationJob>();
    expectTypeOf(fixtures.update_synchronizationjob.request.body).toExtend<api.UpdateSynchronizationJobBody>();
    expectTypeOf(fixtures.delete_synchronizationjob.response.body).toEqualTypeOf<undefined>();
    expectTypeOf(replay(fixtures.get_synchronizationjob)).toExtend<Client>();
    expectTypeOf(replay([fixtures.get_synchronizationjob, fixtures.list_owners]).requests).items.toHaveProperty(
      "method",
    );
    void verify(fixtures.delete_synchronizationjob, (given) => api.deleteSynchronizationJob(given, job));
    // @ts-expect-error: an answer alone is no example
    void replay(fixtures.get_synchronizationjob.response);
    // @ts-expect-error: a call, not its outcome
    void verify(fixtures.delete_synchronizationjob, api.deleteSynchronizationJob(client, job));
    // @ts-expect-error: fixtures are not to be changed
    fixtures.delete_synchronizationjob.response.status = 200;
  },
};

for (const name of Object.keys(rules)) types(name, () => {});
types.run();
