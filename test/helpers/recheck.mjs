// Asks recheck about one regular expression; runs in a thread. Its pure version is the same on every machine.
process.env.RECHECK_BACKEND = "pure";
const { checkSync } = (await import("recheck")).default;

/** The limits count steps instead of time, so that a busy machine finds the same; and no more of them than it takes to see a square. */
const steady = {
  attackTimeout: null,
  incubationTimeout: null,
  skipRecall: true,
  attackLimit: 20_000_000,
  maxAttackStringSize: 20_000,
  maxInitialGenerationSize: 200,
  maxIteration: 5,
};
const automaton = { ...steady, timeout: 10_000 };
const fuzz = { ...steady, timeout: 120_000, checker: "fuzz" };

/** "safe", "unknown", or what is wrong: "2nd degree polynomial, such as …". */
export default function check({ source, flags }) {
  const first = checkSync(source, flags, automaton);
  const { status, complexity, attack } = first.status === "unknown" ? checkSync(source, flags, fuzz) : first;
  return status === "vulnerable" ? `${complexity.summary}, such as ${attack.pattern}` : status;
}
