// Runs in a thread: asks recheck about one regular expression. The pure version is the same on every machine.
process.env.RECHECK_BACKEND = "pure";
const { checkSync } = (await import("recheck")).default;

/** Limits count characters, not time, so that a busy machine finds the same. */
const steady = { timeout: 60_000, attackTimeout: null, incubationTimeout: null, recallTimeout: null, skipRecall: true };

/** "safe", a complexity such as "2nd degree polynomial", or "unknown". */
export default function check({ source, flags }) {
  const first = checkSync(source, flags, { ...steady, timeout: 15_000 });
  const { status, complexity, attack } =
    first.status === "unknown" ? checkSync(source, flags, { ...steady, checker: "fuzz" }) : first;
  return status === "vulnerable" ? `${complexity.summary}, such as ${attack.pattern}` : status;
}
