/** What can go wrong with a page, and which of it is the same. */
export type FailureKind =
  /** An exception of ours. */
  | "exception"
  /** Still at work when the watchdog came, or dead. */
  | "hang"
  /** More than the limit for one page. */
  | "slow"
  /** What was generated does not compile. */
  | "compile"
  /** A generated test fails. */
  | "test"
  /** Text of a page became code. */
  | "injection"
  /** A path of the package leads somewhere else, or stands for two files. */
  | "path"
  /** What is printed could command. */
  | "print";

export interface Failure {
  readonly kind: FailureKind;
  /** The same for all failures that have one cause, as far as that can be told. */
  readonly signature: string;
  /** What happened, in full. */
  readonly detail: string;
  /** Path of the page that it happened to, where that is known. */
  readonly page?: string;
}

const quoted = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`]*`/g;
const frame = /^\s+at (?:async )?(.*)$/gm;
const ours = /generator\/(?!worker|pool|generate)([\w/-]+)\.[tj]s/;

/** `summary` is a message; what it quotes and counts is no part of its signature. */
export function failure(kind: FailureKind, summary: string, detail: string, page?: string): Failure {
  const general = summary.replace(quoted, "…").replace(/\b\d+/g, "0").replace(/\s+/g, " ").trim().slice(0, 160);
  return { kind, signature: `${kind}: ${general}`, detail, ...(page !== undefined && { page }) };
}

/** An exception: its message, and the function of ours that it came out of. */
export function exception(stack: string, page?: string): Failure {
  const [message = ""] = stack.split("\n");
  // A full stack ends anywhere.
  const where = message.startsWith("RangeError") ? originOf(stack).split("/")[0] : originOf(stack);
  return failure("exception", `${message.slice(0, 100)} (${where})`, stack, page);
}

/** File and name of the innermost function of the generator in a stack. */
export function originOf(stack: string): string {
  const frames = Array.from(stack.matchAll(frame), ([, each = ""]) => each);
  const [inner = ""] = frames.filter((each) => ours.test(each));
  const [name = ""] = inner.split(" ");
  return `${ours.exec(inner)?.[1] ?? "?"} ${name}`.trim();
}
