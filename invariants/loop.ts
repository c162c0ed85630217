/** Checks again and again beside the worker, and writes down what was found for the operators. */
import pg from 'pg';
import { checkInvariants, type WhatToCheck } from './check.ts';
import type { Finding } from './invariant.ts';
import { readFigures, type Figures } from './ledger.ts';

export interface LoopOptions extends WhatToCheck {
  /** Real milliseconds between the end of one round and the next. */
  readonly everyMs: number;
  /** Of the time; a large ledger takes longer to check, and is checked less often instead of all the time. Default: 1. */
  readonly largestShare?: number;
  /** After each round of this process. */
  readonly onChecked?: (violations: number, findings: readonly Finding[]) => void;
  /** A round that could not be finished; the next one tries again. */
  readonly onFailure?: (error: unknown) => void;
}

export interface InvariantLoop {
  /** Fulfilled when a round that runs is over. */
  stop(): Promise<void>;
  /** A round at once, beside none other; what it found, undefined when another worker was checking. Throws what ended it early. */
  now(): Promise<number | undefined>;
}

export function runInvariantLoop(options: LoopOptions): InvariantLoop {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<unknown> = Promise.resolve();
  const round = (): Promise<number | undefined> => {
    const began = performance.now();
    const checked = checkOnce(options);
    current = checked
      .catch((error: unknown) => options.onFailure?.(error))
      .finally(() => {
        if (!stopped)
          timer = setTimeout(() => void round().catch(() => undefined), pauseAfter(performance.now() - began, options));
      });
    return checked;
  };
  timer = setTimeout(() => void round().catch(() => undefined), 0);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
    async now() {
      await current;
      clearTimeout(timer);
      return round();
    },
  };
}

const LONGEST_PAUSE_MS = 15 * 60_000;

/** Milliseconds until the next round may begin. */
export function pauseAfter(
  tookMs: number,
  { everyMs, largestShare = 1 }: Pick<LoopOptions, 'everyMs' | 'largestShare'>,
): number {
  return Math.max(everyMs, Math.min(tookMs / largestShare - tookMs, LONGEST_PAUSE_MS));
}

const ONE_CHECKER = 20_260_106;

/** Of several workers one checks at a time; the others leave the round to it. */
async function checkOnce(options: LoopOptions): Promise<number | undefined> {
  const client = new pg.Client({ connectionString: options.databaseUrl, application_name: 'baton-invariants' });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [ONE_CHECKER]);
    if (!rows[0]?.mine) return undefined;
    const findings = await checkInvariants(options);
    const violations = findings.reduce((sum, { count }) => sum + count, 0);
    await writeDown(client, violations, findings, await readFigures(options.databaseUrl, options.procedures));
    options.onChecked?.(violations, findings);
    return violations;
  } finally {
    await client.end();
  }
}

/** Rounds without a finding are kept for a day, the others for a month. */
async function writeDown(
  client: pg.Client,
  violations: number,
  findings: readonly Finding[],
  figures: Figures,
): Promise<void> {
  await client.query('insert into invariant_checks (violations, findings, figures) values ($1, $2, $3)', [
    violations,
    JSON.stringify(findings.map(({ invariant, count, examples }) => ({ invariant, count, examples }))),
    JSON.stringify(figures),
  ]);
  await client.query(`delete from invariant_checks
    where checked_at < clock_timestamp() - case when violations = 0 then interval '1 day' else interval '30 days' end`);
}
