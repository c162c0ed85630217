/** How a row of the transfer-in ledger ended, if it did. */
import type { ReasonCode } from '../../domain/facts/reason-codes.ts';
import { ENDED_WORDS, OPEN_WORDS } from '../../domain/ledgers/progress-words.ts';
import type { RowCells } from '../rows/row-cells.ts';
import type { LedgerLetter } from './letters.ts';

export interface LedgerEnding {
  readonly how: 'completed' | 'refused' | 'withdrawn' | 'closedWithoutTransfer';
  readonly on: string;
  readonly reason: ReasonCode | undefined;
}

interface Context {
  readonly acceptedOn: string;
  readonly problem: ReasonCode | undefined;
  readonly letters: readonly LedgerLetter[];
  readonly infoFormReceivedOn: string | undefined;
  readonly fundReceivedOn: string | undefined;
}

const ENDED: ReadonlyMap<string, LedgerEnding['how']> = new Map(ENDED_WORDS);

export function readEnding(cells: RowCells, context: Context): LedgerEnding | undefined {
  const { acceptedOn, problem, infoFormReceivedOn, fundReceivedOn } = context;
  const bothIn = Boolean(infoFormReceivedOn && fundReceivedOn);
  const on = cells.date('办理完结日期');
  const refusal = cells.reasonCode('不予受理原因');
  if (on !== undefined && acceptedOn !== '' && on < acceptedOn)
    cells.refuse('办理完结日期', 'closedBeforeAccepted', 'Closed before it was accepted.');
  const progress = cells.text('办理进度');
  const how = ENDED.get(progress);
  if (how === undefined && !OPEN_WORDS.includes(progress))
    cells.warn('办理进度', 'progress', 'Unknown words; the other columns decide.');
  if (on === undefined) {
    if (how !== undefined && cells.text('办理完结日期') === '')
      cells.warn('办理完结日期', 'endDateMissing', 'Ended without a date; goes in as open.');
    return undefined;
  }
  if (OPEN_WORDS.includes(progress)) {
    cells.warn('办理完结日期', 'endDateOdd', 'An end date although it is still open; goes in as open.');
    return undefined;
  }
  const reason = refusal ?? problem;
  if (how === 'completed' && !bothIn)
    cells.warn('办理进度', 'closedWithoutBoth', 'Completed although info form or money has no date.');
  const ending = { how: how ?? guessEnding(reason, bothIn), on, reason };
  if (on >= acceptedOn && on < lastBefore(ending.how, context))
    cells.refuse('办理完结日期', 'endedBeforeLast', 'Ended before what must have come before it.');
  return ending;
}

/** No letter leaves after the end; and what was booked had come. Form and money of a case that ended otherwise may come late. */
function lastBefore(how: LedgerEnding['how'], { letters, infoFormReceivedOn, fundReceivedOn }: Context): string {
  const answers = how === 'completed' ? [infoFormReceivedOn, fundReceivedOn] : [];
  return [...letters.map(({ sentOn }) => sentOn), ...answers].reduce<string>(
    (last, day) => (day !== undefined && day > last ? day : last),
    '',
  );
}

function guessEnding(reason: ReasonCode | undefined, bothIn: boolean): LedgerEnding['how'] {
  if (reason?.startsWith('A')) return 'refused';
  if (reason?.startsWith('W')) return 'withdrawn';
  return bothIn ? 'completed' : 'closedWithoutTransfer';
}
