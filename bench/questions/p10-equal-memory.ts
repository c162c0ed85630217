import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { dbos } from '../engines/job-contestants.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import { processMemoryBytes } from '../measuring/cpu.ts';
import { atLeast, type Question } from '../question.ts';
import { idleOffice, total } from '../races/idle-office.ts';

export const question: Question = {
  id: 'P10',
  question: 'open idle transfers in the memory that our whole office takes (API, worker, Temporal, PostgreSQL)',
  against: 'DBOS and its PostgreSQL in as much memory',
  goal: { value: atLeast(20) },
  async run(context) {
    const { empty, half, full } = await idleOffice(context);
    const ours = total(full.memory);
    const theirs = await memoryOfDbos(context);
    const fits = Math.max(0, ours - theirs.empty) / theirs.each;
    const further = (total(full.memory) - total(half.memory)) / (full.open - half.open);
    return {
      measures: { value: [full.open / fits] },
      figures: [
        { name: `Baton with ${full.open} open`, unit: 'MiB', values: [ours / 2 ** 20] },
        { name: 'Baton with none', unit: 'MiB', values: [total(empty.memory) / 2 ** 20] },
        { name: 'Baton, each further one beyond the half', unit: 'bytes', values: [further] },
        { name: 'DBOS with none', unit: 'MiB', values: [theirs.empty / 2 ** 20] },
        { name: 'DBOS, each one that waits', unit: 'bytes', values: [theirs.each] },
        { name: 'DBOS, how many fit', unit: '', values: [fits] },
      ],
      remarks: [
        'our caches are bounded: what is open beyond them takes no memory, so the more are open the better the ratio; DBOS holds every one that waits',
      ],
    };
  },
};

/** Proportional bytes of its process and of PostgreSQL: with none, and what each that waits adds. */
async function memoryOfDbos(context: Context): Promise<{ empty: number; each: number }> {
  const postgres = await benchPostgres(context);
  const engine = await dbos(context, postgres);
  const settled = async (): Promise<number> => {
    await delay(context.size(15_000, 2_000));
    return processMemoryBytes(engine.pid!) + processMemoryBytes(postgres.pid);
  };
  const empty = await settled();
  const count = context.size(10_000, 500);
  await closedLoop(64, count, (no) => engine.open(`idle-${no}`));
  context.say(`  ${count} wait in DBOS`);
  return { empty, each: ((await settled()) - empty) / count };
}
