/** A transfer-out as facts, in the order of their days: what an old ledger tells, or the procedure that comes. */
import { compareText } from '../../domain/text-order.ts';
import type { SketchedFact } from './recorded-cases.ts';

export interface OutAnswer {
  readonly receivedOn: string;
  readonly formSentOn?: string | undefined;
  readonly fundSentOn?: string | undefined;
  readonly reissuedOn?: readonly string[];
  /** When all of it was learnt; default: each when it happened. */
  readonly recordedAt?: string;
}

export function outFacts({
  receivedOn,
  formSentOn,
  fundSentOn,
  reissuedOn = [],
  recordedAt,
}: OutAnswer): SketchedFact[] {
  const on = (kind: string, day: string | undefined): SketchedFact[] =>
    day === undefined ? [] : [{ kind, on: day, source: 'import', ...(recordedAt !== undefined && { recordedAt }) }];
  const answer = [
    on('infoFormSent', formSentOn),
    reissuedOn.flatMap((day) => on('infoFormReissued', day)),
    on('fundSent', fundSentOn),
  ].flat();
  return [
    on('accepted', receivedOn),
    on('letterReceived', receivedOn),
    answer.sort((one, other) => compareText(one.on, other.on)),
  ].flat();
}
