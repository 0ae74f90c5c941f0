#!/usr/bin/env node
import { exitCode, main } from "./main.js";
import { optimizeLate } from "../run/optimizing.js";
import { systemCode, systemErrorText } from "../shared/files/system-error.js";

/** Whoever reads the results may go before they end (`docwright rules | head`): that harms nobody. A disk that is full of them does. */
let lost = false;
process.stdout.on("error", (error) => {
  if (systemCode(error) === "EPIPE") return;
  lost = true;
  process.exitCode = exitCode.failed;
  process.stderr.write(`${systemErrorText(Object.assign(error, { path: "The standard output" })) ?? String(error)}\n`);
});
process.stderr.on("error", () => {});

optimizeLate();
const code = await main(process.argv.slice(2), process.stdout, process.stderr);
process.exitCode = lost ? exitCode.failed : code;
