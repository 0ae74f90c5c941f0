/** A program that uses the packed package compiles with every compiler, under every module resolution, its declarations checked as well. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import { runBeside } from "../helpers/npm.js";
import { installOutput } from "../helpers/packed.js";
import { starts, toolsOf } from "../helpers/tools.js";

const compilers = suite("compilers");
const tools = toolsOf("everywhere");
const versions = ["5.4", "5.9", "6", "7"];
/** `--module` and `--moduleResolution`. */
const resolutions = [
  ["node16", "node16"],
  ["nodenext", "nodenext"],
  ["esnext", "bundler"],
] as const;
const options =
  "--noEmit --strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --skipLibCheck false --target es2022 --lib es2022,dom,dom.iterable";

const folder = mkdtempSync(join(tmpdir(), "docwright-compilers-"));
compilers.before(() => void installOutput(folder));
compilers.after(() => rmSync(folder, { recursive: true }));

for (const version of tools === undefined ? [] : versions) {
  const tsc = join(tools ?? "", `typescript-${version}/bin/tsc`);
  if (!starts("node", tsc)) {
    console.log(`skipped: the package under TypeScript ${version} (its npm package has no program for this machine)`);
    continue;
  }
  for (const [module, resolution] of resolutions) {
    compilers(`TypeScript ${version}, ${resolution}`, async () => {
      const words = `${options} --module ${module} --moduleResolution ${resolution}`.split(" ");
      await runBeside(join(folder, "user"), "node", tsc, ...words, "consumer.ts").catch(
        (error: { stdout?: string }) => {
          throw new Error(error.stdout);
        },
      );
    });
  }
}
compilers.run();
