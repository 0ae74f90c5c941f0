/** The first view of the report, as HTML: it reads without any script. */
import type { Checked, CheckedPage } from "../../checked.js";
import { percent, readLines } from "../../read-share.js";
import { counted, countsText, reported } from "../reported.js";
import { escaped } from "../../../shared/html.js";

/** Rows of owners and pages; the rest stands behind the links. */
const MOST = 50;

export function overview(checked: Checked): string {
  return [summary(checked), findingsByRule(checked), byOwner(checked), worstPages(checked)].join("\n");
}

function summary(checked: Checked): string {
  const { counts, described, understood, stale, change } = checked;
  const { lines, rows } = understood;
  const scope = change === undefined ? "" : ` new since ${escaped(change.ref)}`;
  const aside = `${counted(counts.baselined, "old finding")} in the baseline, ${counts.suppressed} suppressed, ${counted(stale.length, "mended entry", "mended entries")} in the baseline`;
  return `<h2>Overview</h2>
<p>${escaped(countsText(counts))}${scope}. ${aside}.</p>
<ul>
<li>${counted(described.pages, "page")}, ${counted(described.operations, "operation")}, ${counted(described.types, "type")}, ${counted(described.enums, "enumeration")}, ${counted(described.examples, "example")}</li>
<li>Read of the lines that say something: ${readShare(checked.pages)}</li>
<li>Understood: ${share(lines)} of ${counted(lines.all, "line")}, ${share(rows)} of ${counted(rows.all, "row")} of tables</li>
</ul>`;
}

/** Rounded down, so that a hundred per cent means all. */
function share({ all, understood }: Checked["understood"]["lines"]): string {
  return `${(all === 0 ? 100 : Math.floor((understood / all) * 1000) / 10).toFixed(1)}%`;
}

function findingsByRule({ rules }: Checked): string {
  const rows = rules.map(({ id, severity, counts, pages, fix }) => [
    `<a href="#rule:${id}">${id}</a>`,
    `<span class="severity ${severity}">${severity}</span>`,
    String(counts.new),
    String(pages),
    escaped(fix),
  ]);
  return table("Findings by rule", ["Rule", "Severity", "New", "Pages", "Fix"], rows, [2, 3]);
}

/** Owners with what is to be mended on their pages, and how much of these is read. */
function byOwner(checked: Checked): string {
  const found = countsByPage(checked);
  const owners = new Map<string, CheckedPage[]>();
  for (const page of checked.pages) {
    const pages = owners.get(page.owner ?? "");
    if (pages) pages.push(page);
    else owners.set(page.owner ?? "", [page]);
  }
  if (owners.size < 2 && owners.has("")) return "";
  const all = [...owners].map(([owner, pages]) => ({
    owner,
    pages: pages.length,
    findings: pages.reduce((sum, { page }) => sum + (found.get(page) ?? 0), 0),
    read: readShare(pages),
  }));
  const rows = all
    .sort((a, b) => b.findings - a.findings)
    .slice(0, MOST)
    .map(({ owner, pages, findings, read }) => [
      owner === "" ? "nobody" : `<a href="#owner:${escaped(encodeURIComponent(owner))}">${escaped(owner)}</a>`,
      String(findings),
      String(pages),
      read,
    ]);
  return table("By owner", ["Owner", "Findings", "Pages", "Read"], rows, [1, 2, 3]);
}

function countsByPage(checked: Checked): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { page } of reported(checked)) counts.set(page, (counts.get(page) ?? 0) + 1);
  return counts;
}

/** Of the lines that are not left out on purpose, those that became something. */
function readShare(pages: readonly CheckedPage[]): string {
  return `${percent(readLines(pages)).toFixed(1)}%`;
}

function worstPages(checked: Checked): string {
  const counts = [...countsByPage(checked)].sort(([, a], [, b]) => b - a).slice(0, MOST);
  const known = new Map(checked.pages.map((page) => [page.page, page]));
  const rows = counts.map(([path, count]) => {
    const page = known.get(path);
    const address = path.split("/").map(encodeURIComponent).join("/");
    return [`<a href="#/${escaped(address)}">${escaped(path)}</a>`, String(count), page ? readShare([page]) : ""];
  });
  return table("Pages with most findings", ["Page", "Findings", "Read"], rows, [1, 2]);
}

/** `rows` hold HTML. */
function table(
  caption: string,
  names: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[],
): string {
  if (rows.length === 0) return "";
  const kind = (at: number): string => (numbers.includes(at) ? ' class="number"' : "");
  const head = names.map((name, at) => `<th scope="col"${kind(at)}>${name}</th>`).join("");
  const body = rows.map((cells) => {
    const all = cells.map((cell, at) => (at === 0 ? `<th scope="row">${cell}</th>` : `<td${kind(at)}>${cell}</td>`));
    return `<tr>${all.join("")}</tr>`;
  });
  return `<div class="wide" tabindex="0" role="region" aria-label="${caption}">
<table>
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>
</div>`;
}
