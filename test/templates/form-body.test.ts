/** Forms as they are sent. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { formBody } from "../../templates/runtime/index.js";

const forms = suite("templates/form-body");

/** The fields that are sent, decoded, and what the request says of them. */
function sent(what: unknown, headers = new Headers()): readonly unknown[] {
  const { body } = formBody(what, headers);
  return [[...new URLSearchParams(String(body))], headers.get("content-type")];
}

forms("each member is a field; what is undefined is none, and null is empty", () => {
  assert.equal(sent({ zone: "inner & outer", renews: true, months: 0, note: null, card: undefined }), [
    [
      ["zone", "inner & outer"],
      ["renews", "true"],
      ["months", "0"],
      ["note", ""],
    ],
    "application/x-www-form-urlencoded",
  ]);
});

forms("members of members stand in brackets", () => {
  assert.equal(sent({ holder: { name: "Ann" }, lines: ["a", "b"], rides: [{ from: 1 }, { from: 2 }] }), [
    [
      ["holder[name]", "Ann"],
      ["lines[]", "a"],
      ["lines[]", "b"],
      ["rides[0][from]", "1"],
      ["rides[1][from]", "2"],
    ],
    "application/x-www-form-urlencoded",
  ]);
});

forms("a text is the form itself, and the header of the caller counts", () => {
  assert.equal(sent("a=1", new Headers({ "Content-Type": "text/plain" })), [[["a", "1"]], "text/plain"]);
});

forms.run();
