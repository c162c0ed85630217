/** What a fact obliges somebody to do: tell the person of a return, hold or refusal; look at what fits nowhere. */
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Effect, FactContext } from './effect.ts';
import { chooseOwner } from '../holding/owners.ts';
import { openTask, type TaskKind } from '../holding/tasks.ts';

export async function openDuties(context: FactContext, effect: Effect, noted: { factSeq: number }): Promise<void> {
  // Imported history was told, or not, long ago.
  if (context.by.source === 'import') return;
  const kind = dutyOf(context, effect);
  if (!kind) return;
  const { ledger, occurredAt, detail } = context;
  const { tx, transfer } = ledger;
  const taskId = await openTask(tx, {
    officeId: transfer.office_id,
    transferId: transfer.id,
    kind,
    reasonCode: effect.reasonCode ?? null,
    ownerId: await stewardOrStandIn(context),
    about: { factSeq: noted.factSeq, factKind: detail.kind },
    naturalKey: `${kind}:${transfer.id}:${String(noted.factSeq)}`,
    openedAt: occurredAt,
  });
  if (taskId)
    ledger.note({ kind: 'taskOpened', occurredAt: ledger.now, source: 'system', payload: { taskId, task: kind } });
}

function dutyOf({ ledger, detail }: FactContext, effect: Effect): TaskKind | undefined {
  if (effect.parked) return ledger.transfer.closed_at ? 'lateFact' : 'parkedFact';
  const tells =
    detail.kind === 'held' ||
    effect.outcome === 'returned' ||
    effect.outcome === 'lost' ||
    effect.ends === 'refused' ||
    effect.ends === 'closedWithoutTransfer';
  return tells ? 'tellPerson' : undefined;
}

async function stewardOrStandIn({ ledger }: FactContext): Promise<string> {
  const { staffId } = await chooseOwner(ledger.tx, {
    officeId: ledger.transfer.office_id,
    role: 'clerk',
    prefer: [ledger.transfer.steward_id],
    on: dateOf(ledger.now),
  });
  return staffId;
}
