/** What a fact obliges somebody to do: tell the person of a return, hold or refusal; look at what fits nowhere. */
import { outcomeRule } from '../../domain/procedures/index.ts';
import type { Effect, FactContext } from './effect.ts';
import { openTask, type TaskKind } from '../holding/tasks.ts';

export async function openDuties(context: FactContext, effect: Effect, noted: { factSeq: number }): Promise<void> {
  // Imported history was told, or not, long ago.
  if (context.by.source === 'import') return;
  const kind = dutyOf(context, effect);
  if (!kind) return;
  const { ledger, occurredAt, detail } = context;
  await openTask(ledger, {
    kind,
    reasonCode: effect.reasonCode ?? null,
    owner: { role: 'clerk', prefer: [ledger.transfer.steward_id] },
    about: { factSeq: noted.factSeq, factKind: detail.kind },
    naturalKey: `${kind}:${ledger.transfer.id}:${String(noted.factSeq)}`,
    openedAt: occurredAt,
  });
}

function dutyOf({ ledger, detail, open }: FactContext, effect: Effect): TaskKind | undefined {
  if (effect.parked) return ledger.transfer.closed_at ? 'lateFact' : 'parkedFact';
  const comesBack = open && effect.outcome && outcomeRule(open.step, effect.outcome).attempt === 'ends';
  const tells =
    detail.kind === 'held' || comesBack || effect.ends === 'refused' || effect.ends === 'closedWithoutTransfer';
  return tells ? 'tellPerson' : undefined;
}
