/** Brings a folder to one of the two packages, as a run of docwright does: `write-once <folder> old|new [kept …]`. */
import { recoverOutput, targetOf, writeOutput } from "../../generator/write/write.js";
import { quietly } from "../../generator/write/work-folder.js";
import { packageOf } from "./packages.js";

const [out = "", version = "", size = "", ...keep] = process.argv.slice(2);
const target = targetOf(out, `${out}-docs`, keep);
const waiting = { ...quietly, tell: (line: string) => process.stderr.write(`${line}\n`) };
recoverOutput(target, waiting);
writeOutput(target, packageOf(version === "old" ? "old" : "new", Number(size)), waiting);
