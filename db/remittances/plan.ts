/** A remittance begins: planned for a transfer or for money that goes back, or in the place of one whose money lies there unpaid. */
import { refuseDefects, keyReused, Refusal } from '../../domain/errors.ts';
import { accountKey } from '../../domain/money/account-number.ts';
import { firstState, mayBePaidAnew, placeIn } from '../../domain/money/remittance.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { ownerNow } from '../holding/owners.ts';
import { holdTransfer } from '../ledger/locked-transfer.ts';
import { insertRemittance } from '../money/remittances.ts';
import { caseNoSeries, nextCaseNo, OTHER_SERIES } from '../office/case-numbers.ts';
import { rulesNow } from '../office/rules.ts';
import { newText } from '../texts/sealed-texts.ts';
import { amountsOf, type Plan } from './asked.ts';
import { settleBounceTask } from './bounce-task.ts';
import { lockPart, lockRemittance, type LockedRemittance } from './lock.ts';
import { dueOnIn } from './moving.ts';
import { planDefects } from './plan-defects.ts';
import { refuseAfterReversal } from './reversed.ts';
import { requireMayPay } from './separation.ts';
import { tellRemittance } from './tell.ts';

/** @returns its id; the same for the same key @throws Refusal invalid, not-found, already-decided, separation-of-duties, idempotency-key-reused */
export function planRemittance(db: Db, keyring: Keyring, plan: Plan): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const known = await plannedBefore(tx, plan);
    if (known !== undefined) return known;
    const money = await lockMoney(tx, plan);
    // The same sent twice at once has waited for the first.
    return (await plannedBefore(tx, plan)) ?? begin(tx, keyring, plan, money);
  });
}

async function plannedBefore(tx: Tx, { officeId, idempotencyKey, bodyHash }: Plan): Promise<string | undefined> {
  const before = await tx
    .selectFrom('remittances')
    .select(['id', 'body_hash'])
    .where('office_id', '=', officeId)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst();
  if (before && before.body_hash?.equals(bodyHash) !== true) throw keyReused();
  return before?.id;
}

interface PlannedMoney {
  readonly of: ReturnType<typeof ofWhom>;
  /** Whose money it pays. */
  readonly before: LockedRemittance | undefined;
}

/** @throws Refusal not-found */
async function lockMoney(tx: Tx, plan: Plan): Promise<PlannedMoney> {
  const { officeId, replacesId } = plan;
  const before = replacesId === undefined ? undefined : await lockRemittance(tx, officeId, replacesId);
  const of = ofWhom(plan, before);
  if (!before && of.transferId !== null) await holdTransfer(tx, of.transferId);
  await lockPart(tx, of.creditPartId);
  return { of, before };
}

async function begin(tx: Tx, keyring: Keyring, plan: Plan, { of, before }: PlannedMoney): Promise<string> {
  const { byStaffId } = plan;
  const { officeId } = of;
  await refuseAfterReversal(tx, of);
  if (before) await requireUnpaid(tx, before);
  refuseDefects(await planDefects(tx, plan, before));
  await requireMayPay(tx, of, byStaffId);
  const { now, today } = await rulesNow(tx);
  const month = before?.funds_month ?? plan.fundsMonth ?? today.slice(0, 7);
  const state = firstState(of.source, before !== undefined);
  const place = placeIn(state === 'planned' ? 'planned' : 'funded', of.source);
  const { staffId: ownerId } = await ownerNow(tx, officeId, { role: 'finance', prefer: [byStaffId], on: dateOf(now) });
  const move = {
    occurredAt: now,
    dueOn: await dueOnIn(tx, state, now),
    byStaffId,
    note: newText(keyring, { officeId, transferId: of.transferId }, plan.note),
    idempotencyKey: plan.idempotencyKey,
    bodyHash: plan.bodyHash,
  };
  const reference = await nextReference(tx, officeId, today);
  const { amountFen } = plan;
  const id = await insertRemittance(
    tx,
    {
      ...sealedOf(keyring, plan),
      ...amountsOf(plan, before),
      ...of,
      reference,
      fundsMonth: month,
      fundedMonth: state === 'funded' ? (before?.funded_month ?? month) : null,
      state,
      place,
      ownerId,
    },
    move,
  );
  if (before?.state === 'bounced') await settleBounceTask(tx, before, byStaffId);
  const replaces = before && { replacesId: before.id };
  const payload = { remittanceId: id, to: state, place, amountFen, ...replaces };
  await tellRemittance(tx, 'remittancePlanned', { ...of, occurredAt: now, byStaffId, payload });
  return id;
}

/** @throws Refusal already-decided */
async function requireUnpaid(tx: Tx, { id, state, place }: LockedRemittance): Promise<void> {
  const next = await tx.selectFrom('remittances').select('id').where('replaces_id', '=', id).executeTakeFirst();
  if (mayBePaidAnew(state, place) && !next) return;
  const message = 'Only what bounced, or was withdrawn when the funds were there, is paid anew, and once.';
  throw new Refusal('already-decided', message, { extra: { state } });
}

/** What takes the place of another is of the same money. */
function ofWhom(plan: Plan, before: LockedRemittance | undefined) {
  return {
    officeId: plan.officeId,
    transferId: before ? before.transfer_id : (plan.transferId ?? null),
    creditPartId: before ? before.credit_part_id : (plan.creditPartId ?? null),
    source: before ? before.source : (plan.source ?? 'fiscalAccount'),
    replacesId: before?.id ?? null,
    counterpartAreaCode: plan.counterpartAreaCode ?? before?.counterpart_area_code ?? null,
  };
}

const sealedOf = (keyring: Keyring, { payeeName, payeeAccount, payeeBank, ourAccount }: Plan) => ({
  payeeSealed: keyring.seal(payeeName),
  payeeAccountSealed: keyring.seal(accountKey(payeeAccount)),
  payeeBankSealed: payeeBank === undefined || payeeBank === '' ? null : keyring.seal(payeeBank),
  ourAccount: accountKey(ourAccount ?? ''),
});

/** Counted by month like case numbers, and like those not given twice by a ledger that was set back. */
async function nextReference(tx: Tx, officeId: string, today: string): Promise<string> {
  const series = caseNoSeries(officeId, OTHER_SERIES.remittance, today);
  return (await nextCaseNo(tx, series).executeTakeFirstOrThrow()).case_no;
}
