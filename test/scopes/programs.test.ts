/** Small programs, and the permissions that they need, derived by hand from the pages of the harbour. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readPackage } from "../../generator/scopes/package.js";
import { inProgram, scopesIn } from "./harbour.js";

const programs = suite("scopes of programs");

interface Case {
  /** The main file is `main.ts` unless the files say otherwise. */
  readonly files: string | Readonly<Record<string, string>>;
  readonly needs: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  "a call needs the least that its page lists": {
    files: `import { getBerth } from "harbour";
getBerth(client, { berthId: "1" });`,
    needs: ["Berth.Read: getBerth 2"],
  },
  "by another name": {
    files: `import { getBerth as berth } from "harbour";
berth(client, { berthId: "1" });`,
    needs: ["Berth.Read: getBerth 2"],
  },
  "what is listed as higher, where another call needs it anyway": {
    files: `import { getBerth, updateBerth } from "harbour";
getBerth(client, { berthId: "1" });
updateBerth(client, { berthId: "1" }, {});`,
    needs: ["Berth.ReadWrite: getBerth 2, updateBerth 3"],
  },
  "imports that nobody uses, and those for types, need nothing": {
    files: `import { getBerth, updateBerth } from "harbour";
import type { deleteBerth } from "harbour";
export type Parts = Parameters<typeof updateBerth> | Parameters<typeof deleteBerth>;
export declare const later: typeof getBerth;`,
    needs: [],
  },
  "a namespace, by name and by text": {
    files: `import * as api from "harbour";
api.getBerth(client, { berthId: "1" });
api["getTide"](client, { tideId: "1" });`,
    needs: ["Berth.Read: getBerth 2", "none: getTide 3"],
  },
  "a name that is only known later may be any operation": {
    files: `import * as api from "harbour";
export const call = (name: keyof typeof api) => api[name](client);
Object.keys(api);`,
    needs: ["unknown 2 api[name]", "unknown 3 api"],
  },
  "modules of the package, and its namespaces": {
    files: `import { getBerth } from "harbour/berth";
import * as boats from "harbour/boat";
getBerth(client, { berthId: "1" });
boats.getBoat(client, { boatId: "1" });`,
    needs: ["Berth.Read: getBerth 3", "Boat.Read: getBoat 4"],
  },
  "re-exports, with other names, as a namespace, of everything": {
    files: {
      "main.ts": `import { berth, everything, getTide } from "./api.js";
berth(client, { berthId: "1" });
everything.getBoat(client, { boatId: "1" });
getTide(client, { tideId: "1" });`,
      "api.ts": `export { getBerth as berth, deleteBerth } from "harbour";
export * as everything from "harbour";
export * from "harbour";`,
    },
    needs: ["Berth.Read: getBerth 2", "Boat.Read: getBoat 3", "none: getTide 4"],
  },
  "files that are imported belong to the program": {
    files: {
      "main.ts": `import "./work.js";`,
      "work.ts": `import { getBerth } from "harbour";
export const read = () => getBerth(client, { berthId: "1" });`,
    },
    needs: ["Berth.Read: getBerth work.ts:2"],
  },
  "a function that is handed on may be called": {
    files: `import { getBerth, getBoat, getTide } from "harbour";
run(getBerth);
const all = [getBoat];
export const api = { getTide };`,
    needs: ["Berth.Read: getBerth 2?", "Boat.Read: getBoat 3?", "none: getTide 4?"],
  },
  "and is called where it comes by another variable": {
    files: `import { getBerth } from "harbour";
const read = getBerth;
const api = { read };
api.read(client, { berthId: "1" });`,
    needs: ["Berth.Read: getBerth 2? 3? 4"],
  },
  "and where it is one of several, a member, a default": {
    files: `import { getBerth, getBoat, getTide } from "harbour";
const read = fast ? getBerth : getBoat;
read(client, {});
class Tides { get = getTide; now() { return this.get(client, { tideId: "1" }); } }
export const run = (load = getTide) => load(client, { tideId: "1" });`,
    needs: ["Berth.Read: getBerth 2? 3", "Boat.Read: getBoat 2? 3", "none: getTide 4? 4 5? 5"],
  },
  "the default of a file": {
    files: {
      "main.ts": `import berth from "./berth.js";\nberth(client, { berthId: "1" });`,
      "berth.ts": `import { getBerth } from "harbour";\nexport default getBerth;`,
    },
    needs: ["Berth.Read: getBerth 2"],
  },
  "a package that is taken apart by names that are not written down, or handed on as a whole": {
    files: `import * as api from "harbour";
const { getTide, ...others } = api;
const { [name]: some } = api;
run(api, { ...api });`,
    needs: ["unknown 2 api", "unknown 3 api", "unknown 4 api", "unknown 4 api"],
  },
  "constants of operations, as helpers take them": {
    files: `import { getBerthOperation, updateBerthOperation } from "harbour";
leastPrivileged([getBerthOperation], "application");
const { id } = updateBerthOperation;`,
    needs: ["Berth.ReadWrite: getBerth 2?, updateBerth 3?"],
  },
  "several calls in a batch": {
    files: `import { createBatch, createClient, getBerth, getBoat } from "harbour";
const batch = createBatch(createClient());
await Promise.all([getBerth(batch, { berthId: "1" }), getBoat(batch, { boatId: "1" })]);`,
    needs: ["Berth.Read: getBerth 3", "Boat.Read: getBoat 3"],
  },
  "import by require": {
    files: `import api = require("harbour");
api.getBerth(client, { berthId: "1" });`,
    needs: ["Berth.Read: getBerth 2"],
  },
  "require in TypeScript, whole and taken apart": {
    files: `const api = require("harbour");
const { getBoat: boat, getTide } = require("harbour");
api.getBerth(client, { berthId: "1" });
boat(client, { boatId: "1" });`,
    needs: ["Berth.Read: getBerth 3", "Boat.Read: getBoat 4"],
  },
  "require in JavaScript, and what it exports again": {
    files: {
      "main.cjs": `const api = require("./api.cjs");
const { getBoat } = require("harbour");
api.getBerth(client, { berthId: "1" });
getBoat(client, { boatId: "1" });`,
      "api.cjs": `const harbour = require("harbour");
exports.getBerth = harbour.getBerth;`,
    },
    needs: ["Berth.Read: getBerth api.cjs:2? 3", "Boat.Read: getBoat 4"],
  },
  "import() when it is needed": {
    files: `const { getBerth } = await import("harbour");
await getBerth(client, { berthId: "1" });
import("harbour").then((api) => api.getBoat(client, { boatId: "1" }));`,
    needs: ["Berth.Read: getBerth 2", "Boat.Read: getBoat 3"],
  },
  "another function of the same name is another": {
    files: `import { getBoat } from "harbour";
function getBerth(id: string) { return id; }
getBerth("1");
((getBoat: (id: string) => string) => getBoat("1"))(String);`,
    needs: [],
  },
  "other users' boats, by literal keys: the permission reaches one's own": {
    files: `import { listBoats } from "harbour";
listBoats(client, {});
listBoats(client, { userId: "ann" });
const where = { userId: "ann" };
listBoats(client, where);`,
    needs: ["Boat.Read: listBoats 2 3 5", "warning Boat.Read 3 Boat.Read.All", "warning Boat.Read 5 Boat.Read.All"],
  },
  "keys that are not spelt out may lead to other users": {
    files: `import { listBoats } from "harbour";
export const boats = (where: { userId?: string }) => listBoats(client, where);`,
    needs: ["Boat.Read: listBoats 2", "warning Boat.Read 2 Boat.Read.All"],
  },
  "names that are needed together, with what others need": {
    files: `import { getBerth, getPilot } from "harbour";
getPilot(client, { pilotId: "1" });
getBerth(client, { berthId: "1" });`,
    needs: ["Berth.Read: getBerth 3, getPilot 2", "Pilot.Read: getPilot 2"],
  },
  "less power rather than fewer names: `Deck.Read` would do for both, but lets decks be changed": {
    files: `import { getRope, getSail } from "harbour";
getRope(client, { ropeId: "1" });
getSail(client, { sailId: "1" });`,
    needs: ["Rope.Read: getRope 2", "Sail.Read: getSail 3"],
  },
  "two that open as little": {
    files: `import { getFog } from "harbour";
getFog(client, { fogId: "1" });`,
    needs: ["Fog.Read: getFog 2", "or Mist.Read"],
  },
  "what nobody knows and what cannot be called stands by itself, beside what is known": {
    files: `import { getBerth, getCrane, startCrane } from "harbour";
getCrane(client, { craneId: "1" });
startCrane(client, { craneId: "1" });
getBerth(client, { berthId: "1" });`,
    needs: ["Berth.Read: getBerth 4", "unsupported: getCrane 2", "undetermined: startCrane 3"],
  },
  "the route says which table of a page counts, where one is about it": {
    files: `import { getLamp } from "harbour";
getLamp(client, { quayId: "1" });`,
    needs: ["Quay.Read: getLamp 2"],
  },
  "and where none is, the call stands by itself": {
    files: `import { getLamp, getBerth } from "harbour";
getLamp(client, { lampId: "1" });
getBerth(client, { berthId: "1" });`,
    needs: ["Berth.Read: getBerth 3", "depends: getLamp 2"],
  },
};

