/** Further shapes of programs, and what they need, derived by hand from the pages of the harbour. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inProgram, scopesIn } from "./harbour.js";

const shapes = suite("scopes of programs in other shapes");

const cases: Readonly<
  Record<string, { readonly files: Readonly<Record<string, string>>; readonly needs: readonly string[] }>
> = {
  "require: taken apart at once, later, and within another pattern; what is taken and left lying needs nothing": {
    files: {
      "main.js": `const { getBerth, updateBerth: change } = require("harbour");
const api = require("harbour");
const { deleteBerth, ...rest } = { deleteBerth: 1 };
const { getTide = () => {} } = api;
const [{ getRope }] = [require("harbour")];
module.exports.read = () => getBerth(client, { berthId: "1" });
exports.write = () => change(client, { berthId: "1" }, {});
exports.rope = () => getRope(client, { ropeId: "1" });`,
    },
    needs: ["Berth.ReadWrite: getBerth 6, updateBerth 7", "Rope.Read: getRope 8"],
  },
  "fields of a class that hold functions": {
    files: {
      "main.ts": `import { getBerth, deleteBerth, getTide, getPilot } from "harbour";
export class Quay {
  read = getBerth;
  static drop = (berthId: string) => deleteBerth(client, { berthId });
  #tide = () => getTide(client, { tideId: "1" });
  async pilot() {
    return getPilot(client, { pilotId: "1" });
  }
}`,
    },
    needs: [
      "Berth.Read: getBerth 3?, getPilot 7",
      "Berth.ReadWrite: deleteBerth 4",
      "Pilot.Read: getPilot 7",
      "none: getTide 5",
    ],
  },
  "a re-export of a re-export": {
    files: {
      "main.ts": `import { two } from "./second.js";
import * as second from "./second.js";
two(client, { berthId: "1" });
second.one(client, { berthId: "1" });
second.tide(client, { tideId: "1" });`,
      "second.ts": `export { one as two } from "./first.js";
export * from "./first.js";`,
      "first.ts": `import { getTide } from "harbour";
export { getBerth as one, updateBerth as never } from "harbour";
export const tide = getTide;`,
    },
    needs: ["Berth.Read: getBerth 3 4", "none: getTide first.ts:3? 5"],
  },
  "types of what is imported, whatever way": {
    files: {
      "main.ts": `import type { getBerth, updateBerth as change } from "harbour";
import { type deleteBerth, type getBoat as Boat } from "harbour";
type Api = typeof import("harbour");
export type All = [typeof getBerth, Parameters<typeof change>, ReturnType<typeof deleteBerth>, typeof Boat, Api["getTide"]];`,
    },
    needs: [],
  },
  "functions that stand in for parameters": {
    files: {
      "main.ts": `import { getBerth, updateBerth, getTide } from "harbour";
export const read = (berthId: string, get = getBerth) => get(client, { berthId });
export function write({ save = updateBerth } = {}) {
  return save(client, { berthId: "1" }, {});
}
export const unused = (tide = getTide) => 1;`,
    },
    needs: ["Berth.ReadWrite: getBerth 2? 2, updateBerth 3? 4", "none: getTide 6?"],
  },
  "imports at run time": {
    files: {
      "main.ts": `const { getBerth } = await import("harbour");
getBerth(client, { berthId: "1" });
(await import("harbour")).updateBerth(client, { berthId: "1" }, {});
import("harbour").then((api) => api.getTide(client, { tideId: "1" }));
import("harbour").then(({ getRope }) => getRope(client, { ropeId: "1" }));
export {};`,
    },
    needs: ["Berth.ReadWrite: getBerth 2, updateBerth 3", "Rope.Read: getRope 5", "none: getTide 4"],
  },
  "operations in lists, maps and tables": {
    files: {
      "main.ts": `import { getBerth, updateBerth, getTideOperation, getRope, getPilot } from "harbour";
const both = [getBerth, updateBerth];
const named = new Map([["tide", getTideOperation]]);
const table = { rope: getRope, pilot: getPilot } as const;
for (const each of both) each(client, { berthId: "1" }, {});
batch(named.get("tide"));
table.rope(client, { ropeId: "1" });`,
    },
    needs: [
      "Berth.Read: getBerth 2? 5, getPilot 4?",
      "Berth.ReadWrite: updateBerth 2? 5",
      "Pilot.Read: getPilot 4?",
      "Rope.Read: getRope 4? 7",
      "none: getTide 3?",
    ],
  },
  "calls that depend on something": {
    files: {
      "main.ts": `import { getBerth, deleteBerth, getTide, getRope } from "harbour";
(Math.random() > 0.5 ? getBerth : deleteBerth)(client, { berthId: "1" });
Math.random() > 0.5 && getTide(client, { tideId: "1" });
getRope?.(client, { ropeId: "1" });`,
    },
    needs: ["Berth.ReadWrite: deleteBerth 2?, getBerth 2?", "Rope.Read: getRope 4", "none: getTide 3"],
  },
};

for (const [what, { files, needs }] of Object.entries(cases))
  shapes(what, () => inProgram(files, (folder) => assert.equal(scopesIn(folder), needs)));

shapes.run();
