import type { Context } from '../context.ts';
import { bareTemporal } from '../engines/bare-temporal.ts';
import { officeOn } from '../engines/office-processes.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { temporalOn } from '../engines/temporal.ts';
import type { Question } from '../question.ts';
import { race } from '../race.ts';
import { bareWalker, productWalker } from '../races/walkers.ts';
import { lap, NAMES, type Runner } from '../races/whole-product.ts';

const AT_ONCE = [1, 16, 64] as const;

export const question: Question = {
  id: 'without pause',
  question: 'transfers/s when every step is answered in the moment in which it opens',
  against: 'bare Temporal in both forms: no person is so quick, and their tasks take the answer along for nothing',
  goal: {},
  async run(context) {
    const postgres = await benchPostgres(context);
    const temporal = await temporalOn(context, postgres);
    const office = await officeOn(context, { postgres, temporal });
    const walkers = {
      product: await productWalker(context, office, temporal),
      remote: bareWalker(await bareTemporal(context, temporal, 'remoteForm')),
      local: bareWalker(await bareTemporal(context, temporal, 'localForm')),
    };
    const speeds = (runner: Runner) => async (): Promise<number[]> => {
      const found: number[] = [];
      for (const atOnce of AT_ONCE)
        found.push((await lap(walkers[runner], {}, { atOnce, pauseMs: 0, total: totalOf(context, atOnce) })).perSecond);
      return found;
    };
    const raced = await race(context, { product: speeds('product'), remote: speeds('remote'), local: speeds('local') });
    return {
      measures: {},
      figures: AT_ONCE.flatMap((atOnce, at) =>
        (['product', 'remote', 'local'] as const).map((runner) => ({
          name: `${NAMES[runner]}, ${atOnce} at once`,
          unit: 'transfers/s',
          values: raced[runner].map((one) => one[at]!),
        })),
      ),
    };
  },
};

const totalOf = (context: Context, atOnce: number): number => Math.max(context.size(4, 2), atOnce * context.size(2, 1));
