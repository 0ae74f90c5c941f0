import { suite } from "uvu";
import * as assert from "uvu/assert";
import { lastSentence, saysTogether } from "../generator/shared/sentences.js";

const sentences = suite("sentences");

sentences("words belong together within a sentence, in their order", () => {
  const says = (text: string): boolean => saysTogether(text, /\bleave\b/i, /\bempty\b/i);
  assert.ok(says("Please leave the body empty."));
  assert.ok(says("First this. Leave it. Leave the body empty."));
  assert.not.ok(says("Leave the body. It is empty."));
  assert.not.ok(says("Empty it, then leave."));
});

sentences("the last sentence is what stands behind the last full stop", () => {
  assert.is(lastSentence("One. Two"), " Two");
  assert.is(lastSentence("no stop"), "no stop");
  assert.is(lastSentence("One."), "");
});

sentences.run();
