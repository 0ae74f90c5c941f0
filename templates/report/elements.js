/** Parts of the document. Text of pages becomes text of the document, and nothing else. */

/** @param {string} id */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the report has no ${id}`);
  return found;
}

/**
 * @param {string} tag
 * @param {Readonly<Record<string, string>>} attributes
 * @param {readonly (Node | string)[]} content
 */
export function element(tag, attributes, content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
}

/**
 * @param {string} href
 * @param {string} text
 */
export function link(href, text) {
  return element("a", { href }, [text]);
}

/**
 * @param {string} text
 * @param {() => void} act
 */
export function button(text, act) {
  const made = element("button", { type: "button" }, [text]);
  made.addEventListener("click", act);
  return made;
}

/**
 * A table that can be scrolled with the keyboard where it is too wide. Columns from `numbers` on hold numbers.
 *
 * @param {string} caption
 * @param {readonly string[]} names
 * @param {readonly (readonly (readonly (Node | string)[])[])[]} rows
 * @param {number} [numbers]
 */
export function table(caption, names, rows, numbers = names.length) {
  /** @param {number} at */
  const kind = (at) => (at < numbers ? {} : { class: "number" });
  const head = names.map((name, at) => element("th", { scope: "col", ...kind(at) }, [name]));
  const body = rows.map((cells) =>
    element(
      "tr",
      {},
      cells.map((cell, at) => (at === 0 ? element("th", { scope: "row" }, cell) : element("td", kind(at), cell))),
    ),
  );
  const made = element("table", {}, [
    element("caption", {}, [caption]),
    element("thead", {}, [element("tr", {}, head)]),
    element("tbody", {}, body),
  ]);
  return element("div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption }, [made]);
}
