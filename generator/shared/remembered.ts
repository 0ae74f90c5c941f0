/**
 * What was made earlier in this process is not made again as long as that would give the same. What is made of a thing in a context need not
 * say what of the context it depends on: it asks the context through a trace, which notes each question with its answer, and what is done to
 * the context. Asked again, the same answers mean that the same would be made, and done.
 *
 * Traces live long, contexts do not: a trace holds questions, what they are about, and answers, but no context. Questions and deeds are
 * functions of a module, therefore, and no closures.
 */
import { isSame } from "./same.js";

/** What is asked of a context about something. It changes nothing. */
export type Question<C, A, T> = (context: C, about: A) => T;
/** What is done to a context. */
export type Deed<C, A, T> = (context: C, about: A) => T;

interface Step<C> {
  readonly about: unknown;
  readonly question?: Question<C, never, unknown>;
  readonly answer?: unknown;
  readonly deed?: Deed<C, never, unknown>;
}

export class Trace<C> {
  readonly steps: Step<C>[] = [];
  readonly #context: C;
  readonly #asked = new Map<unknown, Set<string>>();

  constructor(context: C) {
    this.#context = context;
  }

  /** The answer of the context; `key` stands for `about`: what was asked before is not noted again. */
  ask<A, T>(question: Question<C, A, T>, about: A, key: string): T {
    const answer = question(this.#context, about);
    if (this.#isNew(question, key)) this.steps.push({ question, about, answer });
    return answer;
  }

  /** Notes what stands for an answer that is costly to compare. */
  note<A>(question: Question<C, A, unknown>, about: A, key: string): void {
    if (this.#isNew(question, key)) this.steps.push({ question, about, answer: question(this.#context, about) });
  }

  /** Does it, and has it done again whenever what is made now is taken again. */
  do<A, T>(deed: Deed<C, A, T>, about: A): T {
    const done = deed(this.#context, about);
    this.steps.push({ deed, about });
    return done;
  }

  #isNew(question: unknown, key: string): boolean {
    const asked = this.#asked.get(question) ?? new Set();
    this.#asked.set(question, asked);
    return asked.size < asked.add(key).size;
  }
}

/** What was made of things, by the things themselves: one that has changed is another one. */
export class Remembered<K extends object, C, V> {
  readonly #made = new WeakMap<K, { readonly steps: readonly Step<C>[]; readonly value: V }>();

  /** What `make` gives for `thing`, which is to ask the context through the trace alone. An exception is not remembered. */
  of(thing: K, context: C, make: (trace: Trace<C>) => V): V {
    const known = this.#made.get(thing);
    if (known?.steps.every((step) => holds(step, context))) {
      for (const { deed, about } of known.steps) deed?.(context, about as never);
      return known.value;
    }
    const trace = new Trace(context);
    const value = make(trace);
    this.#made.set(thing, { steps: trace.steps, value });
    return value;
  }
}

function holds<C>({ question, about, answer }: Step<C>, context: C): boolean {
  return question === undefined || isSame(question(context, about as never), answer);
}
