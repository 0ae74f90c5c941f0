/** What rows and columns of permission tables are called. Data: compiled from real pages. */
export const accountWords = {
  delegated: /^\W*delegated\b/i,
  /** Beside it: for people's own accounts; without it, for those of an organisation. */
  personal: /\bpersonal\b|\bconsumer\b|\bmicrosoft account\b/i,
  application: /^(?:application|app-only|app only)\b/i,
  /** In the header row: which of the names to take first. */
  leastFirst: /from least to most/i,
  mostFirst: /from most to least/i,
} as const;
