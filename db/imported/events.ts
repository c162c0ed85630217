/** The events of an imported transfer: its facts, and last that it was imported. */
import { personOfImported } from '../../domain/facts/facts.ts';
import { eventRow, type EventRow } from '../ledger/event-rows.ts';
import type { HistoryFact } from './history.ts';
import { moneyOf } from './money.ts';
import type { ImportContext, Placed } from './placed.ts';

export function historyEvents(transfer: Placed): EventRow[] {
  const { history, transferId, context, about } = transfer;
  const facts = history.facts.map((fact, index) => factRow(transfer, fact, index + 1));
  return [...facts, importedEvent(context, { transferId, about, seq: facts.length + 1 })];
}

function factRow(transfer: Placed, fact: HistoryFact, factSeq: number): EventRow {
  const { history, transferId, context, staff, at } = transfer;
  const closed = history.steps.find(({ closedByFact }) => closedByFact === factSeq);
  return eventRow(
    { id: transferId, office_id: context.officeId },
    {
      kind: fact.kind,
      occurredAt: at(fact.on),
      source: 'import',
      byStaffId: fact.by ? staff.of(fact.by).id : null,
      stepOrdinal: fact.ordinal,
      closes: fact.outcome !== undefined || closed !== undefined,
      outcome: fact.outcome ?? closed?.outcome ?? null,
      reasonCode: fact.reasonCode ?? null,
      confirmedBy: hasWaited(transfer, factSeq) ? (context.confirmedBy ?? null) : null,
      payload: payloadOf(transfer, fact, factSeq),
    },
    { recordedAt: context.now, seq: factSeq, factSeq },
  );
}

/** For a second person: money that came in; of a transfer-out all that its row tells. */
const hasWaited = ({ procedure, history }: Placed, factSeq: number): boolean =>
  procedure.direction === 'out' || history.money?.byFact === factSeq;

function payloadOf(
  transfer: Placed,
  { kind, by, payload, assumed }: HistoryFact,
  factSeq: number,
): Record<string, unknown> {
  const letter = transfer.history.letters.find(({ sentByFact }) => sentByFact === factSeq);
  const money = transfer.history.money?.byFact === factSeq ? moneyOf(transfer) : undefined;
  return {
    ...payload,
    ...(letter && { letterId: transfer.letterIds.get(letter) }),
    ...(money && { creditId: money.creditId, partId: money.partId, verdict: money.verdict }),
    ...(assumed && { assumed: true }),
    ...personOfImported(kind, by !== undefined && by !== ''),
  };
}

export function importedEvent(
  { officeId, importId, now }: ImportContext,
  { transferId, about, seq }: { transferId: string; about: Readonly<Record<string, unknown>>; seq: number },
): EventRow {
  return eventRow(
    { id: transferId, office_id: officeId },
    { kind: 'imported', occurredAt: now, source: 'import', payload: { importId, ...about } },
    { recordedAt: now, seq, factSeq: null },
  );
}
