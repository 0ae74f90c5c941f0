/** What users of the generated package ship, in bytes; the table beside its peers is `peers.md`. */
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root } from "../helpers/npm.js";
import { sizesOf } from "./size.js";

const size = suite("size");
const { one, reads, paging, further } = await sizesOf(join(root, "output"));

size("one GET with token, errors and retry: 2 KB", () => {
  assert.ok(one <= 2048, `${one} bytes`);
  assert.ok((reads.at(-1) ?? Infinity) <= 2048, `up to ${reads.at(-1)} bytes`);
});

size("a list with paging: 2.6 KB", () => assert.ok(paging <= 2662, `${paging} bytes`));

size("each further operation: 150 bytes", () => {
  assert.ok(further.length > 30);
  assert.ok((further.at(-1) ?? Infinity) <= 150, `up to ${further.at(-1)} bytes`);
});

size.run();
