/** A page as a list of its lines, each with what became of it, and with its findings. */
import { LETTERS, STATES, countOf, grouped, hashOf } from "./data.js";
import { element, link } from "./elements.js";

/** Lines in a list of their own: the browser lays out the lists that are in sight. */
const SLICE = 400;
const SKIPPED = 3;

/**
 * @param {import("./data.js").Report} report
 * @param {import("./data.js").Page} page
 * @param {readonly import("./data.js").Finding[]} findings
 * @param {readonly string[] | undefined} text
 */
export function lineLists(report, page, findings, text) {
  const ofLine = grouped(findings, ({ line }) => line);
  const symbols = grouped(page.symbols, ([line]) => line);
  const last = text?.length ?? Math.max(0, ...page.lines.map(([, to]) => to), ...ofLine.keys());
  /** @type {HTMLElement[]} */
  const lists = [];
  let range = 0;
  let told = -1;
  for (let line = 1; line <= last; line++) {
    if ((line - 1) % SLICE === 0) lists.push(element("ol", { class: "lines", start: String(line) }, []));
    while ((page.lines[range]?.[1] ?? Infinity) < line) range++;
    const [from = Infinity, , state = SKIPPED] = page.lines[range] ?? [];
    const own = line < from ? SKIPPED : state;
    const here = ofLine.get(line) ?? [];
    if (text === undefined && line < from && here.length === 0) continue;
    // once for a run of lines: who listens need not hear it on each
    const says = line >= from && own !== told ? STATES[own] : undefined;
    if (says !== undefined) told = own;
    const names = (symbols.get(line) ?? []).map(([, symbol]) => symbol).join(", ");
    const item = lineItem(page, { line, state: own, says, text: text?.[line - 1] ?? "", names });
    item.append(...here.map((finding) => findingBox(report, finding)));
    lists.at(-1)?.append(item);
  }
  return lists;
}

/**
 * @param {import("./data.js").Page} page
 * @param {{ line: number, state: number, says: string | undefined, text: string, names: string }} shown `names`: what became of the line
 */
function lineItem(page, { line, state, says, text, names }) {
  const letter = LETTERS[state] ?? "";
  const title = names === "" ? {} : { title: names };
  const label = names === "" ? `line ${line}` : `line ${line}: ${names}`;
  return element("li", { id: `L${line}`, "data-state": letter, tabindex: "-1", ...title }, [
    element("a", { class: "number", href: hashOf(page, line), "aria-label": label, "data-names": names }, [
      String(line),
    ]),
    element("span", { class: "letter", "aria-hidden": "true" }, [letter]),
    ...(says === undefined ? [] : [element("span", { class: "hidden" }, [`${says}: `])]),
    element("code", {}, [text]),
  ]);
}

/**
 * @param {import("./data.js").Report} report
 * @param {import("./data.js").Finding} finding
 */
function findingBox(report, finding) {
  const rule = report.rules[finding.rule];
  const state = finding.state === "new" ? "" : ` (${finding.state}${finding.reason ? `: ${finding.reason}` : ""})`;
  const box = element("div", { class: `finding ${finding.severity}` }, [
    element("span", { class: "severity" }, [`${finding.severity}${state}`]),
    element("p", {}, [`${finding.message} `, link(`#rule:${rule?.id ?? ""}`, rule?.id ?? "")]),
    element("p", {}, [`Fix: ${rule?.fix ?? ""}`]),
  ]);
  for (const { page, line, message } of finding.related) {
    const known = report.pages.find(({ path }) => path === page);
    const place = `${page}:${line}`;
    box.append(element("p", {}, [`${message} `, known ? link(hashOf(known, line), place) : place]));
  }
  return box;
}

/** @param {import("./data.js").Page} page */
export function legend(page) {
  const items = STATES.map((state, at) =>
    element("li", { "data-state": LETTERS[at] ?? "" }, [` ${LETTERS[at]} ${state}: ${countOf(page, at)}`]),
  );
  return element("ul", { class: "legend", "aria-label": "States of lines" }, items);
}
