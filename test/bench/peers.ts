/**
 * `npm run bench:peers`: sizes of bundles and cost of types beside what else could be used for the same call, in one run. Writes the table in
 * `peers.md`. The types are those of a package generated from all of v1.0, where the corpora are there.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { corpora } from "../corpora/judge.js";
import { root, run } from "../helpers/npm.js";
import { toolsOf } from "../helpers/tools.js";
import { sideBySide, throughput } from "./side-by-side.js";
import { bundled, sizesOf } from "./size.js";
import { typeCosts } from "./type-cost.js";
import type { Cost } from "./type-cost.js";

const programs = join(root, "test/bench/fixtures");
const tsc = join(root, "node_modules/typescript/bin/tsc");
const peers = [
  ["hand-written fetch", "fetch.ts"],
  ["openapi-fetch", "openapi-fetch.ts"],
  ["@microsoft/microsoft-graph-client", "graph-client.ts"],
  ["@microsoft/msgraph-sdk (Kiota)", "kiota.ts"],
] as const;

async function peerTable(): Promise<string> {
  const { one } = await sizesOf(join(root, "output"));
  const modules = toolsOf("bench");
  const rows: string[][] = [["this package, one GET", bytes(one)]];
  for (const [name, file] of modules === undefined ? [] : peers) {
    rows.push([name, bytes(await bundled(readFileSync(join(programs, file), "utf8"), programs, [modules ?? ""]))]);
  }
  return `# Beside its peers

Written by \`npm run bench:peers\`. Bytes of one program's bundle (esbuild \`--bundle --minify --format=esm\`, then \`gzip -9\`) that reads one object
with a token, errors and (but for openapi-fetch) retry.

${tableOf(["program", "bytes"], rows)}
`;
}

/** Sizes of programs that use the package in `folder`, which was generated from `docs`. */
async function sizeTable(docs: string, folder: string): Promise<string> {
  const { one, reads, paging, further, described } = await sizesOf(folder);
  const rows = [
    ["one GET", bytes(one), "2,048"],
    [`one GET: each of ${bytes(reads.length)}`, ...range(reads), over(reads, 2048)],
    ["one list with paging", bytes(paging), "2,662"],
    [`each of ${bytes(further.length)} further operations`, ...range(further), over(further, 150)],
    ["the same and its constant with the permissions", ...range(described), over(described, 150)],
  ];
  return `The package generated from ${docs}:

${tableOf(["program", "bytes", "at most"], rows)}
`;
}

/** Of sorted sizes: from the smallest to the largest, with the average. */
function range(sizes: readonly number[]): [string] {
  const average = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return [`${bytes(sizes[0] ?? 0)} to ${bytes(sizes.at(-1) ?? 0)}, average ${bytes(Math.round(average))}`];
}

/** `2,048, exceeded by 3` */
function over(sizes: readonly number[], limit: number): string {
  const count = sizes.filter((size) => size > limit).length;
  return count === 0 ? bytes(limit) : `${bytes(limit)}, exceeded by ${bytes(count)}`;
}

/** What the package generated from a large corpus costs. */
async function corpusTables(folder: string): Promise<string[]> {
  const modules = toolsOf("bench");
  if (!existsSync(corpora) || modules === undefined) {
    console.log("skipped: sizes and cost of types over v1.0 (../shared/corpora or the peers are not there)");
    return [];
  }
  mkdirSync(join(folder, "node_modules"));
  for (const name of readdirSync(modules)) symlinkSync(join(modules, name), join(folder, "node_modules", name));
  const home = installCorpus(folder);
  return [await sizeTable("all of v1.0", home), typeTable(folder), pairTable(folder), speedTable(folder)];
}

function pairTable(folder: string): string {
  const pairs = sideBySide(join(programs, "pairs"), tsc, folder);
  const verdict = (refused: boolean): string => (refused ? "refused" : "accepted");
  const rows = pairs.map(({ task, lines, refused }) => [
    task,
    ...lines.map(String),
    `${refused.filter(({ ours }) => ours).length} of ${refused.length}`,
    `${refused.filter(({ theirs }) => theirs).length} of ${refused.length}`,
  ]);
  const mistakes = pairs.flatMap(({ task, refused }) =>
    refused.map(({ what, ours, theirs }) => [`${task}: ${what}`, verdict(ours), verdict(theirs)]),
  );
  return `The same programs (\`fixtures/pairs\`) with the package of all of v1.0, and with microsoft-graph-client and microsoft-graph-types: lines,
and mistakes that the compiler refuses:

${tableOf(["task", "lines", "lines, graph-client", "refused", "refused, graph-client"], rows)}

${tableOf(["mistake", "this package", "graph-client"], mistakes)}
`;
}

