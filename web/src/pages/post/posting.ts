/** Which letters the next waybill is for. Pure. */
import type { Procedure, Schemas, TransferRow } from '../../api/types.ts';
import { outcomesBy } from '../transfer/facts/fact-rules.ts';

export interface ToPost extends TransferRow {
  readonly openStep: Schemas['OpenStep'];
  /** Of the directory; an office that was taken out of it has none. */
  readonly directory: Schemas['Counterpart'] | undefined;
}

/** The steps that a letter ends by being sent, in whichever procedure. */
export function postingSteps(procedures: readonly Procedure[]): string[] {
  const steps = procedures.flatMap((procedure) => procedure.steps);
  return [...new Set(steps.filter((step) => outcomesBy('letterSent', step).length > 0).map(({ step }) => step))];
}

/** A letter that can go into an envelope now: those of the platform and those on hold are posted only if somebody chooses them. */
const isReady = ({ directory, openStep }: ToPost): boolean => directory?.channel !== 'platform' && !openStep.held;

/** The one that somebody chose while it is there, else the first that is ready. */
export const chosenOf = (rows: readonly ToPost[], chosen: string | undefined): ToPost | undefined =>
  rows.find(({ id }) => id === chosen) ?? rows.find(isReady);

/** The row above or below; at an end the same. */
export function neighbour(rows: readonly ToPost[], from: string | undefined, by: 1 | -1): string | undefined {
  const at = rows.findIndex(({ id }) => id === from);
  return rows[at + by]?.id ?? from ?? rows[0]?.id;
}

/** An envelope goes to one office: rows of another cannot be ticked with these. */
export function mayTick(rows: readonly ToPost[], ticked: ReadonlySet<string>, row: ToPost): boolean {
  const first = rows.find(({ id }) => ticked.has(id));
  return first === undefined || first.counterpart.areaCode === row.counterpart.areaCode;
}

/** What lies in the next envelope: the ticked rows, or the chosen one alone. */
export function envelopeOf(
  rows: readonly ToPost[],
  ticked: ReadonlySet<string>,
  chosen: ToPost | undefined,
): readonly ToPost[] {
  const together = rows.filter(({ id }) => ticked.has(id));
  return together.length > 0 ? together : chosen ? [chosen] : [];
}

/** The next in the list behind the ones that are gone, so that the hand does not go back to the top. */
export function nextAfter(rows: readonly ToPost[], gone: readonly ToPost[]): string | undefined {
  const ids = new Set(gone.map(({ id }) => id));
  const last = rows.findLastIndex(({ id }) => ids.has(id));
  const isLeft = (row: ToPost): boolean => !ids.has(row.id) && isReady(row);
  return (rows.slice(last + 1).find(isLeft) ?? rows.find(isLeft))?.id;
}

/** A case comes back to the list when its letter did; that is another opened step. */
export const openingOf = ({ id, openStep }: ToPost): string => `${id} ${String(openStep.ordinal)}`;