for (const [title, { files, needs }] of Object.entries(cases))
  programs(title, async () => {
    const all = typeof files === "string" ? { "main.ts": files } : files;
    assert.equal(await inProgram(all, (folder) => scopesIn(folder)), needs);
  });

programs("an application has needs of its own, and no user to be warned of", async () => {
  const main = `import { getBerth, getCrane, listBoats } from "harbour";
getBerth(client, { berthId: "1" });
getCrane(client, { craneId: "1" });
listBoats(client, { userId: "ann" });`;
  assert.equal(await inProgram({ "main.ts": main }, (folder) => scopesIn(folder, "application")), [
    "Berth.Read.All: getBerth 2",
    "Boat.Read.All: listBoats 4",
    "Crane.Read.All: getCrane 3",
  ]);
});

programs(
  "paths of a tsconfig.json lead to the package as well, and so does a package that lies beside the program",
  async () => {
    const tsconfig = {
      compilerOptions: { module: "nodenext", paths: { "#sea": ["./node_modules/harbour/src/index.ts"] } },
    };
    const files = {
      "tsconfig.json": JSON.stringify(tsconfig),
      "node_modules/harbour/src/index.ts": `export declare function getBerth(): void;`,
      "main.mts": `import { getBerth } from "#sea";
import { getBoat } from "./node_modules/harbour/src/index.js";
getBerth(client, { berthId: "1" });
getBoat(client, { boatId: "1" });`,
    };
    assert.equal(await inProgram(files, (folder) => scopesIn(folder)), [
      "Berth.Read: getBerth 3",
      "Boat.Read: getBoat 4",
    ]);
  },
);

