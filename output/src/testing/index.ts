/** Tests against the documented examples: `replay` answers with them, `verify` compares a call with one. */
export { replay } from "./replay.js";
export { verify } from "./verify.js";
export type { Replay, Sent } from "./replay.js";
