// Runs in every environment: a read, a list of two pages, an error, a download, and a test with the documented answers.
import { createClient, getSynchronizationJob, getSynchronizationTemplate, isApiError } from "synchronization-client";
import { getLogo } from "synchronization-client/synchronizationTemplate";
import { listJobs } from "synchronization-client/synchronization";
import { replay } from "synchronization-client/testing";
import { get_synchronizationjob } from "synchronization-client/fixtures/synchronizationJob";

/** Everything that came back, for the test to compare. */
export async function calls(baseUrl) {
  const client = createClient({ baseUrl, token: () => "secret", retry: { base: 1 } });
  const where = { applicationsId: "a", synchronizationJobId: "b c" };

  const job = await getSynchronizationJob(client, where, { select: ["id"] });
  const jobs = [];
  for await (const { id } of listJobs(client, { applicationsId: "a" })) jobs.push(id);
  const error = await getSynchronizationTemplate(client, { applicationsId: "a", synchronizationTemplateId: "none" })
    .catch((reason) => isApiError(reason) && `${reason.status} ${reason.code}`);
  const logo = await getLogo(client, { applicationsId: "a", synchronizationTemplateId: "t" });
  const bytes = [...new Uint8Array(await logo.arrayBuffer())];

  const documented = await getSynchronizationJob(replay(get_synchronizationjob), where);
  return { job, jobs, error, bytes, documented: documented.id };
}
