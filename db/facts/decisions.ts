/** What people decide: the outcome of a step, the booking, and the ways a transfer ends without one. */
import { sql } from 'kysely';
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import type { DetailOf } from '../../domain/facts/new-fact.ts';
import { closedBy, outcomeBy, outcomeRule } from '../../domain/procedures/rules.ts';
import { paidOutFen } from '../ledger/paid-out.ts';
import { bookMatched } from '../money/parts.ts';
import type { Tx } from '../connection/connection.ts';
import { hasCounterpartAccepted } from '../procedure/counterpart-accepted.ts';
import { sumFunds } from '../procedure/form-against-money.ts';
import { decisionOverDefects } from './over-defects.ts';
import { requireReason } from './reasons.ts';
import { outcomeOf } from './outcome-of.ts';
import type { Effect, Effects, FactContext } from './effect.ts';

type Decision =
  | DetailOf<'reviewed'>
  | DetailOf<'secondReviewed'>
  | DetailOf<'decided'>
  | DetailOf<'letterChecked'>
  | DetailOf<'remittanceChecked'>;

/** The open step ends as it was decided, with a reason where that outcome wants one. */
export async function decided(context: FactContext<Decision>): Promise<Effect> {
  const { ledger, open, detail } = context;
  if (!open) return {};
  const { procedure } = ledger;
  const { step } = open;
  const outcome = outcomeBy(procedure, { kind: detail.kind, step, named: detail.outcome });
  if (outcome === undefined) {
    const possible = closedBy(procedure, detail.kind, step).join(', ');
    refuseDefects([{ field: 'outcome', code: 'outcome', message: `The open step ends as one of ${possible}.` }]);
    return {};
  }
  if (outcomeRule(procedure, step, outcome).wants !== 'reason') return { outcome };
  return { outcome, reasonCode: await requireReason(context, detail.reasonCode) };
}

export const decisionEffects: Effects<
  'reviewed' | 'secondReviewed' | 'decided' | 'booked' | 'withdrawn' | 'closedWithoutTransfer'
> = {
  reviewed: decided,
  secondReviewed: decided,
  decided(context) {
    if (context.open && context.open.ordinal !== context.detail.ordinal) {
      throw new Refusal('already-decided', 'Another step is open than the one that was decided.', {
        extra: { openStep: context.open.step, ordinal: context.open.ordinal },
      });
    }
    return decided(context);
  },

  async booked(context) {
    const { ledger, detail, occurredAt, factSeq, by } = context;
    const { tx, transfer } = ledger;
    if (by.source !== 'import')
      await refuseWithoutMoney(tx, transfer.id, [by.staffId ?? [], context.confirmedBy ?? []].flat());
    const overDefects = await decisionOverDefects(context);
    // History has no credits in our books: its amount is the old ledger's word.
    const matchedFen = await bookMatched(tx, transfer.id);
    const amountFen = by.source === 'import' ? (detail.amountFen ?? matchedFen) : matchedFen;
    ledger.changeRarely('booked', (db) =>
      db.insertInto('bookings').values({
        transfer_id: transfer.id,
        office_id: transfer.office_id,
        amount_fen: amountFen,
        booked_at: occurredAt,
        booked_by: by.staffId,
        fact_seq: factSeq,
      }),
    );
    return { ...outcomeOf(context), payload: { amountFen, ...overDefects } };
  },

  withdrawn: (context) => ended(context, context.detail.reasonCode ?? 'W01'),
  closedWithoutTransfer: (context) => ended(context, context.detail.reasonCode),
};

/** Money that the bank has taken back, or may have taken back, is booked to nobody; and by nobody who has decided that it is this transfer's. */
async function refuseWithoutMoney(tx: Tx, transferId: string, people: readonly string[]): Promise<void> {
  const { total, matched, reversed, openMoneyOut, decidedBy } = await sumFunds(tx, transferId);
  // No account has both roles, but the manager may do what either does.
  if (people.some((id) => decidedBy.includes(id)))
    throw new Refusal('separation-of-duties', 'Who decided whose money it is, or that it is here, may not book it.');
  if (openMoneyOut)
    throw new Refusal(
      'amount-mismatch',
      'Money of this transfer has left the account, or may have: finance must settle that task first.',
      {
        extra: { expectedFen: total, receivedFen: matched, reversedFen: reversed },
      },
    );
  if (reversed === 0 || total === null || matched === total) return;
  throw new Refusal(
    'amount-mismatch',
    'The bank has taken money of this transfer back; it waits until the money is here again.',
    {
      extra: { expectedFen: total, receivedFen: matched, reversedFen: reversed },
    },
  );
}

/** Whoever calls it so, the applicant's wish alone takes nothing back that the other office has begun. History is as it was. */
async function refuseLateWithdrawal({ ledger, by }: FactContext, reasonCode: string): Promise<void> {
  if (reasonCode !== 'W01' || by.source === 'import') return;
  if (!(await hasCounterpartAccepted(ledger.tx, ledger.transfer.id))) return;
  throw new Refusal(
    'counterpart-accepted',
    'The other office has sent its form or its money: ask it to take the matter back, and record its answer.',
  );
}

/**
 * Whatever reason is named: what has left, of this transfer or of one that it was reopened from, comes back only by the other office.
 * History is as it was.
 */
export async function refuseAfterMoneyOut({ ledger: { tx, transfer }, by }: FactContext): Promise<void> {
  if (by.source === 'import') return;
  // Where nobody knows how much has left, some has.
  const { rows } = await sql<{ hasLeft: boolean }>`
    select coalesce(${paidOutFen(transfer.id)} > 0, true) or exists (select from remittances
      where transfer_id = ${transfer.id} and credit_part_id is null and state in ('released', 'sent', 'confirmed')) as "hasLeft"`.execute(
    tx,
  );
  if (rows[0]!.hasLeft)
    throw new Refusal('counterpart-accepted', 'Our money has left: the other office is asked, and has to agree.');
}

/** Whatever step is open ends with the transfer. */
async function ended(
  context: FactContext<DetailOf<'withdrawn'> | DetailOf<'closedWithoutTransfer'>>,
  code: string | undefined,
): Promise<Effect> {
  const reasonCode = await requireReason(context, code);
  await refuseLateWithdrawal(context, reasonCode);
  await refuseAfterMoneyOut(context);
  return { ...(context.open && { outcome: context.detail.kind }), reasonCode };
}
