/**
 * The jobs that are done page by page and file by file, and can therefore run beside each other. Each handles a batch; an exception is a bug
 * of ours, and stays with the item that it happened to. What a job needs is loaded when it is first called for.
 */
import type { ModulePlan } from "../plan/plan.js";
import { attempt, type Outcome } from "../shared/failure.js";
import type { OutputFile } from "../shared/output-file.js";
import type { Page } from "../read/page.js";
import type { PageSource } from "../read/source/source.js";

export async function read(sources: readonly PageSource[]): Promise<Outcome<Page>[]> {
  const { readPage } = await import("../read/read-page.js");
  return Promise.all(sources.map((source) => attempt(source.path, "reading", () => readPage(source))));
}

export async function emit(modules: readonly ModulePlan[]): Promise<Outcome<OutputFile[]>[]> {
  const { emitModule } = await import("../emit/typescript/emit-module.js");
  return Promise.all(modules.map((module) => attempt(module.path, "emitting", () => emitModule(module))));
}

export async function format(files: readonly OutputFile[]): Promise<Outcome<OutputFile>[]> {
  const { formatFile } = await import("../emit/typescript/format.js");
  return Promise.all(files.map((file) => attempt(file.path, "emitting", () => formatFile(file))));
}

export const jobs = { read, emit, format };
export type Jobs = typeof jobs;
