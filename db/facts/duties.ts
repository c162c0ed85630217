/** What a fact obliges somebody to do: tell the person of a return, hold or refusal; look at what fits nowhere. */
import { outcomeRule } from '../../domain/procedures/rules.ts';
import { CLOSINGS_TO_TELL, type Closing } from '../../domain/facts/closings.ts';
import type { Effect, FactContext } from './effect.ts';
import { openTask, type TaskKind } from '../holding/tasks.ts';

interface Noted {
  readonly factSeq: number;
  readonly closing: Closing | null;
}

export async function openDuties(context: FactContext, effect: Effect, noted: Noted): Promise<void> {
  // Imported history was told, or not, long ago.
  if (context.by.source === 'import') return;
  const kind = dutyOf(context, effect, noted.closing);
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

function dutyOf({ ledger, detail, open }: FactContext, effect: Effect, closing: Closing | null): TaskKind | undefined {
  if (effect.parked) return ledger.transfer.closed_at ? 'lateFact' : 'parkedFact';
  const procedure = ledger.knownProcedure;
  if (procedure?.applied === 'elsewhere' && detail.kind !== 'held') return undefined;
  const comesBack =
    open && procedure && effect.outcome && outcomeRule(procedure, open.step, effect.outcome).attempt === 'ends';
  const tells = detail.kind === 'held' || comesBack || (closing && CLOSINGS_TO_TELL.includes(closing));
  return tells ? 'tellPerson' : undefined;
}
