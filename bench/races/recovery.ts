/** An office that is killed in the middle of its work and started again: how soon it acts, and whether anything is lost. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Office } from '../../chaos/office.ts';
import { PARTS, runningPart } from '../../chaos/parts.ts';
import { checkerFindings } from '../../chaos/verdict.ts';
import { installationIn } from '../../invariants/installation.ts';
import type { Context } from '../context.ts';
import { ApiClient } from '../engines/api-client.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import { ask } from '../measuring/postgres-figures.ts';

/** Facts that are said and acknowledged in the moment before everything is killed. */
const UNDER_WAY = 40;
const ACT_PATIENCE_MS = 120_000;

export interface Recovery {
  readonly firstSeconds: number;
  readonly apiSeconds: number;
  readonly allSeconds: number;
  readonly lost: number;
  readonly doubled: number;
  readonly violations: number;
}

export const ledgerOf = (dataDir: string): string => {
  const found = installationIn(dataDir);
  if (!found) throw new Error('PostgreSQL is away');
  return found.databaseUrl;
};

export async function recovery(context: Context, office: Office, repetition: number): Promise<Recovery> {
  const { dataDir } = office;
  const waiting = await ask<{ id: string }>(
    ledgerOf(dataDir),
    `select transfer_id as id from steps where step = 'review' and closed_at is null limit ${UNDER_WAY}`,
  );
  const key = (no: number): string => `recovery-${repetition}-${no}`;
  const api = new ApiClient(office.url);
  const token = await api.signIn('review1');
  await closedLoop(8, waiting.length, async (no) => {
    const path = `/transfers/${waiting[no]!.id}/facts`;
    const { status } = await api.post(path, { kind: 'reviewed', outcome: 'eligible' }, { token, key: key(no) });
    if (status !== 201) throw new Error(`the office answered ${status}`);
  });
  const before = await actedOn(dataDir, waiting);
  const killedAt = performance.now();
  await killEverything(office);
  const since = () => (performance.now() - killedAt) / 1_000;
  await office.startAgain();
  const apiSeconds = since();
  let firstSeconds: number | undefined;
  let acted = before;
  while (acted < waiting.length && since() * 1_000 < ACT_PATIENCE_MS) {
    acted = await actedOn(dataDir, waiting);
    if (acted > before) firstSeconds ??= since();
    await delay(20);
  }
  const allSeconds = since();
  const { lost, doubled } = await kept(
    dataDir,
    waiting.map((_, no) => key(no)),
  );
  const violations = (await checkerFindings(dataDir)).reduce((sum, { count }) => sum + count, 0);
  context.say(`  ${before} of ${waiting.length} facts had been acted on before the kill`);
  return {
    apiSeconds,
    allSeconds,
    doubled,
    violations,
    firstSeconds: firstSeconds ?? allSeconds,
    lost: lost + waiting.length - acted,
  };
}

/** The starter first: it would start again what dies. */
async function killEverything(office: Office): Promise<void> {
  await office.killStarter();
  for (const part of PARTS) {
    const found = runningPart(office.dataDir, part);
    if (found) process.kill(found.pid, 'SIGKILL');
  }
}

/** How many of them have their next step open. */
async function actedOn(dataDir: string, waiting: readonly { id: string }[]): Promise<number> {
  const [row] = await ask<{ acted: number }>(
    ledgerOf(dataDir),
    `select count(*)::integer as acted from steps where transfer_id = any($1::uuid[]) and ordinal = 2`,
    [waiting.map(({ id }) => id)],
  );
  return row!.acted;
}

async function kept(dataDir: string, keys: readonly string[]): Promise<{ lost: number; doubled: number }> {
  const rows = await ask<{ count: number }>(
    ledgerOf(dataDir),
    `select count(*)::integer as count from events where idempotency_key = any($1::text[]) group by idempotency_key`,
    [keys],
  );
  return { lost: keys.length - rows.length, doubled: rows.filter(({ count }) => count > 1).length };
}
