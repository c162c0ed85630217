/** The bank of the account from which the office pays: a statement each morning, with what left the day before and what came back. */
import { dateOf, dayNumber } from '../../domain/time/shanghai-day.ts';
import { isWorkingDay } from '../../domain/time/working-days.ts';
import { afterWorkingDays, at, CALENDAR, nextDay, type OfficeMs } from '../outside/office-time.ts';
import { paymentFateOf } from '../plan/payment-fate.ts';
import type { Plan } from '../plan/plan.ts';
import { statementCamt, statementCsv } from '../story/bank-files.ts';
import type { PaymentStory } from '../story/payment-story.ts';
import type { PaymentEntry, Payments } from '../story/payments.ts';

export const EXPENDITURE_ACCOUNT = '0200000000000000027';

/** Of the bank that passes the money on: some write it for the payee's. */
const CLEARING_ACCOUNT = '0200000000000009999';

const READY = 9 * 60 + 10;

interface Movement {
  readonly payment: PaymentStory;
  readonly on: string;
  readonly isDebit: boolean;
}

/** What the bank has done or will do with what it was sent, and no statement shows yet, in its own order. */
export function movementsOf(plan: Plan, { all, statements }: Payments): Movement[] {
  const told = new Set([...statements.values()].flat().map(({ payment, isDebit }) => nameOf(payment, isDebit)));
  return [...all.values()]
    .flatMap((payment) => movementsOfOne(plan, payment))
    .filter(({ payment, isDebit }) => !told.has(nameOf(payment.id, isDebit)));
}

/** No statement will say anything more of what was sent, and the office has them all. */
export const bankIsDone = (plan: Plan, payments: Payments): boolean =>
  movementsOf(plan, payments).length === 0 &&
  [...payments.statements.keys()].every((name) => payments.statementsIn.has(name));

/** What comes back on the day of its debit is told before it. */
function movementsOfOne({ seed }: Plan, payment: PaymentStory): Movement[] {
  const { sentAt } = payment;
  if (sentAt === undefined) return [];
  const debit = { payment, on: dateOf(sentAt), isDebit: true };
  const { comesBack } = paymentFateOf(seed, payment);
  if (!comesBack) return [debit];
  const { afterWorkingDays: days } = comesBack;
  const back = { payment, on: days === 0 ? debit.on : dateOf(afterWorkingDays(sentAt, days, 0)), isDebit: false };
  return days === 0 ? [back, debit] : [debit, back];
}

const nameOf = (payment: string, isDebit: boolean): string => `${payment} ${isDebit ? 'out' : 'back'}`;

/** When a movement of that day is on a statement that the office can read. */
export function toldAt(on: string): OfficeMs {
  let day = nextDay(on);
  while (!isWorkingDay(day, CALENDAR)) day = nextDay(day);
  return at(day, READY);
}

/** Of what was booked before today; undefined when nothing was. */
export function paymentsOn(plan: Plan, payments: Payments, today: string): PaymentEntry[] | undefined {
  const booked = movementsOf(plan, payments).filter(({ on }) => on < today);
  if (booked.length === 0 || !isWorkingDay(today, CALENDAR)) return undefined;
  // Sorting keeps what is of one day in the order in which the bank tells it.
  const inOrder = booked.sort((a, b) => dayNumber(a.on) - dayNumber(b.on));
  return inOrder.map(({ payment, on, isDebit }, index) => ({
    serial: `Z${plan.seed}0${today.replaceAll('-', '')}${String(index + 1).padStart(3, '0')}`,
    bookedOn: on,
    amountFen: payment.amountFen,
    payer: payment.payeeName,
    otherAccount: wordedOtherwise(plan, payment) ? CLEARING_ACCOUNT : payment.payeeAccount,
    memo: isDebit ? `养老保险关系转移 ${payment.reference}` : `退汇 账号户名不符 ${payment.reference}`,
    payment: payment.id,
    isDebit,
    ...(wordedOtherwise(plan, payment) && { isOdd: true }),
  }));
}

const wordedOtherwise = ({ seed }: Plan, payment: PaymentStory): boolean =>
  paymentFateOf(seed, payment).wordedOtherwise;

/** Two banks' formats take turns here, too. */
export function paymentsFile(name: string, entries: readonly PaymentEntry[]) {
  const about = { account: EXPENDITURE_ACCOUNT };
  return dayNumber(name) % 2 === 0
    ? { name: `payments-${name}.xml`, content: statementCamt(`PT${name}`, entries, about) }
    : { name: `payments-${name}.csv`, content: statementCsv(entries, about) };
}
