/** An open step changes hands by one act: a colleague takes it, or the manager gives it to one. */
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import { stepRule } from '../../domain/procedures/rules.ts';
import { isAway } from '../../domain/staff/owner-choice.ts';
import { mayAct } from '../../domain/staff/permissions.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { assignStep } from '../holding/owners.ts';
import { completersAmong } from '../holding/separation.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import { rolesOf } from '../office/staff.ts';
import { newText } from '../texts/sealed-texts.ts';
import type { EffectOf } from './effect.ts';
import { requireOpen } from './open-step.ts';

export const takenOver: EffectOf<'takenOver'> = async ({ ledger, keyring, steps, open, by, note, detail }) => {
  const step = requireOpen(open);
  if (!by.staffId) throw new Refusal('forbidden', 'Only a colleague takes a step over.');
  const to = detail.toStaffId ?? by.staffId;
  if (to !== by.staffId) await requireGiving(ledger, by.staffId, to);
  if (step.owner_id === to) throw new Refusal('already-decided', 'This colleague holds the step already.');
  const { role, apartFrom } = stepRule(ledger.procedure, step.step);
  if (!mayAct(await rolesOf(ledger.tx, to), role)) {
    throw new Refusal('forbidden', `Taking over this step needs the role ${role}.`);
  }
  if (completersAmong(steps, apartFrom).includes(to)) {
    throw new Refusal('separation-of-duties', 'Who did the step before may not hold this one.');
  }
  await assignStep(ledger, {
    ordinal: step.ordinal,
    staffId: to,
    why: to === by.staffId ? 'takenOver' : 'reassigned',
    note: newText(keyring, { officeId: ledger.transfer.office_id, transferId: ledger.transfer.id }, note),
    byStaffId: by.staffId,
  });
  return {
    changesStep: true,
    payload: { ordinal: step.ordinal, from: step.owner_id, ...(to !== by.staffId && { to }) },
  };
};

/** @throws Refusal unless the manager gives it, to somebody who is here today */
async function requireGiving(ledger: TransferLedger, byStaffId: string, to: string): Promise<void> {
  const roles = await rolesOf(ledger.tx, byStaffId);
  if (!roles.includes('manager')) throw new Refusal('forbidden', 'Only the manager gives a step to somebody else.');
  const roster = await ledger.roster();
  const colleague = roster.of(ledger.transfer.office_id).find(({ id }) => id === to);
  const refuse = (code: string, message: string) => refuseDefects([{ field: 'toStaffId', code, message }]);
  if (!colleague) refuse('unknown', 'No active colleague has this id.');
  if (colleague && isAway(colleague, dateOf(ledger.now))) refuse('away', 'This colleague is away today.');
}
