import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { askLedger } from '../../chaos/ledger.ts';
import { playMonth } from '../../chaos/month.ts';
import { startOffice, type Office } from '../../chaos/office.ts';
import { runningPart } from '../../chaos/parts.ts';
import type { Context } from '../context.ts';
import { processMemoryBytes } from '../measuring/cpu.ts';
import { slope } from '../measuring/statistics.ts';
import { atMost, type Question } from '../question.ts';

const WATCHED = ['api', 'worker'] as const;
type Watched = (typeof WATCHED)[number];
/** What the worker keeps of procedures at most (worker.ts); until so many are open its cache grows, and that is no leak. */
const CACHED = 2_000;
const LOOK_EVERY_MS = 5_000;

/** By part: hours since the beginning, and MiB. */
type Seen = Record<Watched, [number, number][]>;

export const question: Question = {
  id: 'memory',
  question:
    'memory of API and worker while a busy month is played for half an hour, when the worker’s cache has been full as long: growth',
  against: '–',
  goal: { api: atMost(60, 'MiB/h'), worker: atMost(60, 'MiB/h') },
  onlyWhenNamed: true,
  patienceMinutes: 90,
  async run(context) {
    const office = await startOffice(join(context.folder, 'office'));
    context.atEnd(() => office.stop());
    // More than is played in that time: the clock is held back, and the office is never out of work.
    const month = playMonth(office, { seed: 1, transfers: 6_000 });
    context.atEnd(() => month.kill());
    const began = performance.now();
    const cached = context.size(CACHED, 30);
    const filling = await watch(context, office, began, async () => (await openTransfers(office)) >= cached);
    context.say(`  ${cached} transfers are open`);
    // What is remembered of them still grows with every step that they take; measured from here it looked like a leak.
    const grown = performance.now() + context.size(30, 0.5) * 60_000;
    await watch(context, office, began, () => Promise.resolve(performance.now() > grown));
    const minutes = context.size(30, 1.5);
    const until = performance.now() + minutes * 60_000;
    const full = await watch(context, office, began, () => Promise.resolve(performance.now() > until));
    return {
      measures: Object.fromEntries(WATCHED.map((part) => [part, [slope(full[part])]])),
      figures: WATCHED.flatMap((part) => [
        { name: `${part}, at the beginning`, unit: 'MiB', values: [filling[part][0]![1]] },
        { name: `${part}, half an hour after ${cached} were open`, unit: 'MiB', values: [full[part][0]![1]] },
        { name: `${part}, ${minutes} minutes later`, unit: 'MiB', values: [full[part].at(-1)![1]] },
      ]),
      remarks: [
        `${await openTransfers(office)} open at the end; a look every five seconds; the slope is that of the least squares`,
      ],
    };
  },
};

async function watch(context: Context, office: Office, began: number, isOver: () => Promise<boolean>): Promise<Seen> {
  const seen: Seen = { api: [], worker: [] };
  const hours = (): number => (performance.now() - began) / 3_600_000;
  let told = Math.floor(hours() * 60);
  do {
    for (const part of WATCHED) {
      const pid = runningPart(office.dataDir, part)?.pid;
      if (pid === undefined) throw new Error(`${part} is away`);
      seen[part].push([hours(), processMemoryBytes(pid) / 2 ** 20]);
    }
    if (Math.floor(hours() * 60) > told) {
      told = Math.floor(hours() * 60);
      const sizes = WATCHED.map((part) => `${part} ${seen[part].at(-1)![1].toFixed(0)} MiB`);
      context.say(`  ${told} minutes: ${sizes.join(', ')}`);
    }
    await delay(LOOK_EVERY_MS);
  } while (!(await isOver()));
  return seen;
}

async function openTransfers({ dataDir }: Office): Promise<number> {
  const [row] = await askLedger<{ open: number }>(
    dataDir,
    'select count(*)::int as open from transfers where closed_at is null',
  );
  return row!.open;
}
