import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { includesOf, loadSources } from "../../generator/read/source/source.js";

const source = suite("read/source");

/** Writes files below a new folder, hands it over, and removes it. */
async function withFiles(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "source-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const library = {
  "docs/api/book-get.md":
    "\ufeff# Get book\r\n\r\n[!INCLUDE [a](../includes/a.md)]\r\n[!INCLUDE [gone](../includes/gone.md)]\n",
  "docs/api/Book-list.md": "[!INCLUDE [a](~/includes/a.md)] [!INCLUDE [b](/shared/b.md)]",
  "docs/resources/book.md": "# book resource type",
  "docs/includes/a.md": "[!INCLUDE [c](sub/c.md)]\r\n",
  "docs/includes/sub/c.md": "The end.",
  "shared/b.md": "Shared.",
  "concepts/permissions-reference.md":
    "|Permission|Display string|\n|:--|:--|\n| _Books.Read_ | Read |\n| _offline_access_ | Stay |\n\n### Loans.Read.All\n\n|Category|Yes|\n",
};

source("pages in code-point order, included files are none of them", () =>
  withFiles(library, async (folder) => {
    const { sources, root } = await loadSources(join(folder, "docs"));
    assert.is(root, join(folder, "docs"));
    assert.equal(
      sources.map(({ path }) => path),
      ["api/Book-list.md", "api/book-get.md", "resources/book.md"],
    );
  }),
);

source("line ends are one kind, a byte order mark is dropped", () =>
  withFiles(library, async (folder) => {
    const { sources } = await loadSources(join(folder, "docs"));
    assert.is(
      sources[1]?.text,
      "# Get book\n\n[!INCLUDE [a](../includes/a.md)]\n[!INCLUDE [gone](../includes/gone.md)]\n",
    );
  }),
);

source("includes by what is written, from the page or from a root, missing ones left out", () =>
  withFiles(library, async (folder) => {
    const { sources } = await loadSources(join(folder, "docs"), [join(folder, "shared")]);
    assert.equal(
      [...(sources[1]?.includes ?? [])],
      [
        ["../includes/a.md", { path: "includes/a.md", text: "[!INCLUDE [c](sub/c.md)]\n" }],
        ["sub/c.md", { path: "includes/sub/c.md", text: "The end." }],
      ],
    );
    assert.equal(
      [...(sources[0]?.includes ?? [])].map(([target, { path }]) => [target, path]),
      [
        ["~/includes/a.md", "includes/a.md"],
        ["sub/c.md", "includes/sub/c.md"],
        ["/shared/b.md", "../shared/b.md"],
      ],
    );
  }),
);

source("a single page", () =>
  withFiles(library, async (folder) => {
    const { sources, root } = await loadSources(join(folder, "docs", "api", "book-get.md"));
    assert.equal([root, sources.map(({ path }) => path)], [join(folder, "docs"), ["api/book-get.md"]]);
  }),
);

source("the names of permissions", () =>
  withFiles(library, async (folder) => {
    assert.equal((await loadSources(join(folder, "docs"))).permissionNames, [
      "Books.Read",
      "Loans.Read.All",
      "offline_access",
    ]);
    assert.is((await loadSources(join(folder, "shared"))).permissionNames?.length, 3);
  }),
);

source("includes in tabs of programming languages do not count", () => {
  const text =
    "# [HTTP](#tab/http)\n[!INCLUDE [a](a.md)]\n# [C#](#tab/csharp)\n[!INCLUDE [b](b.md)]\n---\n[!INCLUDE [c](c.md)]";
  assert.equal(includesOf(text), ["a.md", "c.md"]);
});

source.run();
