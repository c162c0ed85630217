/** What a later row of the same case knows beyond the earlier one, in the order in which it must have happened. */
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { namedOutcome } from '../../domain/procedures/walk.ts';
import type { NewFactDetail } from '../../domain/facts/new-fact.ts';
import { compareText } from '../../domain/text-order.ts';
import { formOfTotal } from '../rows/form-total.ts';
import type { LedgerInRow } from './read.ts';
import type { LedgerLetter } from './letters.ts';

export interface NewerFact {
  readonly on: string;
  /** Undefined: money, whose credit has to be written first. */
  readonly detail: NewFactDetail | undefined;
}

export function newerFacts(procedure: Procedure, earlier: LedgerInRow, now: LedgerInRow): NewerFact[] {
  const ended = endFacts(procedure, earlier, now);
  const facts = [letterFacts(earlier, now), answerFacts(earlier, now), ended].flat();
  const begins = facts.length > 0 && earlier.letters.length === 0 && !earlier.infoFormReceivedOn;
  const reviewed: NewerFact = {
    on: now.handedOverOn ?? now.acceptedOn,
    detail: { kind: 'reviewed', outcome: namedOutcome(procedure, 'reviewed') },
  };
  return begins && now.letters.length > 0 ? [reviewed, ...facts] : facts;
}

function letterFacts(earlier: LedgerInRow, now: LedgerInRow): NewerFact[] {
  return now.letters.flatMap((letter, index) => {
    const before = earlier.letters[index];
    const { sentOn, waybill } = letter;
    const sent: NewFactDetail = waybill
      ? { kind: 'letterSent', channel: 'ems', waybill, postedOn: sentOn }
      : { kind: 'letterSent', channel: 'platform', postedOn: sentOn };
    const isBack = before?.returnReason === undefined && letter.returnReason !== undefined;
    return [
      ...(before ? [] : [{ on: sentOn, detail: sent }]),
      ...(isBack && !endsWith(now, letter) ? returnFacts(letter) : []),
    ];
  });
}

/** The return that is the end of the transfer too is told once. */
function endsWith({ ending }: LedgerInRow, { returnReason }: LedgerLetter): boolean {
  return ending !== undefined && ending.how !== 'completed' && ending.reason === returnReason;
}

function returnFacts({ returnReason, returnedOn, sentOn }: LedgerLetter): NewerFact[] {
  const on = returnedOn ?? sentOn;
  const reasonCode: string = returnReason ?? '';
  if (reasonCode === 'M03') return [{ on, detail: { kind: 'letterLost' } }];
  if (reasonCode.startsWith('M')) return [{ on, detail: { kind: 'letterReturned', reasonCode } }];
  return [{ on, detail: { kind: 'returnedByCounterpart', reasonCode } }];
}

function answerFacts(earlier: LedgerInRow, now: LedgerInRow): NewerFact[] {
  const facts: NewerFact[] = [];
  if (!earlier.infoFormReceivedOn && now.infoFormReceivedOn)
    facts.push({ on: now.infoFormReceivedOn, detail: formOfTotal(now.expectedFen ?? now.receivedFen ?? 0) });
  if (!earlier.fundReceivedOn && now.fundReceivedOn) facts.push({ on: now.fundReceivedOn, detail: undefined });
  return facts.sort((a, b) => compareText(a.on, b.on));
}

function endFacts(
  procedure: Procedure,
  earlier: LedgerInRow,
  { ending, receivedFen, expectedFen }: LedgerInRow,
): NewerFact[] {
  if (earlier.ending || !ending) return [];
  const { how, on, reason } = ending;
  const told = (detail: NewFactDetail): NewerFact => ({ on, detail });
  switch (how) {
    case 'completed':
      return [
        told({ kind: 'entered' }),
        told({ kind: 'secondReviewed', outcome: namedOutcome(procedure, 'secondReviewed') }),
        told({ kind: 'booked', amountFen: receivedFen ?? expectedFen ?? 0 }),
      ];
    case 'refused':
      return [
        told({
          kind: 'reviewed',
          outcome: namedOutcome(procedure, 'reviewed', how),
          ...(reason && { reasonCode: reason }),
        }),
      ];
    case 'withdrawn':
      return [told({ kind: 'withdrawn', ...(reason && { reasonCode: reason }) })];
    case 'closedWithoutTransfer':
      return [told({ kind: 'closedWithoutTransfer', reasonCode: reason ?? '' })];
  }
}
