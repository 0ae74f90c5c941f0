/** The next version of a package, and its changelog. */
import type { Step } from "./change.js";

const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-[\w.-]+)?(?:\+[\w.-]+)?$/;

type Numbers = readonly [major: number, minor: number, patch: number];

/** Undefined for what is no version by semver. What stands behind the numbers does not count. */
export function versionNumbers(text: string): Numbers | undefined {
  const found = VERSION.exec(text)?.slice(1, 4).map(Number);
  const [major, minor, patch] = found ?? [];
  return major === undefined || minor === undefined || patch === undefined ? undefined : [major, minor, patch];
}

/** The newer of two comes later. */
export function byVersion(a: Numbers, b: Numbers): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** Below 1.0, minor plays major and patch plays minor. */
export function nextVersion([major, minor, patch]: Numbers, step: Step | "none"): string {
  if (step === "none") return `${major}.${minor}.${patch}`;
  if (major === 0) return step === "major" ? `0.${minor + 1}.0` : `0.${minor}.${patch + 1}`;
  if (step === "major") return `${major + 1}.0.0`;
  return step === "minor" ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

const HEAD = "# Changelog\n";
const ENTRY = /^## /m;

/** `released` with an entry for `version` on top of its own; the same however often it is done. */
export function withEntry(released: string | undefined, version: string, changes: string): string {
  const entries = (released ?? "").split(ENTRY).slice(1);
  const others = entries.filter((entry) => entry.split("\n", 1)[0]?.trim() !== version);
  return `${[HEAD, ...[`${version}\n\n${changes}`, ...others].map((entry) => `## ${entry.trimEnd()}\n`)].join("\n")}`;
}

/** A file for `.changeset/`, from which changesets makes the version later. */
export function changesetText(name: string, step: Step, changes: string): string {
  return `---\n${JSON.stringify(name)}: ${step}\n---\n\n${changes}`;
}
