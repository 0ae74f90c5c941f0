/** Descriptions that were copied from the row beside them: `lastModifiedDateTime` is when something "was created". */
import type { Row } from "../../read/page.js";
import { cut } from "../../findings/rules.js";
import { shortName } from "../../shared/names.js";
import type { Report } from "../../findings/collect.js";
import type { TypeOnPage } from "../types/type-pages.js";

const MODIFIED = /^(?:last)?(?:modified|updated|changed)/i;
const CREATED = /^created/i;
const SAYS_CREATED = /\bcreat(?:ed|ion|or)\b/i;
const SAYS_MODIFIED = /\b(?:modif|updat|chang|edit|last)/i;
/** Said outright: a name such as `changeTrackedEntity` is no word of the sentence. */
const WAS_MODIFIED = /\b(?:modified|updated|changed|edited|modification)\b/i;
const SHOWN = 100;

/** Findings `property-description`. */
export function reportDescriptions({ page, name: type, properties }: TypeOnPage, report: Report): void {
  for (const row of (properties?.tables ?? []).flatMap(({ rows }) => rows)) {
    const said = wrongWord(row);
    const { description, name } = row;
    if (said === undefined || description === undefined) continue;
    const values = { name: name.text, said, text: cut(description.text, SHOWN) };
    report("property-description", page.path, description.place, `${shortName(type)}.${name.text}`, values);
  }
}

function wrongWord({ name, description }: Row): string | undefined {
  const text = description?.text ?? "";
  const isCreation = SAYS_CREATED.test(text);
  const isChange = SAYS_MODIFIED.test(text);
  if (MODIFIED.test(name.text)) return isCreation && !isChange ? "created" : undefined;
  return CREATED.test(name.text) && WAS_MODIFIED.test(text) && !isCreation ? "modified" : undefined;
}
