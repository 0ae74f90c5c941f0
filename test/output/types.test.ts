/**
 * What the compiler says to users of the generated package, rule by rule. `tsc` reads the positive and the negative cases; running the file
 * proves that they are all there to be read.
 */
import { expectTypeOf } from "expect-type";
import { suite } from "uvu";
import * as api from "../../output/src/index.js";
import type {
  Accepted,
  AnyDirectoryObject,
  AnySynchronizationEvent,
  Client,
  Content,
  Delta,
  DeltaPage,
  DirectoryObject,
  List,
  Page,
  Removed,
  ServicePrincipal,
  SynchronizationJob,
  SynchronizationJobRelationship,
  SynchronizationObjectEvent,
  SynchronizationQuarantineEvent,
  SynchronizationReports,
  SynchronizationSchema,
  SynchronizationTemplate,
  SynchronizedIdentity,
  User,
} from "../../output/src/index.js";
import type { DailySummary } from "../../output/src/synchronizationReports/dailySummary.js";

const types = suite("types of the generated package");
declare const client: Client;
const job = { applicationsId: "a", synchronizationJobId: "j" };
const ifMatch = { headers: { "If-Match": "*" } };

/** Each holds type assertions only: nothing in here is called. */
const rules: Readonly<Record<string, () => void>> = {
  "a read resolves with the documented type; what can be expanded is absent"() {
    expectTypeOf(api.getSynchronizationEvent(client, { ...job, synchronizationEventId: "1" })).toEqualTypeOf<
      Promise<AnySynchronizationEvent>
    >();
    expectTypeOf(api.listSynchronizedIdentities(client, {})).toEqualTypeOf<List<SynchronizedIdentity>>();
    expectTypeOf<SynchronizationJobRelationship>().toEqualTypeOf<"events" | "identities" | "owners" | "schema">();
    const plain = api.getSynchronizationJob(client, job);
    type Plain = Awaited<typeof plain>;
    expectTypeOf<Plain>().toHaveProperty("schedule");
    expectTypeOf<keyof Plain & SynchronizationJobRelationship>().toBeNever();
  },

  "select narrows to the names that are given"() {
    expectTypeOf(api.getSynchronizationJob(client, job, { select: ["id", "templateId"] })).resolves.toEqualTypeOf<{
      id: string;
      templateId?: string;
    }>();
    expectTypeOf(api.listTemplates(client, { applicationsId: "a" }, { select: ["id"] })).toEqualTypeOf<
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
    expectTypeOf(api.getSynchronizationJob(client, job, { select: ["id"], expand: ["schema"] }))
      .resolves.toHaveProperty("schema")
      .toEqualTypeOf<SynchronizationSchema | null | undefined>();
    expectTypeOf(api.getSynchronizationJob(client, job, { expand: ["schema"] })).resolves.not.toHaveProperty("owners");
    void api.getSynchronizationJob(client, job, { expand: { identities: { select: ["state"], top: 5 }, owners: {} } });
    void api.getSynchronizationJob(client, job, { expand: { schema: { expand: ["directories"] } } });
    // @ts-expect-error: a property is no relationship
    void api.getSynchronizationJob(client, job, { expand: ["schedule"] });
    // @ts-expect-error: nested names are checked
    void api.getSynchronizationJob(client, job, { expand: { identities: { select: ["stat"] } } });
    // @ts-expect-error: a type without relationships has nothing to expand
    void api.getSynchronizedIdentity(client, { synchronizedIdentityId: "1" }, { expand: ["attributes"] });
  },

  "where takes the parameters of exactly one documented route"() {
    void api.listJobs(client, { applicationsId: "a" });
    void api.listJobs(client, { servicePrincipalsId: "s" });
    // @ts-expect-error: no route has both
    void api.listJobs(client, { applicationsId: "a", servicePrincipalsId: "s" });
    // @ts-expect-error: none is left out
    void api.listJobs(client, {});
    // @ts-expect-error: nor misspelt
    void api.getSynchronizationJob(client, { applicationsId: "a", synchronizationJobsId: "j" });
    // @ts-expect-error: nor undefined
    void api.getSynchronizationJob(client, { applicationsId: "a", synchronizationJobId: undefined });
  },

  "what has the documented properties, required ones required, read-only ones absent"() {
    void api.createSynchronizationJob(
      client,
      { applicationsId: "a" },
      { templateId: "t", schedule: { interval: "PT1H" } },
    );
    expectTypeOf(api.createSynchronizationJob(client, { applicationsId: "a" }, { templateId: "t" })).toEqualTypeOf<
      Promise<SynchronizationJob>
    >();
    // @ts-expect-error: templateId is required
    void api.createSynchronizationJob(client, { applicationsId: "a" }, { schedule: {} });
    // @ts-expect-error: status is read-only
    void api.createSynchronizationJob(client, { applicationsId: "a" }, { templateId: "t", status: {} });
    // @ts-expect-error: so is the key
    void api.createSynchronizationJob(client, { applicationsId: "a" }, { templateId: "t", id: "1" });
    // @ts-expect-error: a nested value of another type
    void api.createSynchronizationJob(client, { applicationsId: "a" }, { templateId: "t", schedule: { interval: 40 } });
    // @ts-expect-error: templateId can't be changed
    void api.updateSynchronizationJob(client, job, { templateId: "t" }, ifMatch);
    void api.addOwner(client, job, { "@odata.id": "https://graph.microsoft.com/beta/users/1" });
    // @ts-expect-error: a reference is an address
    void api.addOwner(client, job, { id: "1" });
    void api.updateLogo(client, { applicationsId: "a", synchronizationTemplateId: "t" }, new Blob(["x"]));
    // @ts-expect-error: bytes, not an object
    void api.updateLogo(client, { applicationsId: "a", synchronizationTemplateId: "t" }, { logo: "x" });
  },

  "required headers make the options required; others are offered"() {
    void api.updateSynchronizationJob(client, job, {}, ifMatch);
    void api.deleteSynchronizationJob(client, { applicationsId: "a", synchronizationJobId: "j" });
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

  "lists give a page when awaited, items when iterated"() {
    type Jobs = ReturnType<typeof api.listSynchronizedIdentities>;
    expectTypeOf<Awaited<Jobs>>().toEqualTypeOf<Page<SynchronizedIdentity>>();
    expectTypeOf<Jobs>().toExtend<AsyncIterable<SynchronizedIdentity>>();
    void api.listJobs(
      client,
      { applicationsId: "a" },
      { filter: api.odata`templateId eq ${"x"}`, orderBy: "id desc", top: 5 },
    );
    // @ts-expect-error: no documented name to order by
    void api.listJobs(client, { applicationsId: "a" }, { orderBy: "name" });
    // @ts-expect-error: a number
    void api.listJobs(client, { applicationsId: "a" }, { top: "5" });
  },

  "deltas tell what is gone, and where to go on"() {
    const changes = api.deltaSynchronizedIdentity(client, job);
    expectTypeOf(changes).toEqualTypeOf<Delta<SynchronizedIdentity>>();
    expectTypeOf<Awaited<typeof changes>>().toEqualTypeOf<DeltaPage<SynchronizedIdentity>>();
    expectTypeOf(changes.since("https://…")).toEqualTypeOf(changes);
    const narrow = (item: SynchronizedIdentity | Removed): void => {
      if (api.isRemoved(item)) expectTypeOf(item["@removed"].reason).toEqualTypeOf<"changed" | "deleted" | undefined>();
    };
    expectTypeOf(narrow).returns.toBeVoid();
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

  "other answers are what they are"() {
    expectTypeOf(api.deleteSynchronizationJob(client, job)).resolves.toBeVoid();
    expectTypeOf(api.countSynchronizedIdentity).returns.resolves.toBeString();
    expectTypeOf(api.getLogo).returns.resolves.toEqualTypeOf<Content>();
    expectTypeOf(api.discoverDirectoryDefinition).returns.resolves.toEqualTypeOf<Accepted>();
    expectTypeOf(api.getDailySummariesForSynchronizationJob).returns.toEqualTypeOf<List<DailySummary>>();
  },

  "enumerations are unions of their members, with the values to loop over"() {
    expectTypeOf<api.SynchronizationEventSeverity>().toEqualTypeOf<"information" | "warning" | "error">();
    expectTypeOf(api.synchronizationEventSeverityValues).toEqualTypeOf<readonly ["information", "warning", "error"]>();
  },

  "keys are there, nulls where the docs speak of them, sub-namespaces under their name"() {
    expectTypeOf<SynchronizationTemplate>().toHaveProperty("id").toBeString();
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
    expectTypeOf<api.ApiError["status"]>().toBeNumber();
  },
};

for (const name of Object.keys(rules)) types(name, () => {});
types.run();
