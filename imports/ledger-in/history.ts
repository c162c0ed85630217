/** One row of the transfer-in ledger as a history: what the 36 columns say happened, in the order of the procedure. */
import type { ImportCode } from '../../domain/import-codes.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { History } from '../../db/imported/history.ts';
import { HistoryWalk } from '../../db/imported/history-walk.ts';
import { ARRIVED, tellLetters, type Telling } from './history-letters.ts';
import type { LedgerInRow } from './read.ts';
import type { RowReason } from '../tables/row-files.ts';
import type { LedgerLetter } from './letters.ts';

export interface Concluded {
  readonly history: History;
  /** What had to be concluded or left out; the row goes in with it. */
  readonly warnings: readonly RowReason[];
}

export function historyOf(procedure: Procedure, row: LedgerInRow): Concluded {
  const teller = new Teller(procedure, row);
  teller.tell();
  return { history: teller.walk.history, warnings: teller.warnings };
}

class Teller implements Telling {
  readonly walk: HistoryWalk;
  readonly warnings: RowReason[] = [];
  readonly row: LedgerInRow;

  constructor(procedure: Procedure, row: LedgerInRow) {
    this.walk = new HistoryWalk(procedure);
    this.row = row;
  }

  tell(): void {
    const { acceptedOn, acceptedBy, ending, letters } = this.row;
    this.walk.note('accepted', acceptedOn, { by: acceptedBy });
    this.walk.open(acceptedBy);
    if (this.#wentOut()) {
      this.walk.close('reviewed', this.row.handedOverOn ?? acceptedOn, { assumed: true });
      tellLetters(this, letters.length > 0 ? letters : [this.#concludeLetter()]);
      this.#tellAnswer();
    }
    if (ending && ending.how !== 'completed') this.#tellEnd();
  }

  /** Was there a letter, or anything that only a letter brings? */
  #wentOut(): boolean {
    const { letters, infoFormReceivedOn, fundReceivedOn, ending } = this.row;
    return letters.length > 0 || Boolean(infoFormReceivedOn ?? fundReceivedOn) || ending?.how === 'completed';
  }

  #concludeLetter(): LedgerLetter {
    this.warn(
      '第1次联系函日期',
      'letterConcluded',
      'Answered without a letter; one of the day of acceptance is assumed.',
    );
    const sentOn = this.row.acceptedOn;
    return { number: 1, sentOn, waybill: undefined, returnReason: undefined, returnedOn: undefined };
  }

  /** Form and money after the last letter, in whichever order they came. */
  #tellAnswer(): void {
    if (!this.walk.isWaitingForAnswer) return;
    const { ending, infoFormReceivedOn: formOn, fundReceivedOn: fundOn, receivedFen, expectedFen, steward } = this.row;
    const completed = ending?.how === 'completed';
    const fundFirst = fundOn !== undefined && (formOn === undefined || fundOn <= formOn);
    let fundSeq = fundFirst ? this.#noteFund(fundOn) : undefined;
    let formSeq: number | undefined;
    if (formOn !== undefined) {
      const totalFen = expectedFen ?? receivedFen ?? 0;
      formSeq = this.walk.close('infoFormReceived', formOn, { payload: { totalFen } });
      this.walk.keep({ infoForm: { on: formOn, totalFen, byFact: formSeq } });
    } else if (completed || ARRIVED.includes(this.row.progress)) {
      this.walk.close('letterDelivered', completed ? ending.on : this.#lastSentOn(), { assumed: true });
    } else return;
    this.walk.open(steward);
    if (fundOn !== undefined && !fundFirst) fundSeq = this.#noteFund(fundOn);
    if (completed) return this.#tellCompletion(ending.on, Math.max(formSeq ?? 0, fundSeq ?? 0));
    if (formSeq && fundSeq) this.#tellAgreement(Math.max(formSeq, fundSeq), fundOn! > formOn! ? fundOn! : formOn!);
  }

  #lastSentOn(): string {
    return this.row.letters.at(-1)?.sentOn ?? this.row.acceptedOn;
  }

  #noteFund(on: string): number {
    const { receivedFen, expectedFen, ending } = this.row;
    const amountFen = receivedFen ?? expectedFen ?? 0;
    const seq = this.walk.note('fundReceived', on, { payload: { amountFen } });
    if (!ending && amountFen > 0) this.walk.keep({ money: { on, amountFen, byFact: seq } });
    return seq;
  }

  #differs(): boolean {
    const { receivedFen, expectedFen } = this.row;
    return receivedFen !== undefined && expectedFen !== undefined && receivedFen !== expectedFen;
  }

  /** Both are in: entry, unless the amounts differ and finance has to settle it. */
  #tellAgreement(bySeq: number, on: string): void {
    this.walk.closeCompared(bySeq, on, this.#differs() ? 'differ' : 'agree');
    this.walk.open(this.row.steward);
  }

  /** Of entry, review and booking the ledger has only the last day. */
  #tellCompletion(on: string, bothSeq: number): void {
    const { steward, receivedFen, expectedFen, noticeSentOn } = this.row;
    const { infoFormReceivedOn = on, fundReceivedOn = on } = this.row;
    const agreedOn = infoFormReceivedOn > fundReceivedOn ? infoFormReceivedOn : fundReceivedOn;
    const assumed = { assumed: true } as const;
    const seq =
      bothSeq ||
      this.walk.note('infoFormReceived', on, { ...assumed, payload: { totalFen: expectedFen ?? receivedFen ?? 0 } });
    this.#tellAgreement(seq, agreedOn);
    if (this.#differs()) {
      this.walk.close('fundsAgreed', agreedOn, assumed);
      this.walk.open(steward);
    }
    this.walk.close('entered', on, assumed);
    this.walk.open(steward);
    this.walk.close('secondReviewed', on, assumed);
    this.walk.open(steward);
    const amountFen = receivedFen ?? expectedFen ?? 0;
    const booked = this.walk.close('booked', on, { payload: { amountFen } });
    this.walk.keep({ booking: { on, amountFen, byFact: booked } });
    if (noticeSentOn !== undefined) this.walk.keep({ notice: { on: noticeSentOn } });
    this.walk.end('completed', on, booked);
  }

  #tellEnd(): void {
    const { ending } = this.row;
    if (!ending || ending.how === 'completed') return;
    const { how, on, reason } = ending;
    const about = reason ? { reasonCode: reason } : {};
    const refusal = how === 'refused' ? this.walk.outcomeThatEnds(how) : undefined;
    if (refusal !== undefined) {
      this.walk.end(how, on, this.walk.closeAs('reviewed', on, refusal, about), reason);
      return;
    }
    // Refused after a letter had gone out: an end like any other, with its reason.
    const kind = how === 'withdrawn' ? how : 'closedWithoutTransfer';
    this.walk.end(kind, on, this.walk.closeAs(kind, on, kind, about), reason);
  }

  warn(field: string, code: ImportCode, reason: string): void {
    this.warnings.push({ field, code, reason });
  }
}
