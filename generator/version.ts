import { readFileSync } from "node:fs";

const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** The version of docwright itself. */
export const toolVersion: string = readVersion();

/** Names of the packages that docwright uses. */
export const dependencies: readonly string[] = readDependencies();

function readVersion(): string {
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) return String(manifest.version);
  throw new Error("package.json has no version");
}

function readDependencies(): string[] {
  const found =
    typeof manifest === "object" && manifest !== null && "dependencies" in manifest && manifest.dependencies;
  return typeof found === "object" && found !== null ? Object.keys(found) : [];
}
