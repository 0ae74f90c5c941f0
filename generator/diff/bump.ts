/** The next version of a package, and its changelog. */
import SemVer from "semver/classes/semver.js";
import type { Step } from "./change.js";

/** Below 1.0, minor plays major and patch plays minor. A pre-release is followed by what it leads to, if that is step enough. */
export function nextVersion(version: SemVer, step: Step | "none"): string {
  if (step === "none") return version.version;
  const played = version.major > 0 ? step : step === "major" ? "minor" : "patch";
  return new SemVer(version.version).inc(played).version;
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
