/** Drives the job of five facts on engines without Temporal: the next fact is said when the last one has been acted on. */
import pg from 'pg';
import { ACCEPT, FACT_AND_ACT, SCHEMA, STEPS } from '../contestants/facts-schema.ts';
import type { Context } from '../context.ts';
import type { RunningPostgres } from '../../scripts/servers/embedded-postgres.ts';
import { startChild } from './child.ts';
import { openings } from './openings.ts';

export interface JobContestant {
  /** From the acceptance until the fifth fact was acted on. */
  walk(transferId: string): Promise<void>;
  /** Only begun: its first step is open, and waits. */
  open(transferId: string): Promise<void>;
  /** Undefined where the driver itself does the work. */
  readonly pid: number | undefined;
}

const CONNECTIONS = 10;

export async function plainSql(context: Context, postgres: RunningPostgres): Promise<JobContestant> {
  const { pool } = await jobDatabase(context, postgres, 'plain_sql');
  const open = async (transferId: string) => void (await pool.query({ ...ACCEPT, values: [transferId] }));
  return {
    pid: undefined,
    open,
    async walk(transferId) {
      await open(transferId);
      for (let step = 1; step <= STEPS; step++) await pool.query({ ...FACT_AND_ACT, values: [transferId, step] });
    },
  };
}

/** The fact, the job that acts on it and the deadline's own job are one statement, as the guide wants jobs to be added. */
const SAY = {
  name: 'say',
  text: `with fact as (insert into job.facts (transfer_id, seq, kind) values ($1, $2::integer, 'fact'))
    select graphile_worker.add_job('act', json_build_object('transferId', $1::text, 'step', $2::integer)),
      graphile_worker.add_job('remind', json_build_object('transferId', $1::text), run_at := now() + interval '15 days',
        job_key := 'remind ' || $1::text)`,
};

export async function graphileWorker(context: Context, postgres: RunningPostgres): Promise<JobContestant> {
  const { pool, url } = await jobDatabase(context, postgres, 'graphile');
  const { runMigrations } = await import('graphile-worker');
  await runMigrations({ pgPool: pool });
  const child = await startChild(context, 'graphile-worker.ts', [url]);
  const opened = openings(child);
  const open = async (transferId: string) => void (await pool.query({ ...ACCEPT, values: [transferId] }));
  const say = (transferId: string, step: number) => pool.query({ ...SAY, values: [transferId, step] });
  return { pid: child.pid, open, walk: walkBy(open, opened, say) };
}

export async function dbos(context: Context, postgres: RunningPostgres): Promise<JobContestant> {
  const { url } = await jobDatabase(context, postgres, 'dbos_job');
  await postgres.createDatabase('dbos_system');
  const child = await startChild(context, 'dbos.ts', [url, postgres.url('dbos_system')]);
  const opened = openings(child);
  const open = async (transferId: string): Promise<void> => {
    const first = opened(transferId, 1);
    child.process.send({ start: transferId });
    await first;
  };
  const say = (transferId: string, step: number) => child.process.send({ send: transferId, step });
  return { pid: child.pid, open, walk: walkBy(open, opened, say) };
}

/** The next fact is said when the engine tells that it has acted on the last one. */
function walkBy(
  open: JobContestant['open'],
  opened: (transferId: string, step: number) => Promise<void>,
  say: (transferId: string, step: number) => unknown,
): JobContestant['walk'] {
  return async (transferId) => {
    await open(transferId);
    for (let step = 1; step <= STEPS; step++) {
      const next = opened(transferId, step === STEPS ? 0 : step + 1);
      await say(transferId, step);
      await next;
    }
  };
}

async function jobDatabase(context: Context, postgres: RunningPostgres, name: string) {
  await postgres.createDatabase(name);
  const url = postgres.url(name);
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  pool.on('error', () => {});
  context.atEnd(() => pool.end());
  await pool.query(SCHEMA);
  return { url, pool };
}
