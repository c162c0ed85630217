/** What the ledger already knows about a step that waits for the outside world: letters, forms, money. */
import { sql } from 'kysely';
import { allowedDuring, isStep, stepRule } from '../../domain/procedures/index.ts';
import { assessFunds } from './form-against-money.ts';
import type { StepRow } from './step-rows.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';

export interface Decided {
  readonly outcome: string;
  readonly factSeq: number;
  readonly reasonCode?: string | null;
}

interface Heard {
  kind: string;
  fact_seq: number;
  reason_code: string | null;
}

/** Undefined: the step has to wait. Facts count that were heard since the step before was closed. */
export async function outcomeFromLedger(ledger: TransferLedger, row: StepRow): Promise<Decided | undefined> {
  if (!isStep(row.step)) return undefined;
  const { decidedBy, outcomes } = stepRule(row.step);
  if (!decidedBy) return undefined;
  const heard = await heardSince(ledger, row.opened_by_fact_seq);
  if (decidedBy === 'answer') return heard.map(deliveryOutcome).find((decided) => decided !== undefined);
  const returned = heard.find(({ kind }) => kind === 'returnedByCounterpart');
  if (returned && allowedDuring('returnedByCounterpart', row.step))
    return { outcome: 'returned', factSeq: returned.fact_seq, reasonCode: returned.reason_code };
  const funds = await assessFunds(ledger.tx, row.transfer_id);
  return funds && funds in outcomes ? { outcome: funds, factSeq: await lastMoneyFact(ledger) } : undefined;
}

/** An answer of any kind proves that the letter arrived. */
function deliveryOutcome(fact: Heard): Decided | undefined {
  const { fact_seq: factSeq, reason_code: reasonCode } = fact;
  switch (fact.kind) {
    case 'letterReturned':
    case 'returnedByCounterpart':
      return { outcome: 'returned', factSeq, reasonCode };
    case 'letterDelivered':
    case 'infoFormReceived':
      return { outcome: 'delivered', factSeq };
    default:
      return undefined;
  }
}

function heardSince(ledger: TransferLedger, factSeq: number): Promise<Heard[]> {
  return sql<Heard>`select kind, fact_seq, reason_code from events
    where transfer_id = ${ledger.transfer.id} and fact_seq > ${factSeq} and not closes
    order by fact_seq`
    .execute(ledger.tx)
    .then(({ rows }) => rows);
}

async function lastMoneyFact(ledger: TransferLedger): Promise<number> {
  const { rows } = await sql<{ fact_seq: number }>`select max(fact_seq) as fact_seq from events
    where transfer_id = ${ledger.transfer.id} and kind in ('infoFormReceived', 'fundReceived')`.execute(ledger.tx);
  return rows[0]?.fact_seq ?? ledger.transfer.last_fact_seq;
}
