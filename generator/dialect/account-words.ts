/** What pages call those on whose behalf something is done. Data: what a further house calls them goes here. */

export type AccountType = "delegatedWork" | "delegatedPersonal" | "application";

const DELEGATED = /^\W*(?:delegated\b|(?:on behalf of|with) (?:an? |the )?(?:signed-in )?user\b)/i;
const PERSONAL = /\bpersonal\b|\bconsumer\b|\bmicrosoft account\b/i;
const APPLICATION = /^(?:application|app-only|app only|service (?:account|principal)|client credentials?)\b/i;

export const accountNames: Readonly<Record<AccountType, string>> = {
  delegatedWork: "delegated (work or school account)",
  delegatedPersonal: "delegated (personal Microsoft account)",
  application: "application",
};

/** Account that a row label or a column header names. */
export function accountOf(label: string): AccountType | undefined {
  if (DELEGATED.test(label)) return PERSONAL.test(label) ? "delegatedPersonal" : "delegatedWork";
  return APPLICATION.test(label) ? "application" : undefined;
}
