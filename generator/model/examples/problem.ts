/** Why no typed call sends a part of a request. */
export interface Problem {
  readonly reason: string;
  /** The page says nothing else: typed calls are narrower than what it shows. */
  readonly ours?: true;
}

export function told(reason: string | undefined): Problem | undefined {
  return reason === undefined ? undefined : { reason };
}

export function ours(reason: string): Problem {
  return { reason, ours: true };
}
