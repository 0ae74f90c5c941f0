/** What doc comments say: descriptions, deprecations. */
import type { Context, Told } from "../context.js";

interface Worded {
  readonly description: string;
  readonly deprecated?: string;
}

export function compareWords(old: Worded, fresh: Worded, told: Told, { report }: Context): void {
  if (old.description !== fresh.description)
    report("description-changed", { ...told, old: old.description, new: fresh.description });
  const [before, now] = [old.deprecated, fresh.deprecated];
  if (before === now) return;
  const change = {
    ...told,
    ...(before !== undefined && { old: before }),
    ...(now !== undefined && { new: now }),
  };
  report(
    now === undefined ? "deprecation-removed" : before === undefined ? "deprecation-added" : "deprecation-changed",
    change,
  );
}
