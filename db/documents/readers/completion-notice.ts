/** Completion notice (办结通知书): what was taken into the account, and what comes next for the person. */
import type { CompletionNoticeData } from '../../../documents/kinds/completion-notice.ts';
import { Refusal } from '../../../domain/errors.ts';
import { retirementView, type RetirementKind } from '../../../domain/persons/retirement.ts';
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import { listInfoForms } from '../../forms/list.ts';
import { numberOfTransfer } from '../numbers.ts';
import type { DocumentReader } from '../reading.ts';
import { readCaseFacts, type CaseFacts } from './case-facts.ts';

type Form = Awaited<ReturnType<typeof listInfoForms>>[number];

/** @throws Refusal not-found; not-due (it is not completed) */
export const readCompletionNotice: DocumentReader<CompletionNoticeData> = async (reading) => {
  const { tx, keyring, today } = reading;
  const facts = await readCaseFacts(reading);
  const booking = await tx
    .selectFrom('bookings')
    .select(['amount_fen', 'booked_at'])
    .where('transfer_id', '=', facts.transferId)
    .executeTakeFirst();
  if (facts.closing !== 'completed' || !booking) throw new Refusal('not-due', 'This transfer is not completed.');
  const form = (await listInfoForms(tx, keyring, facts.transferId)).find(({ state }) => state === 'received');
  return {
    number: await numberOfTransfer(tx, { transferId: facts.transferId, kind: 'completionNotice', letters: 'BJ' }),
    data: {
      caseNo: facts.caseNo,
      typeName: facts.typeName,
      person: facts.person,
      counterpartName: facts.counterpart.name,
      acceptedOn: facts.acceptedOn,
      bookedOn: dateOf(booking.booked_at),
      totalFen: booking.amount_fen,
      moved: form ? movedBy(form) : null,
      next: nextOf(facts, form, today),
      contact: facts.steward,
    },
  };
};

/** Old ledgers know only the total: then nothing is said of years and parts. */
function movedBy(form: Form) {
  if (form.years.length === 0) return null;
  const months = form.years.flatMap(({ fromMonth, toMonth }) => [fromMonth ?? [], toMonth ?? []].flat()).sort();
  return {
    accountFen: form.accountTotalFen,
    pooledFen: form.pooledFundFen,
    months: form.years.reduce((sum, year) => sum + year.months, 0),
    fromMonth: months.at(0) ?? null,
    toMonth: months.at(-1) ?? null,
  };
}

/**
 * What follows from what is known: months paid twice are cleared afterwards (先转后清), and whoever retires soon applies in time.
 * A woman may retire at 50 or at 55: she is told of the earlier one.
 */
function nextOf({ person }: CaseFacts, form: Form | undefined, today: string) {
  const paidTwice = form?.flags.some(({ code }) => code === 'paidTwice') ?? false;
  if (person.sex === null || person.birthMonth === null) return { paidTwice, retirement: null };
  const kind: RetirementKind = person.sex === 'male' ? 'man60' : 'woman50';
  const retirement = retirementView(kind, `${person.birthMonth}-01`);
  const isNear = monthsBetween(today, retirement.retiresIn) <= NEAR_MONTHS;
  return { paidTwice, retirement: isNear ? { retiresIn: retirement.retiresIn, kind } : null };
}

const NEAR_MONTHS = 24;

const monthsBetween = (day: string, month: string): number =>
  (Number(month.slice(0, 4)) - Number(day.slice(0, 4))) * 12 + Number(month.slice(5, 7)) - Number(day.slice(5, 7));
