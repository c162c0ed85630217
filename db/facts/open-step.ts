import { Refusal } from '../../domain/errors.ts';
import type { FactContext } from './effect.ts';

/** @throws Refusal step-not-open */
export function requireOpen(open: FactContext['open']): NonNullable<FactContext['open']> {
  if (!open) throw new Refusal('step-not-open', 'No step of this transfer is open.');
  return open;
}
