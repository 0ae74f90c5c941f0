/** The generated package as npm would publish it. */
import { cpSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root, run } from "./npm.js";

/** Builds and packs a copy of `output/`; returns the copy and the tarball, both below `folder`. */
export function packOutput(folder: string): { readonly built: string; readonly tarball: string } {
  const built = join(folder, "package");
  cpSync(join(root, "output"), built, {
    recursive: true,
    filter: (path) => !["node_modules", "dist"].includes(basename(path)),
  });
  run(built, join(root, "node_modules/.bin/tsc"), "-p", "tsconfig.build.json");
  const name = run(built, "npm", "pack", "--ignore-scripts", "--silent", "--pack-destination", folder).trim();
  return { built, tarball: join(folder, name) };
}

/** Installs the packed `output/` in an empty folder, the way a user does, and returns that folder. */
export function installOutput(folder: string): string {
  const { tarball } = packOutput(folder);
  const user = join(folder, "user");
  cpSync(join(root, "test/everywhere/fixtures"), user, { recursive: true });
  writeFileSync(join(user, "package.json"), '{ "private": true, "type": "module" }\n');
  run(user, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", tarball);
  return user;
}
