/** The last release as the registry has it: `--release npm`, `diff npm:…`. The registry is a server of the test's own; npm itself asks it. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { filesInTarball } from "../../generator/shared/files/tarball.js";
import { parcels } from "../helpers/parcels.js";
import { docwright } from "../helpers/run.js";
import { inFolder, put } from "../helpers/temporary.js";

const registry = suite("the last release of the registry");

const MANY = 10_000_000;
const before = Object.fromEntries(Object.entries(parcels).map(([path, text]) => [`docs/${path}`, text]));
const page = "docs/api/parcel-get.md";
/** A further page. */
const additive = {
  "docs/api/parcel-find.md": (before[page] ?? "")
    .replaceAll("Get parcel", "Find parcel")
    .replaceAll("/parcels/", "/found/"),
};

type Files = Readonly<Record<string, string>>;

/** An archive as `npm pack` makes it; a link where the text is `-> target`. */
function packed(files: Files): Buffer {
  const blocks = Object.entries(files).flatMap(([path, text]) => {
    const isLink = text.startsWith("-> ");
    const content = Buffer.from(isLink ? "" : text);
    const header = Buffer.alloc(512);
    header.write(`package/${path}`, 0);
    header.write("0000644\0", 100);
    header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
    header.write(`${"0".padStart(11, "0")}\0`, 136);
    header.write("        ", 148);
    header.write(isLink ? "2" : "0", 156);
    if (isLink) header.write(text.slice(3), 157);
    header.write("ustar\u000000", 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/** Serves one package in some versions, the last of which is `latest`, and tells what it was asked for. */
async function serving(
  name: string,
  versions: Readonly<Record<string, Files>>,
  use: (asked: readonly string[]) => Promise<void>,
): Promise<void> {
  const asked: string[] = [];
  const archives = new Map(Object.entries(versions).map(([version, files]) => [`/${version}.tgz`, packed(files)]));
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    const archive = archives.get(url);
    if (archive) return void response.end(archive);
    if (decodeURIComponent(url) !== `/${name}`) return void response.writeHead(404).end("{}");
    const described = Object.entries(versions).map(([version]) => {
      const own = archives.get(`/${version}.tgz`) ?? Buffer.alloc(0);
      const integrity = `sha512-${createHash("sha512").update(own).digest("base64")}`;
      return [version, { name, version, dist: { tarball: `http://127.0.0.1:${port()}/${version}.tgz`, integrity } }];
    });
    const latest = Object.keys(versions).at(-1);
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ name, "dist-tags": { latest }, versions: Object.fromEntries(described) }));
  });
  const port = (): number => {
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  };
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  try {
    await configured(`http://127.0.0.1:${port()}/`, () => use(asked));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** npm with a registry, without another cache than one of its own, and without patience. */
function configured(address: string, use: () => Promise<void>): Promise<void> {
  return inFolder(async (cache) => {
    const settings = { registry: address, cache, fetch_retries: "0", offline: "false", prefer_offline: "false" };
    const names = Object.entries(settings).map(([name, value]) => [`npm_config_${name}`, value] as const);
    const earlier = names.map(([name]) => [name, process.env[name]] as const);
    for (const [name, value] of names) process.env[name] = value;
    try {
      await use();
    } finally {
      for (const [name, value] of earlier)
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
    }
  });
}

/** A package of the parcels as it was published. */
async function release(version: string): Promise<Files> {
  let files: Files = {};
  await inFolder(async (folder) => {
    put(folder, before);
    await docwright(folder, "generate", "--quiet", "--bump", "--package-version", version);
    const text = (file: string): string => readFileSync(join(folder, "output", file), "utf8");
    files = {
      "package.json": text("package.json"),
      "api.json": text("api.json"),
      "CHANGELOG.md": text("CHANGELOG.md"),
    };
  });
  return files;
}

const first = await release("1.4.0");
const changedDocs = (use: (folder: string) => Promise<void>): Promise<void> =>
  inFolder(async (folder) => {
    put(folder, { ...before, ...additive });
    await use(folder);
  });
const bump = (folder: string, ...words: string[]) => docwright(folder, "generate", "--quiet", "--bump", ...words);

registry("--release npm: the step from the version that the registry calls latest, and its changelog goes on", () =>
  serving("docs-client", { "1.3.0": withVersion(first, "1.3.0"), "1.4.0": first }, () =>
    changedDocs(async (folder) => {
      const { code, output, errors } = await bump(folder, "--release", "npm");
      assert.is(code, 0, errors);
      assert.match(output, "version   1.4.0 → 1.5.0 (minor, since npm)");
      const log = readFileSync(join(folder, "output/CHANGELOG.md"), "utf8");
      assert.match(log, "# Changelog\n\n## 1.5.0\n\n### Added");
      assert.match(log, "## 1.4.0\n\nFirst release.");
      assert.is((await bump(folder, "--release", "npm", "--check")).code, 0);
    }),
  ),
);

/** The same files with another version in the manifest. */
function withVersion(files: Files, version: string): Files {
  return { ...files, "package.json": JSON.stringify({ ...JSON.parse(files["package.json"] ?? "{}"), version }) };
}

registry("another name, a version or a tag is asked for as npm writes it; the manifest says which version it is", () =>
  serving("@post/parcels", { "1.3.0": withVersion(first, "1.3.0"), "2.0.0": withVersion(first, "2.0.0") }, (asked) =>
    changedDocs(async (folder) => {
      const { output, errors } = await bump(folder, "--release", "npm:@post/parcels@1.3.0");
      assert.match(output, "version   1.3.0 → 1.4.0 (minor, since npm:@post/parcels@1.3.0)", errors);
      assert.ok(asked.includes("/1.3.0.tgz") && !asked.includes("/2.0.0.tgz"));
      const { output: latest } = await bump(folder, "--release", "npm:@post/parcels@latest");
      assert.match(latest, "version   2.0.0 → 2.1.0 (minor, since npm:@post/parcels@latest)");
    }),
  ),
);

registry("a published package is a side of diff, too", () =>
  serving("docs-client", { "1.4.0": first }, () =>
    changedDocs(async (folder) => {
      const { output, errors } = await docwright(folder, "diff", "npm:docs-client@1.4.0", "docs");
      assert.match(output, "operation added", errors);
      assert.match((await docwright(folder, "diff", "npm", "npm")).output, "Nothing changed.");
    }),
  ),
);

registry("what does not exist is said in a line, and nothing is written", () =>
  serving("docs-client", { "1.4.0": first }, () =>
    changedDocs(async (folder) => {
      const cases = [
        ["npm:parcels-of-nobody", "The registry has no parcels-of-nobody (E404). Where nothing is published yet"],
        ["npm:docs-client@9.9.9", "The registry has no docs-client@9.9.9 (ETARGET)"],
        ["npm:docs-client@https://example.com/x.tgz", "behind the name stands a version or a tag"],
        ["npm:../secrets", "../secrets is no name for a package"],
        ["npm:--global", "The registry has no --global (E404)"],
        ["npm:git+ssh://git@example.com/x", "is no name for a package"],
      ] as const;
      for (const [label, words] of cases) {
        const { code, errors } = await bump(folder, "--release", label);
        assert.is(code, 3, label);
        assert.ok(errors.includes(words), `${label}: ${errors}`);
      }
      assert.throws(() => readFileSync(join(folder, "output/api.json")));
    }),
  ),
);

registry("a package of somebody else's making, and one that is no package, are refused", () =>
  serving(
    "docs-client",
    { "1.0.0": { "package.json": "{}" }, "1.1.0": { ...first, "api.json": "-> /etc/hostname" } },
    () =>
      changedDocs(async (folder) => {
        const foreign = await bump(folder, "--release", "npm:docs-client@1.0.0");
        assert.is(foreign.code, 3);
        assert.match(foreign.errors, "has no api.json: docwright did not make this package");
        const link = await bump(folder, "--release", "npm:docs-client@1.1.0");
        assert.match(link.errors, "has no api.json");
      }),
  ),
);

registry("without a network, and without npm, it says so", () =>
  changedDocs(async (folder) => {
    // nobody listens on port 9
    await configured("http://127.0.0.1:9/", async () => {
      const { code, errors } = await bump(folder, "--release", "npm");
      assert.is(code, 3);
      assert.match(errors, "The registry cannot be reached (ECONNREFUSED)");
    });
    const path = process.env["PATH"];
    mkdirSync(join(folder, "empty"));
    process.env["PATH"] = join(folder, "empty");
    try {
      const { code, errors } = await bump(folder, "--release", "npm");
      assert.is(code, 3);
      assert.match(errors, "npm cannot be run");
    } finally {
      if (path !== undefined) process.env["PATH"] = path;
    }
  }),
);

registry("a script of the package is not run", () =>
  inFolder(async (folder) => {
    const mark = join(folder, "mark");
    const scripts = Object.fromEntries(
      ["prepack", "prepare", "postpack", "preinstall", "install", "postinstall"].map((name) => [
        name,
        `echo > ${mark}`,
      ]),
    );
    const manifest = JSON.stringify({ ...JSON.parse(first["package.json"] ?? "{}"), scripts });
    await serving("docs-client", { "1.4.0": { ...first, "package.json": manifest } }, () =>
      changedDocs(async (docs) => {
        assert.is((await bump(docs, "--release", "npm")).code, 0);
        assert.throws(() => readFileSync(mark));
      }),
    );
  }),
);

registry("an archive gives the files that are wanted, and no more bytes than allowed", () => {
  const archive = packed({ "api.json": "one", "deep/api.json": "two", "other.json": "three" });
  assert.equal([...filesInTarball(archive, new Set(["api.json"]), MANY)], [["api.json", "one"]]);
  assert.throws(() => filesInTarball(packed({ "api.json": " ".repeat(100_000) }), new Set(["api.json"]), 10_000));
  assert.throws(() => filesInTarball(Buffer.from("no archive"), new Set(["api.json"]), MANY));
  assert.throws(() => filesInTarball(gzipSync("x".repeat(512)), new Set(["api.json"]), MANY), /no archive of files/);
});

registry.run();
