/** Writes the two packages in turn into the folder that is given, until the process is killed. */
import { targetOf, writeOutput } from "../../generator/write/write.js";
import { packageOf } from "./packages.js";

const [out = ""] = process.argv.slice(2);
const target = targetOf(out, `${out}-docs`);
for (let round = 0; ; round++) {
  writeOutput(target, packageOf(round % 2 === 0 ? "new" : "old"));
  if (round === 2) process.stdout.write("writing\n");
}
