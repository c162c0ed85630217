/** How long work lies at a desk and takes there, in office hours. */
import type { components } from '../../api/contract.generated.ts';
import type { Draws } from '../outside/draws.ts';
import { afterOfficeMinutes, type OfficeMs } from '../outside/office-time.ts';

type OpenStep = Pick<components['schemas']['OpenStep'], 'step' | 'openedAt'>;

/** Minutes of office hours, by step. */
const HANDLING: Readonly<Record<string, readonly [number, number]>> = {
  review: [20, 400],
  liaisonLetter: [15, 300],
  delivery: [10, 90],
  formAndFunds: [10, 120],
  match: [60, 400],
  entry: [20, 300],
  secondReview: [15, 240],
  booking: [15, 240],
  letterCheck: [30, 480],
  formIssue: [20, 400],
  formReview: [15, 240],
  remittanceCheck: [20, 300],
  remitting: [30, 480],
  formSending: [15, 300],
};
const USUAL = [20, 300] as const;

/** When what was opened then is done, if nothing else is in the way. */
export function handledAt({ step, openedAt }: OpenStep, draw: Draws): OfficeMs {
  const [from, to] = HANDLING[step] ?? USUAL;
  return afterOfficeMinutes(Date.parse(openedAt), draw.between('handling', from, to));
}

/** What comes by mail or platform lies in the in-tray for a while. */
export function lookedAt(arrivedAt: OfficeMs, { openedAt }: OpenStep, draw: Draws): OfficeMs {
  return afterOfficeMinutes(Math.max(arrivedAt, Date.parse(openedAt)), draw.between('in-tray', 5, 60));
}
