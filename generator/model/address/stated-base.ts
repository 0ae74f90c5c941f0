/** What sentences of the docs say of the address that all calls have in common. */
import type { Page } from "../../read/page.js";
import { stripped } from "../../shared/edges.js";
import { baseOf } from "../../shared/odata/url.js";
import { codeOf, linksOf } from "../../shared/runs.js";

/** A sentence that names it. */
const STATED = /\bbase (?:ur[il]|address|path)\b|\b(?:root|service|api|server) (?:ur[il]|endpoint|address)\b/i;
/** Words of one that says where calls go, together with those for calls; what a service sends itself goes elsewhere. */
const LEADS =
  /\b(?:relative|appended|prefixed|sent|made|go) (?:to|with)\b|\b(?:served|reached|reachable|available|hosted|lives?) (?:from|at|below|under|on)\b/i;
const CALLS = /\b(?:requests?|calls?|paths?|endpoints?|routes?|api)\b/i;
const OWN_CALLS = /\b(?:notifications?|webhooks?|callbacks?|events?)\b/i;
const SENTENCE_BORDER = /[.!?] /;
const MARK = /[*_<>()"'.,;:]/;
const TRAILING_SLASH = /\/$/;

/** `Base URL: https://api.example.org/v2` in the introduction of a page. */
export function statedBase(pages: readonly Page[]): string | undefined {
  const said = pages.flatMap(({ description }) => description.filter(({ text }) => STATED.test(text)));
  const urls = said
    .flatMap((prose) => [...codeOf(prose), ...linksOf(prose).map(({ url }) => url), ...bareAddresses(prose.text)])
    .filter((url) => baseOf(url));
  return urls.map((url) => url.replace(TRAILING_SLASH, ""))[0];
}

/** "Requests are sent to https://api.example.org/2024.": less sure, it counts where each call that has a host goes there. */
export function ledBase(pages: readonly Page[]): string | undefined {
  const sentences = pages.flatMap(({ description }) =>
    description.filter(({ text }) => LEADS.test(text)).flatMap(({ text }) => text.split(SENTENCE_BORDER)),
  );
  const leading = sentences.filter((text) => LEADS.test(text) && CALLS.test(text) && !OWN_CALLS.test(text));
  return leading.flatMap(bareAddresses).map((url) => url.replace(TRAILING_SLASH, ""))[0];
}

/** Addresses among the words, without the marks around them. */
function bareAddresses(text: string): readonly string[] {
  return text.split(" ").flatMap((word) => {
    const bare = stripped(word, MARK);
    return baseOf(bare) ? [bare] : [];
  });
}
