/** How much of the docs is read: the share that is wanted, the badge, and the list of what is not. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { badge } from "../../generator/findings/formats/badge.js";
import { percent, readLines } from "../../generator/findings/read-share.js";
import { checkedWith } from "../helpers/checked.js";
import { parcels } from "../helpers/parcels.js";
import { docwright } from "../helpers/run.js";
import { inFolder, put } from "../helpers/temporary.js";

const share = suite("check/read share");
const docs = Object.fromEntries(Object.entries(parcels).map(([path, text]) => [`docs/${path}`, text]));
/** Two headings that say nothing to docwright, the second on two pages. */
const strange = {
  "docs/api/parcel-get.md": `${parcels["api/parcel-get.md"]}\n## Weather\n\nIt rains.\n\nIt snows.\n\n## Moods\n\nGood.\n`,
  "docs/api/parcel-post.md": `${parcels["api/parcel-post.md"]}\n## Weather\n\nThe sun shines.\n`,
};

share("lines that are left out on purpose count for neither side; less than all is never a hundred", () => {
  const ledger = {
    lines: [
      [1, 4, "known"],
      [5, 6, "fact"],
      [7, 7, "example"],
      [8, 8, "unread"],
    ] as const,
    rows: {},
  };
  assert.equal(readLines([{ ledger }]), { all: 4, read: 3 });
  assert.is(percent({ all: 4, read: 3 }), 75);
  assert.is(percent({ all: 10_000, read: 9_999 }), 99.9);
  assert.is(percent({ all: 0, read: 0 }), 100);
});

share("--min-read fails a check without findings, and says what to do; as a key of the configuration, too", () =>
  inFolder(async (folder) => {
    put(folder, { ...docs, ...strange });
    const { code, output } = await docwright(folder, "check", "--min-read", "100");
    assert.is(code, 1);
    assert.match(output, /Fails because \d\d\.\d% of the lines that say something were read: --min-read wants 100%\./);
    assert.match(output, "`docwright check --unread` lists the others");
    assert.is((await docwright(folder, "check", "--min-read", "10")).code, 0);
    put(folder, { "docwright.config.json": '{ "minRead": 100 }' });
    assert.is((await docwright(folder, "check")).code, 1);
    const { summary } = JSON.parse((await docwright(folder, "check", "--format", "json")).output);
    assert.equal([summary.fails, summary.minRead.wanted], [true, 100]);
    assert.ok(summary.minRead.share < 100);
  }),
);

share("--unread lists headings, the one with most lines first", () =>
  inFolder(async (folder) => {
    put(folder, { ...docs, ...strange });
    const { code, output } = await docwright(folder, "check", "--unread");
    assert.is(code, 0);
    const listed = [...output.matchAll(/^(\d+) lines? on (\d+) pages?  (.*)$/gm)].map(([, lines, pages, heading]) => [
      lines,
      pages,
      heading,
    ]);
    assert.equal(listed, [
      ["5", "2", "Weather"],
      ["2", "1", "Moods"],
    ]);
    assert.match(output, /docs\/api\/parcel-get\.md:\d+ ## Weather/);
    const refused = await docwright(folder, "check", "--unread", "--format", "json");
    assert.equal([refused.code, refused.errors.trim()], [3, "--unread is a list for people: leave out --format json."]);
  }),
);

share("the badge says the share in words, and has one colour for each of good, fair and poor", () => {
  const badgeWith = (unread: number): string =>
    badge(
      checkedWith([], {
        pages: [
          {
            page: "a.md",
            path: "a.md",
            title: "A",
            kind: "concept",
            ledger: {
              lines: [
                [1, 100 - unread, "fact"],
                [200, 199 + unread, "unread"],
              ],
              rows: {},
            },
            symbols: [],
          },
        ],
      }),
    );
  assert.match(badgeWith(1), 'aria-label="docs read: 99.0%"');
  const colors = [1, 5, 50].map((unread) => /fill="(#[0-9a-f]{6})"\/>/.exec(badgeWith(unread))?.[1]);
  assert.is(new Set(colors).size, 3);
});

share("--output badge=path writes it", () =>
  inFolder(async (folder) => {
    put(folder, docs);
    await docwright(folder, "check", "--output", "badge=read.svg");
    assert.match(
      readFileSync(join(folder, "read.svg"), "utf8"),
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*docs read: 100\.0%/,
    );
  }),
);

share.run();
