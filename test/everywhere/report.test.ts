/** The HTML report in a real Chromium, opened as a file: with and without script, by keyboard, for screen readers, in both schemes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { judge, look } from "../../generator/check/check.js";
import type { Checked, CheckedPage } from "../../generator/findings/checked.js";
import { html } from "../../generator/findings/formats/html/html.js";
import { noCache } from "../../generator/run/cache.js";
import { chromiumFor, type Browser, type Tab } from "../helpers/chromium.js";
import { root } from "../helpers/npm.js";
import { parcels } from "../helpers/parcels.js";
import { put } from "../helpers/temporary.js";

const report = suite("HTML report");
const folder = mkdtempSync(join(tmpdir(), "docwright-report-"));
report.after(() => rmSync(folder, { recursive: true }));

/** A wheel that the page does not document, text that would be a script, a line that nobody reads. */
const slip = (parcels["api/parcel-get.md"] ?? "")
  .replace('"weight": 3', '"weight": 3,\n  "wheels": 4')
  .replace("Reads where a parcel is.", "Reads </script><img src=x onerror=document.title='run'> a parcel.")
  .replace("---\ntitle", "---\nauthor: mona\ntitle");

async function checkedParcels(): Promise<Checked> {
  const docs = join(folder, "docs");
  put(docs, { ...parcels, "api/parcel-get.md": slip, "guides/weighing.md": "# Weighing\n\nA scale weighs.\n" });
  const options = { name: "parcels", version: "0.1.0", license: "MIT" };
  const run = { cache: noCache, progress() {} };
  const request = { options, run, failOn: "error", folder } as const;
  return judge(await look(docs, request), true, request);
}

/** The address of a report, as a file. */
function fileOf(name: string, checked: Checked): string {
  const path = join(folder, name);
  writeFileSync(path, html(checked));
  return pathToFileURL(path).href;
}

/** What axe has to say, as rule and element. */
async function complaints(tab: Tab): Promise<unknown> {
  await tab.evaluate(readFileSync(createRequire(`${root}/`).resolve("axe-core/axe.min.js"), "utf8"));
  return tab.evaluate(
    "axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html)))",
  );
}

async function open(browser: Browser, url: string, options = {}): Promise<Tab> {
  const tab = await browser.newPage(options);
  await tab.goto(url);
  await tab.waitForSelector("html[data-ready]", { timeout: 10_000 });
  return tab;
}

