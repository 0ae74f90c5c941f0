/** Each line of a page that became something can say what: what the report shows when somebody points at it. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { symbolsOf } from "../../generator/model/symbols.js";
import { parcels } from "../helpers/parcels.js";
import { apiOf } from "./api-of.js";

const symbols = suite("model/symbols");
const all = symbolsOf(apiOf(parcels));

/** What a page's lines say, with the text that they hold. */
function said(page: string): readonly (readonly [text: string, symbol: string])[] {
  const lines = parcels[page]?.split("\n") ?? [];
  return (all.get(page) ?? []).map(([line, symbol]) => [lines[line - 1]?.split("|", 2).join("|") ?? "", symbol]);
}

symbols("a page of a type: its title, and the rows of its properties", () => {
  assert.equal(said("resources/parcel.md"), [
    ["# parcel resource type", "parcel"],
    ["|id", "parcel.id"],
    ["|weight", "parcel.weight"],
    ["|state", "parcel.state"],
  ]);
});

symbols("a page of an operation: its title, accounts, request lines, rows of the body, examples", () => {
  assert.equal(said("api/parcel-post.md"), [
    ["# Create parcel", "parcel-post"],
    ["|Delegated (work or school account)", "permissions.delegatedWork"],
    ["|Delegated (personal Microsoft account)", "permissions.delegatedPersonal"],
    ["|Application", "permissions.application"],
    ["POST /parcels", "POST /parcels"],
    ["|weight", "body.weight"],
    ["POST https://graph.microsoft.com/v1.0/parcels", "create_parcel"],
  ]);
});

symbols.run();
