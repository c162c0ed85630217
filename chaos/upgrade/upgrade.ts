/** `npm run upgrade`: there, back and there again between two releases, with hundreds of transfers under way. */
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { askLedger } from '../ledger.ts';
import { playMonth, type Month } from '../month.ts';
import { startOffice, type Office } from '../office.ts';
import { untilQuiet } from '../quiet.ts';
import { findingsAtRest, ownFindings, type Rest } from './own-checker.ts';
import { readOptions, type UpgradeOptions } from './upgrade-command.ts';
import { printAndCompare, type Papers, type Sums } from './papers.ts';
import { previousRelease } from './previous-release.ts';
import { readHistories, type Histories } from './task-failures.ts';

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

/** The work of one release on the data, and what was found at its end. */
interface Stay extends Rest {
  readonly release: string;
  readonly migrations: number;
  readonly openTransfers: number;
  readonly bySteps: Readonly<Record<string, number>>;
  /** Recorded while this release worked. */
  readonly facts: number;
  readonly histories: Histories;
  readonly papers: Papers;
  readonly seconds: number;
}

interface Standing {
  readonly migrations: number;
  readonly open: number;
  readonly facts: number;
  readonly steps: Record<string, number>;
}

const STANDING = `select (select count(*) from migration_checksums)::integer as migrations,
  (select count(*) from transfers where closed_at is null)::integer as open,
  (select coalesce(sum(last_fact_seq), 0) from transfers)::integer as facts,
  (select coalesce(jsonb_object_agg(step, n), '{}') from
    (select step, count(*) as n from steps where closed_at is null group by step) as by_step) as steps`;

const PROJECT = resolve(import.meta.dirname, '..', '..');
const PATIENCE_MS = 20 * 60_000;
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

async function main({ from, transfers, seed, dataDir: kept }: UpgradeOptions): Promise<number> {
  const dataDir = kept ?? (await mkdtemp(join(tmpdir(), 'baton-upgrade-')));
  await mkdir(dataDir, { recursive: true });
  await chmod(dataDir, 0o711); // PostgreSQL may run as another account and must reach its folder
  say('checking out the release before and installing its packages');
  const before = await previousRelease(from, await mkdtemp(join(tmpdir(), 'baton-release-')));
  say(`${before.commit.slice(0, 10)} “${before.title}” (${before.because}); data in ${dataDir}`);
  const stays: Stay[] = [];
  try {
    // Twice as many as are wanted: the first close while the month is still accepting.
    const month = { seed, transfers: transfers * 2 };
    const grown = ({ open }: Standing): boolean => open >= transfers;
    const goneOn = (start: Standing) => (now: Standing) => now.facts >= start.facts + transfers;
    const sums: Sums = new Map();
    const works = async (release: string, project: string, enough: Enough): Promise<void> => {
      const office = await startOffice(dataDir, { project });
      stays.push(await stay({ release, project, office, sums }, month, enough));
    };
    await works('before', before.folder, () => grown);
    await works('this', PROJECT, goneOn);
    await works('before again', before.folder, goneOn);
    await works('this again', PROJECT, goneOn);
  } finally {
    await before.remove();
  }
  const broken = stays.flatMap(({ release, findings, histories, papers }) => [
    ...findings.map(({ invariant }) => `${release}: ${invariant}`),
    ...(histories.failed.length > 0 ? [`${release}: workflow tasks failed`] : []),
    ...(papers.changed.length > 0 ? [`${release}: printed papers are given back otherwise`] : []),
  ]);
  if (stays.every(({ papers }) => papers.givenBack === 0)) broken.push('no printed paper was asked for again');
  const { commit, title, because } = before;
  process.stdout.write(`${JSON.stringify({ from: { commit, title, because }, seed, stays, broken }, null, 2)}\n`);
  if (broken.length > 0) say(`BROKEN: ${broken.join(', ')}. The office is in ${dataDir}.`);
  else if (kept === undefined) await rm(dataDir, { recursive: true, force: true });
  return broken.length > 0 ? 1 : 0;
}

type Enough = (start: Standing) => (now: Standing) => boolean;

/** One release works on the data until it is enough; then it rests, is looked at, and stops. */
async function stay(
  { release, project, office, sums }: { release: string; project: string; office: Office; sums: Sums },
  plan: { seed: number; transfers: number },
  enough: Enough,
): Promise<Stay> {
  const began = performance.now();
  const month = playMonth(office, { ...plan, project });
  try {
    const start = await standing(office);
    say(`${release}: works with ${start.migrations} migrations, ${start.open} open transfers, ${start.facts} facts`);
    const end = await until(office, month, enough(start));
    await month.leave();
    await untilQuiet(office);
    const { findings, restSeconds } = await findingsAtRest(() => ownFindings(project, office.dataDir));
    const histories = await readHistories(office.dataDir);
    const papers = await printAndCompare(
      {
        url: office.url,
        hasPapers: existsSync(join(project, 'documents', 'kinds')),
        ask: (sql, values) => askLedger(office.dataDir, sql, values),
      },
      sums,
    );
    const facts = end.facts - start.facts;
    say(
      `${release}: ${facts} facts, ${findings.length} findings after ${restSeconds} s, ${histories.failed.length} of ${histories.read} histories failed, ` +
        `${papers.givenBack - papers.changed.length} of ${papers.givenBack} papers given back as printed, ${papers.printed} more printed`,
    );
    const { migrations, open: openTransfers, steps: bySteps } = end;
    const seconds = Math.round((performance.now() - began) / 1000);
    return { release, migrations, openTransfers, bySteps, facts, findings, restSeconds, histories, papers, seconds };
  } finally {
    await month.kill();
    await office.stop();
  }
}

async function standing({ dataDir }: Office): Promise<Standing> {
  const [row] = await askLedger<Standing & Record<string, unknown>>(dataDir, STANDING);
  if (!row) throw new Error('the ledger does not answer');
  return row;
}

/** @throws when the play ends, or nothing comes of it for twenty minutes */
async function until(office: Office, month: Month, enough: (now: Standing) => boolean): Promise<Standing> {
  let ended: string | undefined;
  month.ended(PATIENCE_MS).then(
    () => (ended = 'too few'),
    (error: unknown) => (ended = (error as Error).message),
  );
  for (;;) {
    // A busy ledger is asked again.
    const now = await standing(office).catch(() => undefined);
    if (now && enough(now)) return now;
    if (stop.signal.aborted) throw new Error('interrupted');
    if (ended !== undefined) throw new Error(`the month ended with ${JSON.stringify(now)}: ${ended}`);
    await delay(500);
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options !== 'help') process.exitCode = await main(options);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
