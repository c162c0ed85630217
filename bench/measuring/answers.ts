/** What a crowd of requests was answered. */

export interface Said {
  /** From the moment at which it should have been sent. */
  readonly ms: number;
  /** 0: no answer. */
  readonly status: number;
  readonly retryAfter: number | undefined;
}

export const ms = (said: readonly Said[]): number[] => said.map((one) => one.ms);

/** How many of each status, in the order in which they first came. */
export function answersOf(said: readonly Said[]): string {
  const counts = new Map<string, number>();
  for (const { status, retryAfter } of said) {
    const name = status === 0 ? 'no answer' : `${status}${retryAfter === undefined ? '' : ' with Retry-After'}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${count} × ${name}`).join(', ');
}
