/** What pages call those on whose behalf something is done. Data: compiled from real pages; what a further house calls them goes here. */

export type AccountType = "delegatedWork" | "delegatedPersonal" | "application";

export const accountWords = {
  delegated: /^\W*(?:delegated\b|(?:on behalf of|with) (?:an? |the )?(?:signed-in )?user\b)/i,
  /** Beside it: for people's own accounts; without it, for those of an organisation. */
  personal: /\bpersonal\b|\bconsumer\b|\bmicrosoft account\b/i,
  application: /^(?:application|app-only|app only|service (?:account|principal)|client credentials?)\b/i,
  /** In the header row: which of the names to take first. */
  leastFirst: /from least to most/i,
  mostFirst: /from most to least/i,
} as const;

export const accountNames: Readonly<Record<AccountType, string>> = {
  delegatedWork: "delegated (work or school account)",
  delegatedPersonal: "delegated (personal Microsoft account)",
  application: "application",
};

/** Account that a row label or a column header names. */
export function accountOf(label: string): AccountType | undefined {
  if (accountWords.delegated.test(label))
    return accountWords.personal.test(label) ? "delegatedPersonal" : "delegatedWork";
  return accountWords.application.test(label) ? "application" : undefined;
}
