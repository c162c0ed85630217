import { Kysely, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from '../database.generated.ts';
import type { Procedures } from '../../domain/procedures/index.ts';
import { LedgerDialect } from './procedures.ts';
import { PreparingClient } from './prepared-statements.ts';
import { closeUnanswered } from './unanswered.ts';

export type Database = DB;
/** A connection or a transaction; every query function takes it first and never captures a pool. */
export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

const INT8 = 20;
const DATE = 1082;

/** Amounts are fen and fit: 2^53 fen are ninety trillion yuan. A value beyond is refused, never rounded. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('an int8 beyond 2^53');
  return value;
}

// A date is a date: pg would otherwise make it midnight of whatever zone the machine is in.
const parsers = new Map<number, (text: string) => unknown>([
  [INT8, parseInt8],
  [DATE, (text) => text],
]);
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
};

/** A new connection has every statement to parse and to plan five times: what a quiet minute closed is missing in the next busy one. */
const KEPT_IDLE_MS = 10 * 60_000;

/** The option is younger than its types. */
const PIPELINED: object = { pipeline: true };

export interface PoolOptions {
  readonly max?: number;
  readonly applicationName?: string;
  readonly onError?: (error: Error) => void;
  /** Milliseconds to wait for a connection, free or new. */
  readonly connectionTimeoutMs?: number;
  /** Milliseconds after which PostgreSQL gives up a statement; absent: never. */
  readonly statementTimeoutMs?: number;
  /** Milliseconds that a statement waits for somebody else's lock; absent: for ever. */
  readonly lockTimeoutMs?: number;
  /** Milliseconds without an answer after which a connection counts as dead; absent: it is waited for. */
  readonly unansweredMs?: number;
}

export function createPool(databaseUrl: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'baton',
    connectionTimeoutMillis: options.connectionTimeoutMs ?? 5_000,
    idleTimeoutMillis: KEPT_IDLE_MS,
    ...(options.statementTimeoutMs !== undefined && { statement_timeout: options.statementTimeoutMs }),
    ...(options.lockTimeoutMs !== undefined && { lock_timeout: options.lockTimeoutMs }),
    // What a client that has vanished holds locked is free again soon; nobody of ours thinks that long in a transaction.
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    ...(options.unansweredMs !== undefined && { query_timeout: options.unansweredMs }),
    types,
    // What is asked in one breath travels together.
    ...PIPELINED,
    Client: PreparingClient,
  });
  if (options.unansweredMs !== undefined) closeUnanswered(pool);
  // An idle connection that PostgreSQL closes must not end the process; the next query gets a new one.
  pool.on('error', (error) => options.onError?.(error));
  // Nor one that is in use but silent for a moment: its next query rejects, and that is enough.
  pool.on('connect', (client) => client.on('error', (error) => options.onError?.(error)));
  return pool;
}

/** Absent: all procedures that this release knows. */
interface KnownProcedures {
  readonly procedures?: Procedures;
}

export function connect(databaseUrl: string, options: PoolOptions & KnownProcedures = {}): Db {
  return new Kysely<DB>({ dialect: new LedgerDialect(createPool(databaseUrl, options), options.procedures) });
}
