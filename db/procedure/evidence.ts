/** What the ledger already knows about a step that waits for the outside world: letters, forms, money. */
import { sql } from 'kysely';
import { outcomeBy, outcomeWhen, stepRule } from '../../domain/procedures/rules.ts';
import { factRule, type FactKind } from '../../domain/facts/facts.ts';
import { assessFunds } from './form-against-money.ts';
import type { StepRow } from './step-rows.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';

export interface Decided {
  readonly outcome: string;
  readonly factSeq: number;
  readonly reasonCode?: string | null;
}

interface Heard {
  kind: FactKind;
  fact_seq: number;
  reason_code: string | null;
}

/** Undefined: the step has to wait. Facts count that were heard since the step before was closed. */
export async function outcomeFromLedger(ledger: TransferLedger, row: StepRow): Promise<Decided | undefined> {
  const { decidedBy } = stepRule(ledger.procedure, row.step);
  if (!decidedBy) return toldAhead(ledger, row);
  const heard = await heardSince(ledger, row.opened_by_fact_seq);
  const answer = heard.map((fact) => answered(ledger, row.step, fact)).find((decided) => decided !== undefined);
  if (answer || decidedBy === 'answer') return answer;
  const verdict = await assessFunds(ledger.tx, row.transfer_id);
  const outcome = verdict && outcomeWhen(ledger.procedure, row.step, verdict);
  return outcome === undefined ? undefined : { outcome, factSeq: await lastMoneyFact(ledger) };
}

/**
 * What an old ledger told before its step had come, as a form that left before its money: nobody does it a second time.
 * Of the first attempt only; a later one is done anew.
 */
async function toldAhead({ tx, transfer, procedure }: TransferLedger, row: StepRow): Promise<Decided | undefined> {
  if (!transfer.imported || row.attempt > 1) return undefined;
  const { rows } = await sql<Heard>`select kind, fact_seq, reason_code from events
    where transfer_id = ${transfer.id} and fact_seq is not null and source = 'import' and not closes
    order by fact_seq`.execute(tx);
  for (const { kind, fact_seq: factSeq, reason_code: reasonCode } of rows) {
    const outcome = factRule(kind).source === 'office' ? outcomeBy(procedure, { kind, step: row.step }) : undefined;
    if (outcome !== undefined) return { outcome, factSeq, reasonCode };
  }
  return undefined;
}

/** An answer of any kind decides it, as the procedure says. */
function answered({ procedure }: TransferLedger, step: string, fact: Heard): Decided | undefined {
  const { kind, fact_seq: factSeq, reason_code: reasonCode } = fact;
  if (factRule(kind).source !== 'outside') return undefined;
  const outcome = outcomeBy(procedure, { kind, step });
  return outcome === undefined ? undefined : { outcome, factSeq, reasonCode };
}

async function heardSince(ledger: TransferLedger, factSeq: number): Promise<Heard[]> {
  const written = factSeq < ledger.writtenFactSeq ? await writtenSince(ledger, factSeq) : [];
  const pending = ledger.pendingFacts.filter(({ closes, fact_seq: seq }) => !closes && seq! > factSeq);
  return [written, pending as Heard[]].flat();
}

async function writtenSince(ledger: TransferLedger, factSeq: number): Promise<Heard[]> {
  const { rows } = await sql<Heard>`select kind, fact_seq, reason_code from events
    where transfer_id = ${ledger.transfer.id} and fact_seq > ${factSeq} and not closes
    order by fact_seq`.execute(ledger.tx);
  return rows;
}

async function lastMoneyFact(ledger: TransferLedger): Promise<number> {
  const pending = ledger.pendingFacts.findLast(({ kind }) => factRule(kind as FactKind).compared);
  if (pending) return pending.fact_seq!;
  const { rows } = await sql<{ fact_seq: number }>`select max(fact_seq) as fact_seq from events
    where transfer_id = ${ledger.transfer.id} and kind in ('infoFormReceived', 'fundReceived', 'fundReversed')`.execute(
    ledger.tx,
  );
  return rows[0]?.fact_seq ?? ledger.transfer.last_fact_seq;
}
