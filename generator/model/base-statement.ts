/** The sentence that only names the base, which the declaration of a type says already. */

/** A whole sentence "Inherits from [entity](…)." */
const BASE_SENTENCE =
  /(^|[.!?]\s+|\n)(?:(?:it|this (?:type|resource|entity)) )?(?:inherits|derive[sd])\s+from\s+(?:the\s+)?(?:base (?:class|type)\s+)?(?:\*\*|`)?(?:\[[^[\]]*\]\([^()\n]*\)|\w[\w.]*\w)(?:\*\*|`)?(?:\s+(?:resource|type|entity|object))*(?:\.(?=\s|$)|$)/gi;

/** A description without the sentence that only names the base: the declaration says it. */
export function withoutBaseSentence(markdown: string): string {
  return markdown.replace(BASE_SENTENCE, "$1").trim();
}
