/** What an answer says beside its value. */
import type { ApiResponse, Client } from "./client.js";

/** The value of a call, and the answer that it was read from: its headers and status, and its body once more. */
export interface WithResponse<T> {
  readonly value: T;
  readonly response: ApiResponse;
}

/**
 * A call with its raw answer: `const { value, response } = await withResponse(client, (one) => getUser(one, { userId }))`. Of several answers,
 * such as redirects or the pages of a list, it is the last one. The body of a stream can be read from `value` only.
 * @throws TypeError when nothing was sent
 */
export async function withResponse<T>(
  client: Client,
  run: (client: Client) => PromiseLike<T>,
): Promise<WithResponse<T>> {
  const kept: { response?: ApiResponse } = {};
  const value = await run({
    async send(request) {
      const answer = await client.send(request);
      const copy = request.stream ? answer : answer.clone();
      kept.response = Object.assign(copy, { address: answer.address ?? answer.url });
      return answer;
    },
  });
  const { response } = kept;
  if (!response) throw new TypeError("Nothing was sent: call the operation with the client that is handed over");
  return { value, response };
}
