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
const TOLD_WITHIN_S = 120;

export interface Recovery {
  readonly firstSeconds: number;
  readonly startedSeconds: number;
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
  const letterToken = await api.signIn('letter1');
  await closedLoop(8, waiting.length, async (no) => {
    const path = `/transfers/${waiting[no]!.id}/facts`;
    const { status } = await api.post(path, { kind: 'reviewed', outcome: 'eligible' }, { token, key: key(no) });
    if (status !== 201) throw new Error(`the office answered ${status}`);
  });
  const killedAt = performance.now();
  await killEverything(office);
  const since = () => (performance.now() - killedAt) / 1_000;
  const started = office.startAgain().then(since);
  await untilTaken(office.url, letterToken, waiting[0]!.id, key(waiting.length));
  const firstSeconds = since();
  const startedSeconds = await started;
  while ((await waitingIn(dataDir)) > 0 && since() < TOLD_WITHIN_S) await delay(50);
  const allSeconds = since();
  const { lost, doubled } = await kept(
    dataDir,
    [...waiting, undefined].map((_, no) => key(no)),
  );
  const unopened = waiting.length - (await nextOpen(dataDir, waiting));
  const violations = (await checkerFindings(dataDir)).reduce((sum, { count }) => sum + count, 0);
  context.say(`  taken after ${firstSeconds.toFixed(1)} s, started after ${startedSeconds.toFixed(1)} s`);
  return { firstSeconds, startedSeconds, allSeconds, doubled, violations, lost: lost + unopened };
}

/** The step after the review ends by the letter: asked again and again from the moment of the kill. */
async function untilTaken(url: string, token: string, transferId: string, key: string): Promise<void> {
  const api = new ApiClient(url, 1);
  for (;;) {
    const fact = { kind: 'letterSent', channel: 'platform' };
    const answer = await api.post(`/transfers/${transferId}/facts`, fact, { token, key }).catch(() => undefined);
    if (answer?.status === 201) return;
    if (answer && answer.status < 500) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
    await delay(20);
  }
}

/** The starter first: it would start again what dies. */
async function killEverything(office: Office): Promise<void> {
  await office.killStarter();
  for (const part of PARTS) {
    const found = runningPart(office.dataDir, part);
    if (found) process.kill(found.pid, 'SIGKILL');
  }
}

/** Messages that Temporal has not been told. */
export async function waitingIn(dataDir: string): Promise<number> {
  const [row] = await ask<{ count: number }>(
    ledgerOf(dataDir),
    'select count(*)::integer as count from outbox where sent_at is null and not dead',
  );
  return row!.count;
}

async function nextOpen(dataDir: string, waiting: readonly { id: string }[]): Promise<number> {
  const [row] = await ask<{ open: number }>(
    ledgerOf(dataDir),
    'select count(*)::integer as open from steps where transfer_id = any($1::uuid[]) and ordinal = 2',
    [waiting.map(({ id }) => id)],
  );
  return row!.open;
}

async function kept(dataDir: string, keys: readonly string[]): Promise<{ lost: number; doubled: number }> {
  const rows = await ask<{ count: number }>(
    ledgerOf(dataDir),
    `select count(*)::integer as count from events
      where idempotency_key = any(select encode(sha256(convert_to(key, 'UTF8')), 'hex') from unnest($1::text[]) as key)
      group by idempotency_key`,
    [keys],
  );
  return { lost: keys.length - rows.length, doubled: rows.filter(({ count }) => count > 1).length };
}
