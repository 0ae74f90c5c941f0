/** A page has facts, of which the API is made, and an account of its lines, which says nothing of the API. */
import type { Account, Page, PageAccount } from "./page.js";

export type Facts = Omit<Page, keyof PageAccount>;

export function apart(page: Page): { readonly facts: Facts; readonly account: Account } {
  const { ledger, outline, suppressions, ...facts } = page;
  const { path } = facts;
  return { facts, account: { path, ledger, ...(outline && { outline }), ...(suppressions && { suppressions }) } };
}