const launch = chromiumFor("the HTML report");
if (launch !== undefined) {
  const checked = await checkedParcels();
  const url = fileOf("report.html", checked);
  const page = `${url}#/api/parcel-get.md`;
  let browser: Browser;
  report.before(async () => {
    browser = await launch();
  });
  report.after(() => browser.close());

  report("without script the overview reads: counts, rules with their fixes, owners, pages", async () => {
    const tab = await browser.newPage({ javaScriptEnabled: false });
    await tab.goto(url);
    const text = await tab.innerText("main");
    assert.match(text, "6 pages, 3 operations, 1 type, 1 enumeration, 3 examples");
    assert.match(text, /example-property\s+warning\s+1\s+1\s+Document it, or take it out of the example/);
    assert.match(text, /mona\s+1\s+1/);
    await tab.close();
  });

  report(
    "a link leads to a line; each line has one state; the finding stands below it, and nothing else is loaded",
    async () => {
      const tab = await browser.newPage();
      const requests: string[] = [];
      tab.on("request", (request) => requests.push(request.url()));
      const line = slip.split("\n").indexOf('  "wheels": 4,') + 1;
      await tab.goto(`${page}:L${line}`);
      await tab.waitForSelector("li.here", { timeout: 10_000 });
      assert.match(
        await tab.innerText("li.here"),
        /"wheels": 4,\s+warning\s+The example shows wheels, which parcel does not have/,
      );
      assert.is(await tab.evaluate("document.activeElement.id"), `L${line}`);
      const states = await tab.evaluate(
        "[...document.querySelectorAll('.lines > li')].map((item) => item.dataset.state).join('')",
      );
      const { ledger } = checked.pages.find((each) => each.page === "api/parcel-get.md") ??
        assert.unreachable("no page") ?? { ledger: { lines: [] } };
      assert.is(states, statesOf(slip, ledger.lines));
      assert.equal(requests.length, 1);
      await tab.close();
    },
  );

  report("text of a page stays text", async () => {
    const tab = await open(browser, page);
    await tab.waitForSelector("#viewer");
    assert.match(await tab.innerText("#viewer"), "Reads </script><img src=x");
    assert.is(await tab.evaluate("document.images.length"), 0);
    assert.is(await tab.evaluate("document.title"), "api/parcel-get.md - docwright");
    await tab.close();
  });

  report("keys lead from finding to finding while the lines have the focus, and only then", async () => {
    const tab = await open(browser, page);
    await tab.waitForSelector("#viewer");
    await tab.keyboard.press("n");
    assert.is(await tab.evaluate("document.querySelector('.here')"), null);
    await tab.evaluate("document.getElementById('viewer').focus()");
    await tab.keyboard.press("n");
    assert.match(String(await tab.evaluate("document.activeElement.innerText")), "wheels");
    await tab.keyboard.press("n");
    assert.is(await tab.evaluate("document.getElementById('said').textContent"), "There is no other one.");
    await tab.close();
  });

  report("a line says to whoever points at it, or comes to it by keyboard, what became of it", async () => {
    const tab = await open(browser, page);
    await tab.waitForSelector("#viewer");
    const lineOf = (words: string): string => String(slip.split("\n").findIndex((line) => line.includes(words)) + 1);
    for (const [words, symbol] of [
      ["GET /parcels/", "GET /parcels/{parcelId}"],
      ["|Application|", "permissions.application"],
    ] as const) {
      const item = `document.getElementById("L${lineOf(words)}")`;
      assert.match(String(await tab.evaluate(`${item}.title`)), symbol);
      const link = `${item}.querySelector("a.number")`;
      assert.is(await tab.evaluate(`${link}.getAttribute("aria-label")`), `line ${lineOf(words)}: ${symbol}`);
      await tab.evaluate(`${link}.focus({ focusVisible: true })`);
      assert.match(String(await tab.evaluate(`getComputedStyle(${link}, "::after").content`)), symbol);
    }
    assert.is(await tab.evaluate(`document.getElementById("L${lineOf("Reads </script>")}").title`), "");
    await tab.close();
  });

  report("the views of a rule, an owner, all pages and a search lead to the line", async () => {
    for (const hash of ["#rule:example-property", "#owner:mona"]) {
      const tab = await open(browser, `${url}${hash}`);
      assert.match(await tab.innerText("#view"), /api\/parcel-get\.md:\d+\s+warning\s+The example shows wheels/);
      await tab.close();
    }
    const tab = await open(browser, `${url}#pages`);
    assert.match(await tab.innerText("#view"), /api\/parcel-get\.md\s+Get parcel\s+mona\s+1/);
    await tab.evaluate("document.getElementById('search').focus()");
    for (const key of "wheels") await tab.keyboard.press(key);
    await tab.keyboard.press("Enter");
    assert.match(await tab.innerText("#view"), /Findings: 1\s/);
    await tab.close();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    report(`axe finds nothing to complain about, ${colorScheme}`, async () => {
      for (const address of [url, page, `${url}#rule:example-property`]) {
        const tab = await open(browser, address, { colorScheme });
        if (address === page) await tab.waitForSelector("#viewer");
        assert.equal(await complaints(tab), [], address);
        await tab.close();
      }
    });
  }

  report("with 3,000 pages a page opens about as soon as with thirty", async () => {
    const least = async (count: number): Promise<number> => {
      const tab = await open(browser, fileOf(`many-${count}.html`, manyPages(checked, count)));
      const times: number[] = [];
      for (let round = 1; round <= 5; round++)
        times.push(Number(await tab.evaluate(opening(round * Math.floor(count / 6)))));
      await tab.close();
      return Math.min(...times);
    };
    const [few, many] = [await least(30), await least(3_000)];
    // what takes time with each page would take a hundred times as long
    assert.ok(many < 10 * Math.max(few, 15), `${few} ms grew to ${many} ms`);
  });

  report("without sources no text of a page is in the file, the states and findings are", async () => {
    const bare = { ...checked, linesOf: () => undefined };
    assert.not.match(html(bare), "chunk-0");
    const tab = await open(browser, `${fileOf("bare.html", bare)}#/api/parcel-get.md`);
    await tab.waitForSelector("#viewer");
    const text = await tab.innerText("#view");
    assert.match(text, "The report was made without the texts of the pages.");
    assert.match(text, "The example shows wheels");
    assert.not.match(text, "Namespace: microsoft.graph");
    await tab.close();
  });
}

/** A letter for each line: what the ledger says, and nothing for blank ones. */
function statesOf(text: string, lines: CheckedPage["ledger"]["lines"]): string {
  const letters = { fact: "F", example: "E", prose: "P", known: "·", unread: "U" };
  return text
    .split("\n")
    .map((_, index) => letters[lines.find(([from, to]) => index + 1 >= from && index + 1 <= to)?.[2] ?? "known"])
    .join("");
}

/** The parcels again and again. */
function manyPages(checked: Checked, count: number): Checked {
  const [first] = checked.pages.filter(({ page }) => page === "api/parcel-get.md");
  if (first === undefined) throw new Error("no page");
  const pages = Array.from({ length: count }, (_, at) => ({ ...first, page: `api/copy-${at}.md` }));
  return { ...checked, pages, findings: [] };
}

/** Milliseconds from following a link until the lines are there. */
function opening(index: number): string {
  return `new Promise((resolve) => {
    const start = performance.now();
    new MutationObserver((_, observer) => {
      if (document.querySelector("#viewer li") === null) return;
      observer.disconnect();
      resolve(performance.now() - start);
    }).observe(document.getElementById("view"), { childList: true, subtree: true });
    location.hash = "#/api/copy-${index}.md";
  })`;
}

report.run();
