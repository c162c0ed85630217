import { BusyCounter } from '../engines/busy-counter.ts';
import { phase, PHASE_COLUMNS, watchLags } from '../engines/busy-phase.ts';
import { FLOOD, floodOf } from '../engines/flood.ts';
import { moneyInSuspense } from '../engines/money.ts';
import { officeOn, processesOf } from '../engines/office-processes.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { temporalOn } from '../engines/temporal.ts';
import { Worklist } from '../engines/worklist.ts';
import { answersOf, ms } from '../measuring/answers.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import { openLoop } from '../measuring/open-loop.ts';
import { percentile } from '../measuring/statistics.ts';
import { atMost, type Question } from '../question.ts';

const STRESS = 50;
const BURST = 100;
/** Transfers that were begun before: no counter starts its day without any. */
const STANDING = 300;
const BACK_WITHIN_S = 180;
const CALM_S = 1;

export const question: Question = {
  id: 'P6',
  question: '50 facts/s for ten minutes, 100/s for one, 50/s again; then 600 at once',
  against: '–',
  goal: {
    'API p99': atMost(50, 'ms'),
    refused: atMost(0, ''),
    'workflow lag': atMost(5, 's'),
    'calm again after the burst': atMost(BACK_WITHIN_S, 's'),
    'flood: without answer': atMost(0, ''),
  },
  async run(context) {
    const postgres = await benchPostgres(context);
    const temporal = await temporalOn(context, postgres);
    const office = await officeOn(context, { postgres, temporal });
    const pids = processesOf(office, temporal.pid, postgres.pid);
    const list = new Worklist(office.databaseUrl, 100);
    context.atEnd(() => list.stop());
    const counter = new BusyCounter(office, list, await moneyInSuspense(office.databaseUrl, context.size(12_000, 600)));
    await closedLoop(16, context.size(STANDING, 60), (no) => counter.standing(no % 5));
    context.say(`  ${context.size(STANDING, 60)} transfers stand in the first steps`);
    const lags = watchLags(counter, office);
    const stress = await phase(context, counter, lags, pids, 'stress', {
      perSecond: STRESS,
      seconds: context.size(600, 15),
    });
    const burst = await phase(context, counter, lags, pids, 'burst', {
      perSecond: BURST,
      seconds: context.size(60, 5),
    });
    const calmAfter = await untilCalm(counter);
    lags.stop();
    const flood = await floodOf(context, office);
    const both = [...stress.said, ...burst.said];
    const refused = both.filter(({ status }) => status !== 201 && status !== 200).length;
    return {
      measures: {
        'API p99': [percentile(ms(both), 99)],
        refused: [refused],
        'workflow lag': [Math.max(stress.lag, burst.lag)],
        'calm again after the burst': [calmAfter],
        'flood: without answer': [flood.filter(({ status }) => status === 0).length],
      },
      table: { columns: PHASE_COLUMNS, rows: [stress.row, burst.row] },
      remarks: [`flood of ${FLOOD} at once: ${answersOf(flood)}`],
    };
  },
};

/** The stress goes on after the burst. Gives back after how many seconds the lag was small, and stayed so for five. */
async function untilCalm(counter: BusyCounter): Promise<number> {
  const from = performance.now();
  const since = (): number => (performance.now() - from) / 1000;
  let calmFrom: number | undefined;
  const watch = setInterval(() => {
    calmFrom = counter.lagSeconds() < CALM_S ? (calmFrom ?? since()) : undefined;
  }, 100);
  await openLoop(
    STRESS,
    BACK_WITHIN_S + 20,
    (dueAt) => counter.next(dueAt),
    () => calmFrom !== undefined && since() - calmFrom > 5,
  );
  clearInterval(watch);
  return calmFrom ?? since();
}
