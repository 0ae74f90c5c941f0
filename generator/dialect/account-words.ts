/** What pages call those on whose behalf something is done. Data: compiled from real pages; what a further house calls them goes here. */

export type AccountType = "delegatedWork" | "delegatedPersonal" | "application";

export const accountWords = {
  delegated: /^\W*(?:delegated\b|(?:on behalf of|with) (?:an? |the )?(?:signed-in )?user\b)/i,
  /** Beside it: for people's own accounts; without it, for those of an organisation. */
  personal: /\bpersonal\b|\bconsumer\b|\bmicrosoft account\b/i,
  application: /^(?:application|app-only|app only|service (?:account|principal)|client credentials?)\b/i,
  /** Where a section says that permissions are listed, they may be called by one word. */
  user: /^\W*(?:signed-in )?(?:user|role)s?(?: (?:permissions?|scopes?|access|context|tokens?))?(?: ?\([^()]*\))?\W*$/i,
  app: /^\W*(?:app|client|daemon|service)s?(?: (?:permissions?|scopes?|access|context|tokens?))?(?: ?\([^()]*\))?\W*$/i,
  /** In the header row: which of the names to take first. */
  leastFirst: /from least to most/i,
  mostFirst: /from most to least/i,
} as const;

export const accountNames: Readonly<Record<AccountType, string>> = {
  delegatedWork: "delegated (work or school account)",
  delegatedPersonal: "delegated (personal Microsoft account)",
  application: "application",
};

/** The same in a section on permissions, where fewer words do. */
export function accountInSection(label: string): AccountType | undefined {
  const account = accountOf(label);
  if (account !== undefined) return account;
  return accountWords.user.test(label) ? "delegatedWork" : accountWords.app.test(label) ? "application" : undefined;
}

/** Account that a row label or a column header names. */
export function accountOf(label: string): AccountType | undefined {
  if (accountWords.delegated.test(label))
    return accountWords.personal.test(label) ? "delegatedPersonal" : "delegatedWork";
  return accountWords.application.test(label) ? "application" : undefined;
}
