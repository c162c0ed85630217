/** A promise of one fault that did not hold; none without examples. */
import type { Finding } from '../../invariants/invariant.ts';

export function finding(invariant: string, promise: string, examples: readonly string[]): Finding[] {
  return examples.length === 0 ? [] : [{ invariant, promise, count: examples.length, examples: examples.slice(0, 5) }];
}
