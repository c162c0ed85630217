/** A month that was played to its end, in the figures that may not depend on whether Temporal was there. */
import type { MonthResult } from './month.ts';
import { askLedger } from './ledger.ts';

export type MonthFigures = Readonly<Record<string, unknown>>;

/** Sums in fen. */
const LEDGER: Readonly<Record<string, string>> = {
  transfersByEnd: `select coalesce(closing, 'open') as name, count(*)::integer as figure from transfers group by 1`,
  stepsByOutcome: `select step || ' ' || coalesce(outcome, 'open') as name, count(*)::integer as figure from steps group by 1`,
  moneyReceived: `select 'fen' as name, coalesce(sum(amount_fen), 0)::text as figure from credits`,
  moneyByState: `select state as name, sum(amount_fen)::text as figure from credit_parts group by 1`,
  letters: `select channel || ' ' || state as name, count(*)::integer as figure from letters group by 1`,
  messages: `select kind || ' ' || case when state in ('sent', 'delivered', 'failed') then 'told' else state end as name,
    count(*)::integer as figure from notices group by 1`,
  scans: `select meaning as name, count(*)::integer as figure from mail_scans group by 1`,
};

export async function figuresOf(dataDir: string, { accepted, metrics }: MonthResult): Promise<MonthFigures> {
  const told: [string, unknown][] = [];
  for (const [name, sql] of Object.entries(LEDGER)) {
    const rows = await askLedger<{ name: string; figure: unknown }>(dataDir, `${sql} order by 1`);
    told.push([name, Object.fromEntries(rows.map((row) => [row.name, row.figure]))]);
  }
  return { accepted, completion: metrics, ...Object.fromEntries(told) };
}

/** Names of the figures that are not the same in both. */
export const differing = (one: MonthFigures, other: MonthFigures): string[] =>
  Object.keys(one).filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
