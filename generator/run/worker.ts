/**
 * The jobs that are done page by page and file by file, and can therefore run beside each other. Each handles a batch, and gives what it makes
 * of an item packed, ready to be handed over and kept; an exception is a bug of ours, and stays with the item that it happened to. What a job
 * needs is loaded when it is first called for, or when the thread is started for it.
 */
import { Tinypool } from "tinypool";
import type { ModulePlan } from "../plan/plan.js";
import { attempt, type Outcome } from "../shared/failure.js";
import type { OutputFile } from "../shared/output-file.js";
import { factsOf } from "../read/account.js";
import type { Page } from "../read/page.js";
import type { PageSource } from "../read/source/source.js";
import { hash } from "../write/manifest.js";
import { pack, type Packed } from "./packed.js";

const needs = {
  read: () => import("../read/read-page.js"),
  emit: () => import("../emit/typescript/emit-module.js"),
  format: () => import("../emit/typescript/format.js"),
};

/** A page, and what stands for its facts: the same as long as it says the same, in the same places. */
export interface ReadPage {
  readonly page: Page;
  readonly facts: string;
}

export async function read(sources: readonly PageSource[]): Promise<Outcome<Packed<ReadPage>>[]> {
  const { readPage } = await needs.read();
  return Promise.all(sources.map((source) => attempt(source.path, "reading", () => pack(withSum(readPage(source))))));
}

function withSum(page: Page): ReadPage {
  return { page, facts: hash(JSON.stringify(factsOf(page))) };
}

export async function emit(modules: readonly ModulePlan[]): Promise<Outcome<Packed<OutputFile[]>>[]> {
  const { emitModule } = await needs.emit();
  return Promise.all(
    modules.map((module) => attempt(module.path, "emitting", async () => pack(await emitModule(module)))),
  );
}

export async function format(files: readonly OutputFile[]): Promise<Outcome<Packed<OutputFile>>[]> {
  const { formatFile } = await needs.format();
  return Promise.all(files.map((file) => attempt(file.path, "emitting", async () => pack(await formatFile(file)))));
}

export const jobs = { read, emit, format };
export type Jobs = typeof jobs;

/** What a thread is started for. */
export interface Purpose {
  job: keyof Jobs;
}

// Before the thread says that it is ready: who started it may be too busy to hand out anything until long after. What fails here would be told
// to nobody; it fails again for the first batch, and is told then.
const job = (Tinypool.workerData as Partial<Purpose> | undefined)?.job;
if (job !== undefined && Object.hasOwn(needs, job)) await needs[job]().catch(() => {});