function speedTable(folder: string): string {
  const { ours, theirs } = throughput(join(programs, "throughput.mjs"), folder);
  const rows = [
    ["this package", bytes(ours)],
    ["@microsoft/microsoft-graph-client", bytes(theirs)],
  ];
  return `Reads a second from a server on the same machine, 20 at a time, with a token (\`fixtures/throughput.mjs\`):

${tableOf(["client", "reads a second"], rows)}
`;
}

function typeTable(folder: string): string {
  const sources = Object.values(typePrograms);
  const measured = [true, false].map((skipLibCheck) => typeCosts(tsc, folder, sources, skipLibCheck));
  const rows = Object.keys(typePrograms).map((name, index) => [
    name,
    ...measured.flatMap((costs) => costCells(costs[index], costs[0])),
  ]);
  return `Cost of its types (\`tsc --extendedDiagnostics\`, best of seven rounds; in brackets, times that of
hand-written fetch), without and with a check of all declarations (\`skipLibCheck\`):

${tableOf(["program", "seconds", "MB", "seconds, all checked", "MB, all checked"], rows)}
`;
}

function costCells(cost: Cost | undefined, base: Cost | undefined): string[] {
  if (cost === undefined || base === undefined) return [];
  return [
    `${cost.seconds.toFixed(2)} (${(cost.seconds / base.seconds).toFixed(2)})`,
    `${cost.megabytes.toFixed(0)} (${(cost.megabytes / base.megabytes).toFixed(2)})`,
  ];
}

/** Generates and builds the package as \`node_modules/graph\`. */
function installCorpus(folder: string): string {
  const home = join(folder, "node_modules/graph");
  const docs = join(corpora, "graph-2021/api-reference/v1.0");
  try {
    run(
      root,
      "node",
      "--import",
      "tsx",
      "generator/cli/bin.ts",
      "generate",
      docs,
      "--out",
      home,
      "--name",
      "graph",
      "--quiet",
    );
  } catch {
    // The docs have errors, as real ones do; the package is there all the same.
  }
  run(home, "node", tsc, "-p", "tsconfig.build.json");
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  return home;
}

const typePrograms: Readonly<Record<string, string>> = {
  "hand-written fetch": `
    interface Message { id: string; subject?: string }
    async function get<T>(path: string): Promise<T> {
      const response = await fetch("https://graph.microsoft.com/v1.0" + path, { headers: { authorization: "Bearer x" } });
      if (!response.ok) throw new Error(String(response.status));
      return await response.json();
    }
    const message = await get<Message>("/me/messages/1");
    console.log(message.subject);
    export {};`,
  "this package, one module": `
    import { getMessage } from "graph/message";
    import { createClient } from "graph/runtime";
    const client = createClient({ baseUrl: "https://graph.microsoft.com/v1.0", token: "x" });
    const message = await getMessage(client, { messageId: "1" });
    console.log(message.subject);`,
  "this package, root": `
    import { createClient, getMessage } from "graph";
    const message = await getMessage(createClient({ token: "x" }), { messageId: "1" });
    console.log(message.subject);`,
  "microsoft-graph-types with microsoft-graph-client": `
    import { Client } from "@microsoft/microsoft-graph-client";
    import type { Message } from "@microsoft/microsoft-graph-types";
    const client = Client.init({ authProvider: (done) => done(null, "x") });
    const message: Message = await client.api("/me/messages/1").get();
    console.log(message.subject);`,
};

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map((_, index) => (index === 0 ? "---" : "---:")), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function bytes(count: number): string {
  return count.toLocaleString("en");
}

const folder = mkdtempSync(join(tmpdir(), "docwright-peers-"));
try {
  const tables = [await peerTable(), await sizeTable("`docs/`", join(root, "output")), ...(await corpusTables(folder))];
  const table = tables.join("\n");
  writeFileSync(join(root, "test/bench/peers.md"), table);
  console.log(table);
} finally {
  rmSync(folder, { recursive: true });
}
