/** Asks the ledger for whatever breaks a promise, all at one instant. */
import pg from 'pg';
import { FACT_INVARIANTS } from './facts.ts';
import { figuresSql, holderInvariants } from './holders.ts';
import type { Finding, Invariant } from './invariant.ts';
import { LINKED_INVARIANTS } from './linked.ts';
import { MONEY_INVARIANTS } from './money.ts';
import { MONEY_OUT_INVARIANTS } from './money-out.ts';
import { NOTICE_INVARIANTS } from './notices.ts';
import { PROMISE_INVARIANTS } from './promises.ts';
import { CHECKED_PROCEDURES, type CheckedProcedure } from './procedures.ts';
import { STEP_INVARIANTS } from './steps.ts';
import { walkInvariants } from './walks.ts';

export const ledgerInvariants = (
  procedures: readonly CheckedProcedure[] = CHECKED_PROCEDURES,
): readonly Invariant[] => [
  ...FACT_INVARIANTS,
  ...walkInvariants(procedures),
  ...STEP_INVARIANTS,
  ...holderInvariants(procedures),
  ...MONEY_INVARIANTS,
  ...MONEY_OUT_INVARIANTS,
  ...LINKED_INVARIANTS,
  ...NOTICE_INVARIANTS,
  ...PROMISE_INVARIANTS,
];

/** A connection of the checker's own; the work sees one snapshot and can change nothing. */
export async function withSnapshot<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'baton-invariants',
    connectionTimeoutMillis: 10_000,
  });
  // A server that goes away is told by the query that was running.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function checkLedger(client: pg.Client, procedures?: readonly CheckedProcedure[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const invariant of ledgerInvariants(procedures)) findings.push(...(await violationsOf(client, invariant)));
  return findings;
}

export interface Figures {
  /** Open steps that a manager holds because nobody may. */
  readonly managerHolds: number;
  /** Open transfers of which no colleague has recorded anything for thirty days. */
  readonly withoutActFor30Days: number;
}

export async function readFigures(databaseUrl: string, procedures = CHECKED_PROCEDURES): Promise<Figures> {
  return withSnapshot(databaseUrl, async (client) => {
    const { rows } = await client.query<Figures>(figuresSql(procedures));
    return rows[0]!;
  });
}

async function violationsOf(client: pg.Client, { name, promise, violations }: Invariant): Promise<Finding[]> {
  const { rows } = await client.query<{ count: number; examples: string[] | null }>(
    `select count(*)::integer as count, (array_agg(id::text order by id::text))[1:5] as examples from (${violations}) as broken`,
  );
  const { count, examples } = rows[0]!;
  return count === 0 ? [] : [{ invariant: name, promise, count, examples: examples ?? [] }];
}

export function findingOf(invariant: string, promise: string, ids: readonly string[]): Finding[] {
  return ids.length === 0 ? [] : [{ invariant, promise, count: ids.length, examples: [...ids].sort().slice(0, 5) }];
}
