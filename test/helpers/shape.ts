/** Regular expressions that take linear time whatever they say, so that nobody has to be asked about them. */

/** What stands for a single character, and what marks a group without matching anything. */
const ESCAPE = /\\(?:u[0-9a-f]{4}|.)/gi;
const CLASS = /\[[^\]]*\]/g;
const GROUP_MARK = /\(\?(?:<?[=!]|:|<\w+>)/g;
const UNBOUNDED = /[*+]|\{\d+,\}/g;
const BACK_REFERENCE = /\\[1-9]/;

/**
 * True without any repetition that has no bound: each start costs no more than a constant. True as well with a single one in an expression
 * that can start at one place only.
 */
export function isLinearByShape(source: string, flags: string): boolean {
  if (BACK_REFERENCE.test(source)) return false;
  const shape = source.replace(ESCAPE, "x").replace(CLASS, "x").replace(GROUP_MARK, "(");
  const unbounded = shape.match(UNBOUNDED)?.length ?? 0;
  return unbounded === 0 || (unbounded === 1 && shape.startsWith("^") && !flags.includes("m") && !hasBranches(shape));
}

/** Whether one of several branches might start elsewhere. */
function hasBranches(shape: string): boolean {
  let depth = 0;
  for (const character of shape) {
    if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === "|" && depth === 0) return true;
  }
  return false;
}
