/** The letters of a row of the transfer-in ledger, one attempt each: sent, come back, sent again. */
import type { ImportCode } from '../../domain/import-codes.ts';
import type { HistoryFact, HistoryLetter } from '../../db/imported/history.ts';
import type { HistoryWalk } from '../../db/imported/history-walk.ts';
import type { LedgerLetter } from './letters.ts';
import type { LedgerInRow } from './read.ts';

/** A row that is being told. */
export interface Telling {
  readonly row: LedgerInRow;
  readonly walk: HistoryWalk;
  warn(field: string, code: ImportCode, reason: string): void;
}

/** Words of the column 办理进度 that say that the letter has arrived. */
export const ARRIVED = ['等待信息表和资金', '原参保地已接收', '信息表已收到', '资金已到账', '信息资金核对中', '审核中'];
/** Codes of ours: the form came and went back for correction. */
const OWN_RETURN = /^[DF]/;

export function tellLetters(telling: Telling, letters: readonly LedgerLetter[]): void {
  let correction = false;
  for (const [index, letter] of letters.entries()) {
    const attempt = index + 1;
    send(telling, letter, correction);
    const next = letters[index + 1];
    if (next) comeBack(telling, letter, attempt, next.sentOn);
    else if (cameBack(letter)) comeBackLast(telling, letter, attempt);
    correction = OWN_RETURN.test(letter.returnReason ?? '');
  }
}

function send({ walk, row }: Telling, letter: LedgerLetter, correction: boolean): void {
  const { receivedBy } = row;
  walk.open(receivedBy);
  const { attempt } = walk;
  const { sentOn } = letter;
  const assumed = row.letters.length === 0 ? ({ assumed: true } as const) : {};
  // Without a number nobody can say that it went by post.
  const channel = letter.waybill ? 'ems' : 'platform';
  const waybill = letter.waybill ?? null;
  const payload = { channel, attempt, ...(waybill && { waybill }) };
  const seq = walk.close('letterSent', sentOn, { by: receivedBy, payload, ...assumed });
  const kind = correction ? 'correction' : 'liaison';
  walk.addLetter({ attempt, sentOn, channel, waybill, kind, sentByFact: seq, ...fateOf(row, letter) });
  walk.open(receivedBy);
}

/** As far as the ledger tells; the courier's own scans will know better. */
function fateOf(row: LedgerInRow, letter: LedgerLetter): Pick<HistoryLetter, 'state' | 'stateOn' | 'failureCode'> {
  const { sentOn } = letter;
  const failureCode = letter.returnReason;
  const stateOn = letter.returnedOn ?? sentOn;
  if (failureCode === 'M03') return { state: 'lost', stateOn, failureCode };
  if (failureCode?.startsWith('M')) return { state: 'returned', stateOn, failureCode };
  const isLast = row.letters.length === 0 || letter === row.letters.at(-1);
  const arrivedOn = letter.returnedOn ?? (isLast ? answeredOn(row) : undefined);
  return { state: arrivedOn ? 'delivered' : 'posted', stateOn: arrivedOn ?? sentOn, failureCode: null };
}

function answeredOn({ letters, infoFormReceivedOn, ending, progress }: LedgerInRow): string | undefined {
  const last = letters.at(-1);
  if (ending?.how === 'completed') return infoFormReceivedOn ?? ending.on;
  return infoFormReceivedOn ?? (last && ARRIVED.includes(progress) ? last.sentOn : undefined);
}

const cameBack = ({ returnReason, returnedOn }: LedgerLetter): boolean => (returnReason ?? returnedOn) !== undefined;

/** There is a later letter, so this one's attempt had ended. */
function comeBack(telling: Telling, letter: LedgerLetter, attempt: number, nextSentOn: string): void {
  const on = letter.returnedOn ?? nextSentOn;
  const reasonCode = letter.returnReason;
  const about = {
    ...(reasonCode && { reasonCode }),
    ...(letter.returnedOn === undefined && { assumed: true as const }),
  };
  if (!cameBack(letter))
    telling.warn(`第${String(attempt)}次退回日期`, 'returnConcluded', 'Sent again without a return; one is assumed.');
  noteReturn(telling, on, about);
}

function noteReturn(
  { walk, row }: Telling,
  on: string,
  about: { readonly reasonCode?: string; readonly assumed?: true },
): void {
  const { reasonCode = '' } = about;
  if (!OWN_RETURN.test(reasonCode)) {
    walk.close(wayBack(reasonCode), on, about);
    return;
  }
  walk.close('letterDelivered', on, { assumed: true });
  walk.open(row.steward);
  walk.close('sentBackToCounterpart', on, about);
}

/** By the courier, or by the other office. */
function wayBack(reasonCode: string): HistoryFact['kind'] {
  if (reasonCode === 'M03') return 'letterLost';
  return reasonCode.startsWith('M') ? 'letterReturned' : 'returnedByCounterpart';
}

/** The last letter came back: it waits to be sent again, unless that return was the end, or the answer came all the same. */
function comeBackLast(telling: Telling, letter: LedgerLetter, attempt: number): void {
  const { walk, row } = telling;
  const { ending, infoFormReceivedOn, fundReceivedOn, receivedBy } = row;
  if (ending && ending.how !== 'completed' && ending.reason === letter.returnReason) return;
  if (ending?.how === 'completed' || (infoFormReceivedOn ?? fundReceivedOn) !== undefined) {
    telling.warn(
      `第${String(attempt)}次退回原因`,
      'answeredAfterReturn',
      'It came back, yet form or money came without another letter; the return is left out.',
    );
    return;
  }
  comeBack(telling, letter, attempt, letter.sentOn);
  walk.open(receivedBy);
}
