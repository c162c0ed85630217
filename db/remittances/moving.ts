/** A remittance goes from one state to the next: its place, its limit and its history with it. */
import { Refusal } from '../../domain/errors.ts';
import type { EventKind } from '../../domain/facts/facts.ts';
import { limitOfState, mayBecome, placeIn, type RemittanceState } from '../../domain/money/remittance.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import type { Tx } from '../connection/connection.ts';
import { moveRemittance, type Move } from '../money/remittances.ts';
import { rulesNow, settingOn } from '../office/rules.ts';
import { endLateTask } from './late-task.ts';
import type { LockedRemittance } from './lock.ts';
import { tellRemittance } from './tell.ts';

export interface Moving extends Omit<Move, 'dueOn'> {
  readonly ownerId?: string;
  readonly fundedMonth?: string;
  readonly releaseApprovalId?: string;
  /** Default: that it moved. */
  readonly event?: EventKind;
}

/** @throws Refusal already-decided, where no way leads there */
export async function moveTo(
  tx: Tx,
  remittance: LockedRemittance,
  state: RemittanceState,
  moving: Moving,
): Promise<LockedRemittance> {
  requireWay(remittance, state);
  const { id, office_id: officeId, source, place: before } = remittance;
  const { ownerId, fundedMonth, releaseApprovalId, event = 'remittanceMoved', ...move } = moving;
  const place = state === 'withdrawn' ? before : placeIn(state, source);
  await moveRemittance(
    tx,
    {
      id,
      officeId,
      state,
      place,
      ...(ownerId !== undefined && { ownerId }),
      ...(fundedMonth !== undefined && { fundedMonth }),
      ...(releaseApprovalId !== undefined && { releaseApprovalId }),
    },
    { ...move, dueOn: await dueOnIn(tx, state, move.occurredAt) },
  );
  await tellRemittance(tx, event, {
    officeId,
    transferId: remittance.transfer_id,
    occurredAt: move.occurredAt,
    byStaffId: move.byStaffId,
    ...(move.confirmedBy !== undefined && { confirmedBy: move.confirmedBy }),
    payload: {
      remittanceId: id,
      from: remittance.state,
      to: state,
      place,
      amountFen: remittance.amount_fen,
      ...(move.entryId !== undefined && { entryId: move.entryId }),
      ...(fundedMonth !== undefined && { month: fundedMonth }),
    },
  });
  await endLateTask(tx, remittance, move.byStaffId);
  return { ...remittance, state, place, since: move.occurredAt };
}

export function requireWay({ state }: Pick<LockedRemittance, 'state'>, to: RemittanceState): void {
  if (mayBecome(state, to)) return;
  throw new Refusal('already-decided', `This remittance is ${state}; it cannot become ${to}.`, { extra: { state } });
}

/** Whoever has the ball from then on should have moved it by the end of this day; null: nobody has it. */
export async function dueOnIn(tx: Tx, state: RemittanceState, from: Date): Promise<string | null> {
  const limit = limitOfState(state);
  if (limit === undefined) return null;
  const { rules } = await rulesNow(tx);
  const day = dateOf(from);
  return addWorkingDays(day, settingOn(rules, day, limit), rules.calendar).dueOn;
}
