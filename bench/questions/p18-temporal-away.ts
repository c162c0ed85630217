import type { Context } from '../context.ts';
import { BusyCounter } from '../engines/busy-counter.ts';
import { moneyInSuspense } from '../engines/money.ts';
import { officeOn, type BenchOffice } from '../engines/office-processes.ts';
import { outboxEmpty } from '../engines/outbox.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { temporalOn } from '../engines/temporal.ts';
import { Worklist } from '../engines/worklist.ts';
import { answersOf, ms } from '../measuring/answers.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import { openLoop } from '../measuring/open-loop.ts';
import { ask } from '../measuring/postgres-figures.ts';
import { secondsOf } from '../measuring/seconds.ts';
import { percentile } from '../measuring/statistics.ts';
import { atLeast, type Question } from '../question.ts';

/** Well below what fills the machine, and far more than a nation brings. */
const PER_SECOND = 20;
const STANDING = 100;

export const question: Question = {
  id: 'P18',
  table: 1,
  question: `Temporal away for ten minutes at ${PER_SECOND} facts/s: steps opened meanwhile`,
  against: 'the ten minutes before, with Temporal there',
  goal: { value: atLeast(0.95) },
  patienceMinutes: 45,
  async run(context) {
    const postgres = await benchPostgres(context);
    const temporal = await temporalOn(context, postgres);
    const office = await officeOn(context, { postgres, temporal });
    const list = new Worklist(office.databaseUrl, 20);
    context.atEnd(() => list.stop());
    const seconds = context.size(600, 8);
    const counter = new BusyCounter(office, list, await moneyInSuspense(office.databaseUrl, 2 * PER_SECOND * seconds));
    await closedLoop(8, context.size(STANDING, 20), (no) => counter.standing(no % 5));
    const there = await stretch(context, office, counter, seconds);
    await temporal.goAway();
    const away = await stretch(context, office, counter, seconds);
    await temporal.comeBack();
    const caughtUp = await secondsOf(() => outboxEmpty(office));
    return {
      measures: { value: [away.steps / there.steps] },
      figures: [
        { name: 'steps opened, Temporal there', unit: '', values: [there.steps] },
        { name: 'steps opened, Temporal away', unit: '', values: [away.steps] },
        { name: 'p99 of a request, Temporal there', unit: 'ms', values: [there.p99] },
        { name: 'p99 of a request, Temporal away', unit: 'ms', values: [away.p99] },
        { name: 'after it is back, until it has been told everything', unit: 's', values: [caughtUp] },
      ],
      remarks: [
        `${seconds} s each; answers: there ${there.answers}; away ${away.answers}`,
        `Temporal: ${temporal.described}, stopped and started again`,
      ],
    };
  },
};

async function stretch(context: Context, { databaseUrl }: BenchOffice, counter: BusyCounter, seconds: number) {
  const from = counter.said.length;
  const before = await stepsOf(databaseUrl);
  await openLoop(PER_SECOND, seconds, (dueAt) => counter.next(dueAt));
  await counter.answered();
  const steps = (await stepsOf(databaseUrl)) - before;
  const said = counter.said.slice(from);
  context.say(`  ${steps} steps opened, ${answersOf(said)}`);
  return { steps, p99: percentile(ms(said), 99), answers: answersOf(said) };
}

async function stepsOf(databaseUrl: string): Promise<number> {
  const [row] = await ask<{ count: number }>(databaseUrl, 'select count(*)::integer as count from steps');
  return row!.count;
}
