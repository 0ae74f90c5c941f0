/**
 * `npm run bench:serve -- <docs> [openapi.json]`: how long the mock server takes to start with a warm cache, what it holds in memory at its
 * peak (also after ten thousand malformed requests), and how many requests for one documented object it answers; beside it Prism on an OpenAPI document, where one is given. What `npm run build` made is
 * measured; autocannon and Prism are fetched by npx.
 */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readMock } from "../../generator/readings.js";
import { nothing, sendMalformed } from "../helpers/malformed.js";

const root = resolve(import.meta.dirname, "../..");
const [docs, openapi] = process.argv.slice(2);
if (docs === undefined) throw new Error("Say which docs folder: npm run bench:serve -- <docs>");
const cache = mkdtempSync(join(tmpdir(), "docwright-bench-"));
const seconds = 10;
const secondsToWarm = 5;
const ticksPerSecond = 100;
const malformed = 10_000;

interface Started {
  readonly process: ChildProcess;
  readonly origin: string;
  readonly seconds: number;
}

try {
  const path = await simplePath(docs);
  const command = [join(root, "dist/cli/bin.js"), "serve", resolve(docs), "--port", "0", "--quiet", "--no-reload"];
  await stop(await start(command, /^(http:\S+) {2}/m));
  const server = await start(command, /^(http:\S+) {2}/m);
  const own = used(server.process.pid);
  measure("docwright serve", server, server.origin + path);
  // Its only child reads the docs, and has ended by now.
  const cpu = own + used(server.process.pid, "its children");
  console.log(`start, warm cache  ${server.seconds.toFixed(2)} s, ${cpu.toFixed(2)} s of one core`);
  const answers = await sendMalformed(malformed, server.origin);
  const left = answers.filter((answer) => answer === nothing).length;
  console.log(`${malformed} malformed   ${left} left waiting, ${memory(server.process.pid)} MB`);
  await stop(server);
  if (openapi !== undefined) {
    const prism = ["npx", "--yes", "@stoplight/prism-cli@5", "mock", openapi, "--port", "4011"];
    const other = await start(prism, /listening on (http:\S+)/);
    console.log(`start, Prism       ${other.seconds.toFixed(2)} s`);
    measure("Prism", other, other.origin + path);
    await stop(other);
  }
} finally {
  rmSync(cache, { recursive: true, force: true });
}

/** Of a read that gives one object: path and query as documented. */
async function simplePath(folder: string): Promise<string> {
  const { model } = await readMock(folder, { name: "bench", version: "0.0.0", license: "MIT" });
  const operation = model.data.operations.find(
    ({ method, result, examples }) => method === "GET" && result !== "list" && examples.length === 1,
  );
  const [example] = Object.values(model.fixtures[operation?.id ?? ""] ?? {});
  if (example === undefined) throw new Error("The docs have no read with one example.");
  const { pathname, search } = new URL(example.request.url, "http://service.example");
  return pathname + search;
}

async function start([program = "", ...words]: readonly string[], ready: RegExp): Promise<Started> {
  const begun = performance.now();
  const [file, ...others] = program === "npx" ? ["npx", ...words] : [process.execPath, program, ...words];
  const child = spawn(file ?? "", others, {
    cwd: cache,
    env: { ...process.env, XDG_CACHE_HOME: cache },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  let text = "";
  for await (const chunk of child.stdout) {
    text += String(chunk);
    const origin = ready.exec(text)?.[1];
    if (origin === undefined) continue;
    child.stdout.resume();
    return { process: child, origin, seconds: (performance.now() - begun) / 1000 };
  }
  throw new Error(`It ended: ${text}`);
}

async function stop({ process: child }: Started): Promise<void> {
  const gone = once(child, "exit");
  // With the processes that npx starts.
  process.kill(-(child.pid ?? 0), "SIGTERM");
  await gone;
}

/** Requests a second as they came, and as one core would answer them if it had nothing else to do; those of the first seconds, while code is compiled, do not count. */
function measure(name: string, { process: child }: Started, url: string): void {
  ask(url, secondsToWarm);
  const before = used(child.pid);
  const { total, non2xx } = ask(url, seconds);
  const cpu = used(child.pid) - before;
  const core = cpu > 0 ? `${Math.round(total / cpu)} for each second of one core, ` : "";
  console.log(
    `${name.padEnd(18)} ${Math.round(total / seconds)} requests/s, ${core}${memory(child.pid)} MB, ${non2xx} not answered: ${url}`,
  );
}

function ask(url: string, duration: number): { readonly total: number; readonly non2xx: number } {
  const words = ["--yes", "autocannon@8", "--json", "--connections", "20", "--duration", String(duration), url];
  const told: { requests: { total: number }; non2xx: number } = JSON.parse(
    execFileSync("npx", words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
  );
  return { total: told.requests.total, non2xx: told.non2xx };
}

/** Seconds of processor time, of a process or of those that it started and that ended; 0 where the system does not tell. */
function used(pid: number | undefined, whose: "its own" | "its children" = "its own"): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const fields = readFileSync(file, "utf8").split(") ")[1]?.split(" ") ?? [];
  const [user, system] = whose === "its own" ? fields.slice(11, 13) : fields.slice(13, 15);
  return (Number(user) + Number(system)) / ticksPerSecond;
}

function memory(pid: number | undefined): string {
  const file = `/proc/${pid}/status`;
  const kilobytes = existsSync(file) ? /VmHWM:\s+(\d+)/.exec(readFileSync(file, "utf8"))?.[1] : undefined;
  return kilobytes === undefined ? "?" : (Number(kilobytes) / 1024).toFixed(0);
}