programs("folders and globs; declarations are no program", async () => {
  const call = `import { getBerth } from "harbour";\ngetBerth(client, { berthId: "1" });`;
  const files = { "src/a.ts": call, "src/deep/b.tsx": call, "src/c.d.ts": "export {};", "other/d.ts": call };
  await inProgram(files, (folder) => {
    const needs = (pattern: string) => scopesIn(folder, "delegatedWork", [pattern]);
    assert.equal(needs("src"), ["Berth.Read: getBerth src/a.ts:2 src/deep/b.tsx:2"]);
    assert.equal(needs("**/d*.ts"), ["Berth.Read: getBerth other/d.ts:2"]);
    assert.throws(() => needs("nowhere/*.ts"), /No TypeScript or JavaScript file/);
    assert.throws(() => needs("src/c.d.ts"), /No TypeScript or JavaScript file/);
  });
});

programs("the package that is named: one of two, a copy, for imports that lead nowhere", async () => {
  const other = { schema: 1, operations: [], types: [], enums: [] };
  const files = {
    "node_modules/port/package.json": `{ "name": "port" }`,
    "node_modules/port/api.json": JSON.stringify(other),
    "main.ts": `import "port"; import { getBerth } from "harbour";
import { getBoat } from "#sea";
getBerth(client, { berthId: "1" });
getBoat(client, { boatId: "1" });`,
  };
  await inProgram(files, (folder) => {
    const needs = (api: string) => scopesIn(folder, "delegatedWork", ["main.ts"], readPackage(join(folder, api)));
    assert.equal(needs("node_modules/harbour"), ["Berth.Read: getBerth 3", "Boat.Read: getBoat 4"]);
    cpSync(join(folder, "node_modules/harbour"), join(folder, "copy"), { recursive: true });
    assert.equal(needs("copy/api.json"), ["Berth.Read: getBerth 3", "Boat.Read: getBoat 4"]);
    assert.equal(needs("node_modules/port"), []);
  });
});

programs("a program without a package, or with two, says what is missing", async () => {
  const two = { "node_modules/port/api.json": JSON.stringify({ schema: 1, operations: [], types: [], enums: [] }) };
  await inProgram({ "main.ts": `import { readFile } from "node:fs";` }, (folder) =>
    assert.throws(() => scopesIn(folder), /imports no generated package/),
  );
  await inProgram({ ...two, "main.ts": `import "harbour"; import "port";` }, (folder) =>
    assert.throws(() => scopesIn(folder), /say with --api which is meant/),
  );
  const newer = { "node_modules/port/api.json": JSON.stringify({ schema: 2, operations: [] }) };
  await inProgram({ ...newer, "main.ts": `import "port";` }, (folder) =>
    assert.throws(() => scopesIn(folder), /its schema is 2/),
  );
});

programs.run();
