/** Chance that can be repeated: all of it comes from a seed and from what it is for. */
import { createHash } from "node:crypto";
import fc, { type Arbitrary } from "fast-check";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

export interface Random {
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  /** Throws when the list is empty. */
  pick<T>(list: readonly T[]): T;
  /** `count` different items, or all of them where there are fewer. */
  several<T>(list: readonly T[], count: number): T[];
  /** A value of one of fast-check's generators, which know many odd ones. */
  value<T>(arbitrary: Arbitrary<T>): T;
}

/** Two purposes never share their numbers, so that a page is mutated alike whatever is done beside it. */
export function createRandom(seed: number, purpose: string): Random {
  const generator = xoroshiro128plus(createHash("sha256").update(`${seed} ${purpose}`).digest().readInt32LE(0));
  const int = (from: number, to: number): number => uniformInt(generator, from, to);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[int(0, list.length - 1)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  };
  return {
    int,
    pick,
    chance: (probability) => int(0, 999_999) < probability * 1_000_000,
    several(list, count) {
      const rest = [...list];
      return Array.from({ length: Math.min(count, list.length) }, () => rest.splice(int(0, rest.length - 1), 1)).flat();
    },
    value(arbitrary) {
      return pick(fc.sample(arbitrary, { seed: int(-0x7fffffff, 0x7fffffff), numRuns: 1 }));
    },
  };
}
