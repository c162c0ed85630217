/** The payments of ours: what the office did, what the finance bureau paid, and what the bank's statements say of each. */
import { at, type OfficeMs } from '../outside/office-time.ts';
import type { StatementLine } from './bank-files.ts';
import { applyToPayment, isOver, refusedToPayment, type PaymentAnswer, type PaymentStory } from './payment-story.ts';
import { moneyHasLeft, type RequestStory } from './request-story.ts';

/** One line of the statement of the expenditure account: a debit of ours, or a payment that comes back. */
export interface PaymentEntry extends StatementLine {
  readonly payment: string;
  readonly isDebit: boolean;
  /** It names another account than the payment. */
  readonly isOdd?: boolean;
}

/** Of an act, what matters here. */
interface TakenAct {
  readonly what: string;
  readonly no: number;
  readonly byStaffId: string;
  readonly payment?: { readonly id: string; readonly replaces?: string };
  readonly body: Readonly<Record<string, unknown>>;
}

export class Payments {
  readonly all = new Map<string, PaymentStory>();
  readonly statements = new Map<string, readonly PaymentEntry[]>();
  readonly statementsIn = new Set<string>();
  /** By the finance bureau's own words. */
  bureauFen = 0;

  /** In the order of their plans. */
  of(no: number): PaymentStory[] {
    return [...this.all.values()].filter((one) => one.no === no);
  }

  get open(): PaymentStory[] {
    return [...this.all.values()].filter((one) => !isOver(one));
  }

  bureauPaid(id: string, amountFen: number, paidAt: OfficeMs): void {
    this.bureauFen += amountFen;
    const payment = this.all.get(id);
    if (payment) payment.bureauPaidAt = paidAt;
  }

  /** Of an act that the office has taken. */
  done(act: TakenAct, answer: PaymentAnswer, requests: ReadonlyMap<number, RequestStory>): void {
    const { what, no, byStaffId, payment: about, body } = act;
    if (!about) return;
    const known = this.all.get(about.id);
    if (known?.odd && what === 'joinConfirmed') return this.#debited(known, known.odd.bookedOn, requests.get(no));
    if (known) return applyToPayment(known, what, answer);
    const { remittance, at: plannedAt } = answer;
    if (what !== 'planned' || !remittance) return;
    const { id: remittanceId, reference, fundsMonth } = remittance;
    const replaced = about.replaces === undefined ? undefined : this.all.get(about.replaces);
    if (replaced) replaced.replacedBy = about.id;
    this.all.set(about.id, {
      id: about.id,
      no,
      remittanceId,
      reference,
      fundsMonth,
      amountFen: Number(body['amountFen']),
      payeeName: String(body['payeeName']),
      payeeAccount: String(body['payeeAccount']),
      byStaffId,
      plannedAt,
      ...(replaced && { replaces: replaced.id }),
      counted: replaced?.counted === true,
    });
  }

  refused({ what, payment: about }: TakenAct, refusal: string): void {
    const known = about && this.all.get(about.id);
    if (known) refusedToPayment(known, what, refusal);
  }

  /** Entry after entry, as the bank booked them: what came back before its debit has never left. */
  takeIn(name: string, now: OfficeMs, requests: ReadonlyMap<number, RequestStory>): void {
    this.statementsIn.add(name);
    for (const { payment: id, isDebit, isOdd, bookedOn, serial } of this.statements.get(name) ?? []) {
      const payment = this.all.get(id);
      if (!payment) continue;
      if (isOdd) payment.odd = { serial, bookedOn, toldAt: now };
      else if (!isDebit) Object.assign(payment, { cameBackOn: bookedOn, cameBackAt: now });
      else this.#debited(payment, bookedOn, requests.get(payment.no));
    }
  }

  #debited(payment: PaymentStory, bookedOn: string, request: RequestStory | undefined): void {
    payment.debitedOn = bookedOn;
    if (payment.counted || payment.cameBackOn !== undefined || !request) return;
    payment.counted = true;
    moneyHasLeft(request, at(bookedOn, 24 * 60 - 1), payment.amountFen);
  }
}
