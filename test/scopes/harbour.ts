/** A small invented API, a harbour, in which permissions differ in power; and what `scopes` makes of programs that use it. */
import { publishedApi } from "../../generator/emit/json/api-json.js";
import type { PublishedApi } from "../../generator/model/published.js";
import { planPackage } from "../../generator/plan/plan-package.js";
import { answerFor, groupedByOperation, type Answer, type UsedOperation } from "../../generator/scopes/answer.js";
import type { Account } from "../../generator/shared/permission-accounts.js";
import type { ApiPackage } from "../../generator/scopes/package.js";
import { openProgram } from "../../generator/scopes/program.js";
import { usesIn, type Unknown } from "../../generator/scopes/uses.js";
import { inFolder, put } from "../helpers/temporary.js";
import { apiOf, operation, type Pages } from "../model/api-of.js";

/** A page with what each kind of account needs: `Berth.Read, Berth.ReadWrite`, from least to most privileged. */
export function page(title: string, request: string, work: string, application = "Not supported."): string {
  return operation({ title, request, permissions: table(work, application) });
}

export function table(work: string, application = "Not supported."): string {
  return [
    "|Permission type|Permissions (from least to most privileged)|",
    "|:---|:---|",
    `|Delegated (work or school account)|${work}|`,
    "|Delegated (personal Microsoft account)|Not supported.|",
    `|Application|${application}|`,
  ].join("\n");
}

const all = "Harbour.ReadWrite.All";
const lamps = ["### For a quay", table("Quay.Read"), "### For a buoy", table("Buoy.Read")].join("\n\n");

/** `Harbour.ReadWrite.All` opens whatever there is, the others no more than what they are called for. */
export const harbour: Pages = {
  "api/berth-get.md": page(
    "Get berth",
    "GET /berths/{berthId}",
    `Berth.Read, Berth.ReadWrite, ${all}`,
    `Berth.Read.All, ${all}`,
  ),
  "api/berth-update.md": page(
    "Update berth",
    "PATCH /berths/{berthId}",
    `Berth.ReadWrite, ${all}`,
    `Berth.ReadWrite.All, ${all}`,
  ),
  "api/berth-delete.md": page("Delete berth", "DELETE /berths/{berthId}", `Berth.ReadWrite, ${all}`, all),
  "api/boat-list.md": page(
    "List boats",
    "GET /me/boats\nGET /users/{userId}/boats",
    "Boat.Read, Boat.Read.All",
    "Boat.Read.All",
  ),
  "api/boat-get.md": page("Get boat", "GET /boats/{boatId}", `Boat.Read, Boat.Read.All, ${all}`, "Boat.Read.All"),
  "api/crane-get.md": page("Get crane", "GET /cranes/{craneId}", "Not supported.", "Crane.Read.All"),
  "api/crane-start.md": page(
    "Start crane",
    "POST /cranes/{craneId}/start",
    "**TODO: Determine scopes**",
    "**TODO: Determine scopes**",
  ),
  "api/tide-get.md": page("Get tide", "GET /tides/{tideId}", "None.", "None."),
  "api/pilot-get.md": page("Get pilot", "GET /pilots/{pilotId}", "Pilot.Read and Berth.Read", "Pilot.Read.All"),
  "api/rope-get.md": page("Get rope", "GET /ropes/{ropeId}", "Rope.Read, Deck.Read"),
  "api/sail-get.md": page("Get sail", "GET /sails/{sailId}", "Sail.Read, Deck.Read"),
  "api/deck-update.md": page("Update deck", "PATCH /decks/{deckId}", "Deck.Read"),
  "api/fog-get.md": page("Get fog", "GET /fogs/{fogId}", "Fog.Read, Mist.Read").replace(
    " (from least to most privileged)",
    "",
  ),
  "api/lamp-get.md": operation({
    title: "Get lamp",
    request: "GET /quays/{quayId}/lamp\nGET /buoys/{buoyId}/lamp\nGET /lamps/{lampId}",
    permissions: lamps,
  }),
};

const ofHarbour = published(harbour);

export function published(pages: Pages): PublishedApi {
  return publishedApi(planPackage(apiOf(pages), { name: "harbour", version: "1.0.0", license: "MIT" }));
}

/** Programs by path, beside a package that is installed as `harbour`, though not built. */
export async function inProgram<T>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => T | Promise<T>,
  pages: Pages = harbour,
): Promise<T> {
  return inFolder((folder) => {
    put(folder, {
      "node_modules/harbour/package.json": JSON.stringify({ name: "harbour", type: "module" }),
      "node_modules/harbour/api.json": JSON.stringify(pages === harbour ? ofHarbour : published(pages)),
      ...files,
    });
    return use(folder);
  });
}

/** What is found out about the files of `folder`, a line for each thing: see `linesOf`. */
export function scopesIn(
  folder: string,
  account: Account = "delegatedWork",
  patterns = ["main.*"],
  api?: ApiPackage,
): readonly string[] {
  const program = openProgram(patterns, folder, api);
  const { uses, unknown } = usesIn(program, folder);
  return linesOf(answerFor(program.package.api, groupedByOperation(uses), account), unknown);
}

/** `Berth.Read: getBerth 3 5?` for calls in lines 3 and perhaps 5 of the main file, and the rest by its name. */
function linesOf(answer: Answer, unknown: readonly Unknown[]): readonly string[] {
  const told = ({ function: name, spots }: UsedOperation): string =>
    [
      name,
      ...spots.map(
        ({ file, line, called }) => `${file.startsWith("main.") ? "" : `${file}:`}${line}${called ? "" : "?"}`,
      ),
    ].join(" ");
  return [
    ...answer.permissions.map(({ name, operations }) => `${name}: ${operations.map(told).join(", ")}`),
    ...answer.alternatives.map((names) => `or ${names.join(" ")}`),
    ...answer.none.map((one) => `none: ${told(one)}`),
    ...answer.unsupported.map((one) => `unsupported: ${told(one)}`),
    ...answer.undetermined.map((one) => `undetermined: ${told(one)}`),
    ...answer.depends.map((one) => `depends: ${told(one)}`),
    ...answer.warnings.map(({ permission, spot, instead }) =>
      `warning ${permission} ${spot.line} ${instead.join(" ")}`.trim(),
    ),
    ...unknown.map(({ line, text }) => `unknown ${line} ${text}`),
    ...(answer.proven ? [] : ["not proven"]),
  ];
}
