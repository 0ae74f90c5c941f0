/** The words that rules and changes share. */

/** What a release that holds the change is, by semver. */
export type Step = "major" | "minor" | "patch";

/** How programs meet a type: results have it, bodies have it, both, or neither (no operation reaches it). */
export type Direction = "read" | "written" | "both" | "unused";

export type SectionId = "breaking" | "access" | "new-values" | "added" | "deprecated" | "docs" | "tests";
