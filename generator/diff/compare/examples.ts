/** Documented examples: each is exported as a fixture. */
import type { PublishedExample, PublishedOperation } from "../../model/published.js";
import { placeOf, places, type Context, type Told } from "../context.js";
import { canonical, matched } from "../match.js";

export function compareExamples(old: PublishedOperation, fresh: PublishedOperation, of: Told, context: Context): void {
  const { report } = context;
  const { pairs, renamed, removed, added } = matched(
    old.examples,
    fresh.examples,
    ({ name }) => name,
    ({ request, response }) => canonical([request, response]),
  );
  const about = (one: PublishedExample | undefined, other: PublishedExample | undefined): Told => {
    const { oldPlace: _old, newPlace: _new, ...told } = of;
    const { name, fixture } = other ?? one ?? { name: "" };
    return {
      ...told,
      symbol: `${of.symbol} example ${name}`,
      subject: { ...of.subject, example: name },
      typescript: [one?.fixture ?? [], other?.fixture ?? []].flat(),
      words: { name: fixture ?? name },
      ...places(one && placeOf(old.page, one), other && placeOf(fresh.page, other)),
    };
  };
  for (const one of removed) report("example-removed", { ...about(one, undefined), old: one.fixture ?? one.name });
  for (const one of added) report("example-added", { ...about(undefined, one), new: one.fixture ?? one.name });
  for (const [one, other] of renamed)
    report("example-renamed", { ...about(one, other), old: one.fixture ?? one.name, new: other.fixture ?? other.name });
  for (const [one, other] of pairs) compareExample(one, other, about(one, other), context);
}

function compareExample(one: PublishedExample, other: PublishedExample, told: Told, { report }: Context): void {
  if (one.fixture !== other.fixture && one.fixture !== undefined && other.fixture !== undefined)
    report("example-renamed", { ...told, old: one.fixture, new: other.fixture });
  if (canonical([one.request, one.response]) !== canonical([other.request, other.response]))
    report("example-changed", told);
  const [before, now] = [one.findings ?? [], other.findings ?? []];
  if (before.length === 0 && now.length > 0) report("example-broken", { ...told, new: now.join(", ") });
  if (before.length > 0 && now.length === 0) report("example-mended", { ...told, old: before.join(", ") });
}
