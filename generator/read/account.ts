/** A page has facts, of which the API is made, and an account of its lines, which says nothing of the API. */
import type { Account, Page, PageAccount } from "./page.js";

export type Facts = Omit<Page, keyof PageAccount>;

export function factsOf(page: Page): Facts {
  const { ledger: _ledger, outline: _outline, suppressions: _suppressions, ...facts } = page;
  return facts;
}

export function accountOf({ path, ledger, outline, suppressions }: Account): Account {
  return { path, ledger, ...(outline && { outline }), ...(suppressions && { suppressions }) };
}
