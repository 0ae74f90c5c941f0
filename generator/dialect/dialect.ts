/** What differs between houses that document APIs, as data. A set of docs speaks one dialect; a configuration may choose or extend it. */

/** Where an answer that is a page of a list holds what. Names as the wire has them. */
export interface EnvelopeWords {
  readonly items: readonly string[];
  /** The address of the next page, or a token for it. */
  readonly next: readonly string[];
  /** How many pages there are, or whether there are more; and the parameters that take the number of one. */
  readonly pages: readonly string[];
  readonly page: readonly string[];
  /** Parameters that take how many entries come before, and those that take what the last entry before is called by: one of `ids`. */
  readonly offset: readonly string[];
  readonly after: readonly string[];
  readonly ids: readonly string[];
  /** How many entries there are in all. */
  readonly count: readonly string[];
}

/** Where an error body says what; `at`: the members that hold it, the body itself aside. */
export interface ErrorWords {
  readonly at: readonly string[];
  readonly code: readonly string[];
  readonly message: readonly string[];
  readonly requestId: readonly string[];
}

export interface Dialect {
  readonly name: string;
  /** Namespace of types that name none; "" for houses without namespaces. */
  readonly rootNamespace: string;
  /** Member of an object that names its type, where types are derived from others. */
  readonly discriminator?: string;
  /** Whether each page of an operation says which permissions it takes, or some houses' pages do. */
  readonly permissions: "always" | "perhaps";
  readonly envelope: EnvelopeWords;
  readonly error: ErrorWords;
  /** Further words of headings, by the kind of their sections. */
  readonly headings: Readonly<Record<string, readonly string[]>>;
  /** Further names of scalars, and what they are called here. */
  readonly scalars: Readonly<Record<string, string>>;
}

/** What a configuration says: a name, or a dialect that adds words to another. */
export interface DialectSettings {
  readonly extends?: string;
  readonly rootNamespace?: string;
  readonly headings?: Readonly<Record<string, readonly string[]>>;
  readonly scalars?: Readonly<Record<string, string>>;
  readonly envelope?: Partial<EnvelopeWords>;
  readonly error?: Partial<ErrorWords>;
}
