/**
 * Loaded before a program with `--import`: kills its process just before one of the calls that change the disk, as a power-hungry colleague
 * would. `KILL_AT` is `any 12` (the twelfth such call) or `rename 2` (the second rename). What one call of node:fs does in several calls of
 * the system is taken apart. Says at the end how many there were.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";

const [wanted = "", number = "0"] = (process.env["KILL_AT"] ?? "").split(" ");
const counts = new Map<string, number>();
const real = { ...fs };

function about(call: string): void {
  for (const name of [call, "any"]) {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (name === wanted && count === Number(number)) process.kill(process.pid, "SIGKILL");
  }
}

fs.mkdirSync = ((...given: Parameters<typeof fs.mkdirSync>) => {
  about("mkdir");
  return real.mkdirSync(...given);
}) as typeof fs.mkdirSync;

fs.linkSync = (...given) => {
  about("link");
  real.linkSync(...given);
};

fs.renameSync = (...given) => {
  about("rename");
  real.renameSync(...given);
};

fs.rmdirSync = (...given) => {
  about("rmdir");
  real.rmdirSync(...given);
};

/** First the file is there, then what it holds. */
fs.writeFileSync = (path, data, options) => {
  about("open");
  const flag = typeof options === "object" ? (options?.flag ?? "w") : "w";
  const file = real.openSync(String(path), flag);
  about("write");
  real.writeFileSync(file, data);
  real.closeSync(file);
};

fs.rmSync = (path, options) => {
  const entry = real.lstatSync(path, { throwIfNoEntry: false });
  if (entry?.isDirectory() === true && options?.recursive === true) {
    for (const name of real.readdirSync(path)) fs.rmSync(join(String(path), name), options);
    about("rmdir");
    real.rmdirSync(path);
  } else {
    about("unlink");
    real.rmSync(path, options);
  }
};

syncBuiltinESMExports();
process.once("exit", () => real.writeSync(1, `${counts.get("any") ?? 0}\n`));
