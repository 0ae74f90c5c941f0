/** What the report shows beside its overview, which is there without any script: pages, rules, owners, what is searched for. */
import { UNREAD, countOf, encoded, grouped, hashOf, openReport, textOf } from "./data.js";
import { button, byId, element, link, table } from "./elements.js";
import { legend, lineLists } from "./lines.js";

/** Of rows in one table. */
const MOST = 500;

const report = await openReport();
const view = byId("view");
const said = byId("said");
const search = byId("search");
const indexOf = new Map(report.pages.map(({ path }, index) => [path, index]));
const ofPage = grouped(report.findings, ({ page }) => page);

/**
 * @param {string} title
 * @param {readonly (Node | string)[]} content
 */
function show(title, content) {
  const heading = element("h2", { tabindex: "-1" }, [title]);
  view.replaceChildren(heading, ...content);
  view.hidden = false;
  byId("overview").hidden = true;
  document.title = `${title} - docwright`;
  said.textContent = "";
  heading.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/**
 * @param {string} caption
 * @param {number} count
 */
function counted(caption, count) {
  return `${caption}: ${count}${count > MOST ? `, the first ${MOST}` : ""}`;
}

/** @param {readonly import("./data.js").Finding[]} findings */
function findingTable(findings) {
  const rows = findings.slice(0, MOST).map((finding) => {
    const page = report.pages[finding.page];
    const rule = report.rules[finding.rule]?.id ?? "";
    const severity = element("span", { class: `severity ${finding.severity}` }, [finding.severity]);
    return [
      page ? [link(hashOf(page, finding.line), `${page.path}:${finding.line}`)] : [],
      [severity, finding.state === "new" ? "" : ` (${finding.state})`],
      [finding.message],
      [link(`#rule:${rule}`, rule)],
    ];
  });
  return table(counted("Findings", findings.length), ["Place", "Severity", "Message", "Rule"], rows);
}

/** @param {readonly import("./data.js").Page[]} pages */
function pageTable(pages) {
  const rows = pages.slice(0, MOST).map((page) => {
    const found = ofPage.get(indexOf.get(page.path) ?? -1) ?? [];
    return [
      [link(hashOf(page), page.path)],
      [page.title],
      page.owner ? [link(`#owner:${encodeURIComponent(page.owner)}`, page.owner)] : [],
      [String(found.filter(({ state }) => state === "new").length)],
      [String(countOf(page, UNREAD))],
    ];
  });
  return table(counted("Pages", pages.length), ["Page", "Title", "Owner", "New findings", "Unread lines"], rows, 3);
}

/**
 * @param {number} index
 * @param {number | undefined} line
 */
async function showPage(index, line) {
  const page = report.pages[index];
  if (page === undefined) return;
  const findings = ofPage.get(index) ?? [];
  const text = await textOf(report, index);
  const lists = lineLists(report, page, findings, text);
  const viewer = element("div", { id: "viewer", tabindex: "0", role: "region", "aria-label": "Lines" }, lists);
  const place = line === undefined ? "" : `#L${line}`;
  show(page.path, [
    element("p", { class: "quiet" }, [`${page.title}${page.owner ? `, owner ${page.owner}` : ""}`]),
    ...(report.source
      ? [element("p", {}, [link(`${report.source}${encoded(page.file)}?plain=1${place}`, "Source")])]
      : []),
    ...(text ? [] : [element("p", { class: "quiet" }, ["The report was made without the texts of the pages."])]),
    legend(page),
    barOf(viewer),
    viewer,
  ]);
  const target = line === undefined ? null : document.getElementById(`L${line}`);
  if (target) goTo(target);
}

/** Buttons, and keys that count while the focus is among the lines. @param {HTMLElement} viewer */
function barOf(viewer) {
  const buttons = [
    button("Next finding (n)", () => step(viewer, "li:has(.finding)", 1)),
    button("Previous finding (p)", () => step(viewer, "li:has(.finding)", -1)),
    button("Next unread (u)", () => step(viewer, 'li[data-state="U"]', 1)),
  ];
  viewer.addEventListener("keydown", (event) => {
    const at = ["n", "p", "u"].indexOf(event.key);
    if (at >= 0 && !event.ctrlKey && !event.metaKey && !event.altKey) buttons[at]?.click();
  });
  const hint = element("span", { class: "quiet" }, ["The keys work while the focus is among the lines."]);
  return element("div", { class: "bar" }, [...buttons, hint]);
}

/** @param {HTMLElement} item */
function goTo(item) {
  for (const other of document.querySelectorAll(".here")) other.classList.remove("here");
  item.classList.add("here");
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "center" });
}

/** The line of an item. @param {Element | null} item */
function lineOf(item) {
  return Number(item?.id.slice(1) ?? 0);
}

/**
 * @param {Element} viewer
 * @param {string} selector
 * @param {1 | -1} direction
 */
function step(viewer, selector, direction) {
  const at = lineOf(viewer.querySelector(".here"));
  const items = [...viewer.querySelectorAll(selector)].filter((item) => (lineOf(item) - at) * direction > 0);
  const next = direction > 0 ? items[0] : items.at(-1);
  said.textContent = next ? "" : "There is no other one.";
  if (next instanceof HTMLElement) goTo(next);
}

/** @param {string} word */
function showSearch(word) {
  const wanted = word.toLowerCase();
  /** @param {string} text */
  const has = (text) => text.toLowerCase().includes(wanted);
  const pages = report.pages.filter(({ path, title, owner }) => has(path) || has(title) || has(owner));
  const findings = report.findings.filter(({ symbol }) => has(symbol));
  show(`Search: ${word}`, [pageTable(pages), findingTable(findings)]);
  said.textContent = `${pages.length} pages, ${findings.length} findings`;
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function route() {
  const hash = location.hash.slice(1);
  const [, path = "", line] = /^\/(.*?)(?::L(\d+))?$/.exec(decoded(hash)) ?? [];
  const index = indexOf.get(path);
  const rule = report.rules.findIndex(({ id }) => hash === `rule:${id}`);
  if (index !== undefined) void showPage(index, line === undefined ? undefined : Number(line));
  else if (rule >= 0) showRule(rule);
  else if (hash.startsWith("owner:")) showOwner(decoded(hash.slice("owner:".length)));
  else if (hash === "pages") show("Pages", [pageTable(report.pages)]);
  else if (hash.startsWith("/")) show("Not found", [`The report has no page ${path}.`]);
  else showOverview();
}

/** @param {number} rule */
function showRule(rule) {
  const { id, loses, fix } = report.rules[rule] ?? { id: "", loses: "", fix: "" };
  const texts = [loses, `Fix: ${fix}`].map((text) => element("p", {}, [text]));
  show(id, [...texts, findingTable(report.findings.filter((finding) => finding.rule === rule))]);
}

/** @param {string} owner */
function showOwner(owner) {
  const findings = report.findings.filter(({ page }) => report.pages[page]?.owner === owner);
  show(`Owner: ${owner}`, [findingTable(findings), pageTable(report.pages.filter((page) => page.owner === owner))]);
}

function showOverview() {
  view.hidden = true;
  byId("overview").hidden = false;
  document.title = "docwright";
}

search.addEventListener("change", () => {
  if (search instanceof HTMLInputElement && search.value.trim() !== "") showSearch(search.value.trim());
});
byId("tools").hidden = false;
addEventListener("hashchange", route);
route();
document.documentElement.dataset["ready"] = "yes";
