/** Forms of text that no format of JSON Schema means. */

export const patterns = {
  /** OData's: the formats "duration" and "time" refuse `PT1.8S` and `15:51:04`. */
  duration: /^[-+]?P(?:(?:[0-9]+[YMWD])+(?:T(?:[0-9]+(?:\.[0-9]+)?[HMS])+)?|T(?:[0-9]+(?:\.[0-9]+)?[HMS])+)$/,
  time: /^[0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?$/,
  /** How many there are. */
  count: /^[0-9]+$/,
  /** Several members of an enumeration at once. */
  members: /^[^,]+(?:,[^,]+)+$/,
} as const;

const bySource: ReadonlyMap<string, RegExp> = new Map(Object.values(patterns).map((each) => [each.source, each]));

/** Whether a text has the form that a schema asks for with one of these patterns. */
export function hasForm(text: string, source: string): boolean {
  return bySource.get(source)?.test(text) !== false;
}
