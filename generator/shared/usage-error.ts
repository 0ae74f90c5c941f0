/** The caller asked for something that cannot be done: told in one sentence, without a stack, with exit code 3. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
