/** Of a transfer-out: the other office's letter checked, our form made and sent, the money paid, what the other office says of it. */
import { sql } from 'kysely';
import { Refusal, refuseDefects, type Defect } from '../../domain/errors.ts';
import type { DetailOf } from '../../domain/facts/new-fact.ts';
import { checkWaybill } from '../../domain/letters/waybill.ts';
import { outcomeRule } from '../../domain/procedures/rules.ts';
import { closeTasks, requireClosed } from '../holding/task-changes.ts';
import { openTask } from '../holding/tasks.ts';
import { requireAmountDue } from './amount-due.ts';
import { decided, refuseAfterMoneyOut } from './decisions.ts';
import { issueOurForm } from './our-form.ts';
import { outcomeOf } from './outcome-of.ts';
import { requireReason } from './reasons.ts';
import type { Effect, Effects, FactContext } from './effect.ts';

type OfTransferOut =
  | 'letterReceived'
  | 'chased'
  | 'letterChecked'
  | 'letterSentBack'
  | 'untransferableTold'
  | 'certificateIssued'
  | 'infoFormIssued'
  | 'remittanceChecked'
  | 'fundSent'
  | 'infoFormSent'
  | 'infoFormReissued'
  | 'relationEnded'
  | 'disputeReceived';

const paperOf = ({ detail: { incomingId } }: FactContext<DetailOf<'letterReceived'> | DetailOf<'chased'>>): Effect => ({
  payload: { incomingId },
});

export const transferOutEffects: Effects<OfTransferOut> = {
  letterReceived: paperOf,
  chased: paperOf,

  async letterChecked(context) {
    const effect = await decided(context);
    if (context.detail.reasonCode === undefined) return effect;
    const reasonCode = await requireReason(context, context.detail.reasonCode);
    await oweNotice(context, reasonCode);
    return { ...effect, reasonCode };
  },

  async letterSentBack(context) {
    const reasonCode = await requireReason(context, context.detail.reasonCode);
    await refuseAfterMoneyOut(context);
    return { ...outcomeOf(context), reasonCode };
  },

  async untransferableTold({ ledger, detail: { channel }, occurredAt, by }) {
    const closing = { at: occurredAt, byStaffId: by.staffId, note: channel };
    requireClosed(await closeTasks(ledger, { kind: 'untransferableNotice' }, closing));
    return { payload: { channel } };
  },

  certificateIssued: () => ({}),

  async infoFormIssued(context) {
    const { formNo, accountTotalFen, pooledFundFen, totalFen } = context.detail;
    if (isHistory(context))
      return { ...outcomeOf(context), payload: { ...(totalFen > 0 && { totalFen }), assumed: true } };
    if (accountTotalFen + pooledFundFen !== totalFen)
      refuseDefects([{ field: 'totalFen', code: 'sum', message: 'Line ⑥ is the sum of ④ and ⑤.' }]);
    const closes = outcomeOf(context);
    const infoFormId = await issueOurForm(context);
    const lines = { accountTotalFen, pooledFundFen, totalFen };
    const named = { ...(formNo !== undefined && { formNo }), ...(infoFormId !== undefined && { infoFormId }) };
    return { ...closes, payload: { ...named, ...lines } };
  },

  async remittanceChecked(context) {
    if (isHistory(context)) return concludedCheck(context);
    const dueFen = await dueOf(context);
    const effect = await decided(context);
    const { ledger, open } = context;
    const toPay = open && outcomeRule(ledger.procedure, open.step, effect.outcome ?? '').toPay;
    if (toPay !== undefined && toPay !== dueFen > 0)
      throw new Refusal('amount-mismatch', 'What the form says and what was sent before leave something else to pay.', {
        extra: { expectedFen: dueFen, receivedFen: 0 },
      });
    return { ...effect, payload: { dueFen } };
  },

  async fundSent(context) {
    const { amountFen } = context.detail;
    if (isHistory(context)) {
      await refuseWhilePaidHere(context);
      return { ...outcomeOf(context), ...(amountFen !== undefined && { payload: { amountFen } }) };
    }
    const dueFen = await dueOf(context);
    if (amountFen !== dueFen)
      throw new Refusal('amount-mismatch', 'What leaves is what the form says, less what was sent before.', {
        extra: { expectedFen: dueFen, receivedFen: amountFen ?? null },
      });
    return { ...outcomeOf(context), payload: { amountFen } };
  },

  infoFormSent: formLeaves,
  infoFormReissued: formLeaves,
  relationEnded: outcomeOf,

  /** While nothing waits for it, and after the end, it is kept with an owner. */
  async disputeReceived(context) {
    const { reasonCode: said, incomingId } = context.detail;
    const reasonCode = await requireReason(context, said);
    const closes = outcomeOf(context);
    const payload = incomingId === undefined ? {} : { incomingId };
    return { ...closes, reasonCode, payload, ...(closes.outcome === undefined && { parked: true }) };
  },
};

/** Counted from the day on which the letter came, whenever it was found out (94号 Art. 3). */
async function oweNotice({ ledger }: FactContext, reasonCode: string): Promise<void> {
  await openTask(ledger, {
    kind: 'untransferableNotice',
    reasonCode,
    owner: { role: 'clerk', prefer: [ledger.transfer.steward_id] },
    naturalKey: `untransferableNotice:${ledger.transfer.id}`,
    openedAt: ledger.transfer.accepted_at,
  });
}

function formLeaves(context: FactContext<DetailOf<'infoFormSent'> | DetailOf<'infoFormReissued'>>) {
  // An old ledger does not tell how it went.
  if (isHistory(context)) return outcomeOf(context);
  const { channel } = context.detail;
  const waybill = waybillOf(context.detail);
  return { ...outcomeOf(context), payload: { channel, ...(waybill && { waybill }) } };
}

function waybillOf({ channel, waybill }: DetailOf<'infoFormSent'> | DetailOf<'infoFormReissued'>): string | undefined {
  if (channel === 'platform') return undefined;
  const checked = checkWaybill(waybill ?? '');
  if (checked.ok) return checked.waybill;
  const defect: Defect = waybill
    ? {
        field: 'waybill',
        code: 'waybill',
        message: 'Not a waybill number: 13 digits, or UPU S10 with a right check digit.',
      }
    : { field: 'waybill', code: 'missing', message: 'A form by EMS needs its waybill number.' };
  refuseDefects([defect]);
  return undefined;
}

/** A row of an old ledger is as it was: what it does not say nobody compares, and nobody makes up. */
const isHistory = ({ by }: FactContext): boolean => by.source === 'import';

/** What the old ledger says was paid there is not paid here too. */
async function refuseWhilePaidHere({ ledger: { tx, transfer } }: FactContext): Promise<void> {
  const { rows } = await sql<{ reference: string }>`select reference from remittances r
    where transfer_id = ${transfer.id} and credit_part_id is null and state <> 'withdrawn'
      and not exists (select from remittances next where next.replaces_id = r.id) limit 1`.execute(tx);
  if (rows.length > 0)
    throw new Refusal('already-decided', 'A remittance of ours pays this: withdraw it, or let the bank confirm it.');
}

/** That nothing is due is a finding which answers for the money: no row has made it. */
async function concludedCheck(context: FactContext<DetailOf<'remittanceChecked'>>): Promise<Effect> {
  const [effect, dueFen] = [await decided(context), await dueOf(context)];
  return { ...effect, payload: { ...(dueFen > 0 && { dueFen }), assumed: true } };
}

const dueOf = ({ ledger: { tx, transfer } }: FactContext): Promise<number> => requireAmountDue(tx, transfer.id);
