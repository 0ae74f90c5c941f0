/**
 * `npm run bench:openapi [-- name=package …]`: what tools make of the OpenAPI document of `docs/`, and of those of other generated packages.
 * Writes the table in `consumers.md`, all of it in one go. What was found out lies in a temporary folder, by the bytes of the document, the
 * tools and these scripts: a run that was interrupted goes on where it was, and what failed is asked again.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../helpers/npm.js";
import { generatorConsumers } from "./generators.js";
import { prismConsumer } from "./prism.js";
import { subjectsOf, type Subject } from "./subjects.js";
import { Deadline, install, manifest, TooLate, versionOf } from "./tools.js";
import { validators } from "./validators.js";

/** A row of the table. */
export interface Consumer {
  readonly name: string;
  /** Whose version stands beside the name. */
  readonly package?: string;
  readonly does: string;
  /** What its figures depend on beside the document and the tools: files of this folder. */
  readonly scripts: readonly string[];
  /** How long it may take at most, where that is less than others may. */
  readonly seconds?: number;
  /** Throws what the tool says when it fails, and `TooLate`. */
  figure(subject: Subject, deadline: Deadline): string | Promise<string>;
}

const consumers: readonly Consumer[] = [...validators, ...generatorConsumers, prismConsumer];
const kept = join(tmpdir(), "docwright-consumers");

/** What is found out of a document. What fails is part of the table. */
async function cell(consumer: Consumer, subject: Subject): Promise<string> {
  const seconds = Math.min(subject.seconds, consumer.seconds ?? Infinity);
  const scripts = consumer.scripts.map((name) => readFileSync(join(import.meta.dirname, name), "utf8"));
  const key = [consumer.name, subject.hash, String(seconds), manifest, ...scripts].join("\0");
  const file = join(kept, createHash("sha256").update(key).digest("hex"));
  if (existsSync(file)) return readFileSync(file, "utf8");
  const { figure, isResult } = await outcome(consumer, subject, seconds);
  if (!isResult) return figure;
  writeFileSync(`${file}.new`, figure);
  renameSync(`${file}.new`, file);
  return figure;
}

/** A failure is no result that could be kept: it may be the machine's. */
async function outcome(
  consumer: Consumer,
  subject: Subject,
  seconds: number,
): Promise<{ figure: string; isResult: boolean }> {
  try {
    return { figure: await consumer.figure(subject, new Deadline(seconds)), isResult: true };
  } catch (error) {
    if (error instanceof TooLate) return { figure: `not within ${seconds} s`, isResult: true };
    return { figure: `**fails**: ${briefly(String(error))}`, isResult: false };
  }
}

function briefly(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("|", "\\|").replaceAll(root, "").slice(0, 160);
}

async function row(consumer: Consumer, subjects: readonly Subject[]): Promise<readonly string[]> {
  const version = consumer.package === undefined ? "" : ` ${versionOf(consumer.package)}`;
  console.log(`${consumer.name}${version}`);
  const cells: string[] = [];
  for (const subject of subjects) {
    const start = performance.now();
    cells.push(await cell(consumer, subject));
    console.log(`${subject.title}: ${cells.at(-1)} (${Math.round((performance.now() - start) / 1000)} s)`);
  }
  return [`${consumer.name}${version}`, consumer.does, ...cells];
}

async function table(): Promise<string> {
  install();
  mkdirSync(kept, { recursive: true });
  const { subjects, missing } = await subjectsOf(process.argv.slice(2));
  const rows: (readonly string[])[] = [];
  for (const consumer of consumers) rows.push(await row(consumer, subjects));
  const titles = subjects.map(({ title }) => title);
  const sizes = ["the document", "MB", ...subjects.map(({ bytes }) => (bytes / 1e6).toFixed(1))];
  const lines = [["consumer", "does", ...titles], ["---", "---", ...titles.map(() => "---")], sizes, ...rows];
  const [, notes = ""] = readFileSync(output, "utf8").split(NOTES);
  const left = missing.length === 0 ? "" : ` Not given to this run: ${missing.join(", ")}.`;
  return `# What tools make of the OpenAPI document

Written by \`npm run bench:openapi\`, of the document of \`docs/\` and of those of published sets of pages.${left}

${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}
${NOTES}${notes}`;
}

/** What follows is written by hand. */
const NOTES = "\n## What the warnings are\n";
const output = join(import.meta.dirname, "consumers.md");

const text = await table();
writeFileSync(output, text);
