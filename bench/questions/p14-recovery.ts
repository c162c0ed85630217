import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startOffice, type Office } from '../../chaos/office.ts';
import { PARTS, runningPart } from '../../chaos/parts.ts';
import { checkerFindings } from '../../chaos/verdict.ts';
import { installationIn } from '../../invariants/installation.ts';
import type { Context } from '../context.ts';
import { ApiClient } from '../engines/api-client.ts';
import { acceptOne } from '../engines/applicants.ts';
import { cloneAccepted } from '../engines/cloned-transfers.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import { ask } from '../measuring/postgres-figures.ts';
import { atMost, type Question } from '../question.ts';

/** Facts that are said and acknowledged in the moment before everything is killed. */
const UNDER_WAY = 40;
const OPEN_PATIENCE_MS = 900_000;
const ACT_PATIENCE_MS = 120_000;

export const question: Question = {
  id: 'P14',
  question: 'everything killed with -9, 10,000 transfers open: until the first fact is acted on',
  against: 'nothing else; started again as `npm start` does',
  goal: { 'first fact': atMost(15, 's'), lost: atMost(0, ''), doubled: atMost(0, ''), violations: atMost(0, '') },
  async run(context) {
    const dataDir = join(context.folder, 'office');
    const office = await startOffice(dataDir);
    context.atEnd(() => office.stop());
    const count = context.size(10_000, 300);
    await openTransfers(context, office, count);
    const recoveries: Recovery[] = [];
    for (let repetition = 1; repetition <= context.repetitions; repetition++) {
      recoveries.push(await recovery(context, office, repetition));
    }
    const of = (key: keyof Recovery) => recoveries.map((one) => one[key]);
    return {
      measures: {
        'first fact': of('firstSeconds'),
        lost: of('lost'),
        doubled: of('doubled'),
        violations: of('violations'),
      },
      figures: [
        { name: 'until the API answers', unit: 's', values: of('apiSeconds') },
        { name: 'until every fact of the last moment is acted on', unit: 's', values: of('allSeconds') },
      ],
      remarks: [`${count} open transfers; PostgreSQL and Temporal (CLI server with its file) of npm start`],
    };
  },
};

interface Recovery {
  readonly firstSeconds: number;
  readonly apiSeconds: number;
  readonly allSeconds: number;
  readonly lost: number;
  readonly doubled: number;
  readonly violations: number;
}

const ledgerOf = (dataDir: string): string => {
  const found = installationIn(dataDir);
  if (!found) throw new Error('PostgreSQL is away');
  return found.databaseUrl;
};

async function openTransfers(context: Context, { dataDir, url }: Office, count: number): Promise<void> {
  const api = new ApiClient(url);
  const first = await acceptOne(api, await api.signIn('clerk1'), 1);
  await cloneAccepted(ledgerOf(dataDir), first, count - 1);
  const deadline = performance.now() + OPEN_PATIENCE_MS;
  for (let open = 0; open < count;) {
    if (performance.now() > deadline) throw new Error(`only ${open} of ${count} workflows opened their first step`);
    await delay(1_000);
    const [row] = await ask<{ open: number }>(
      ledgerOf(dataDir),
      'select count(*)::integer as open from steps where closed_at is null',
    );
    open = row!.open;
  }
  context.say(`  ${count} transfers are open`);
}

async function recovery(context: Context, office: Office, repetition: number): Promise<Recovery> {
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
