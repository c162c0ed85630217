/** Temporal is stopped for minutes, and nobody gets it started: the month goes on. */
import { keepTemporalAway } from '../temporal/away.ts';
import type { Fault } from './fault.ts';
import { withoutTemporal } from './without-temporal.ts';

export const temporalAway: Fault = {
  name: 'temporal-away',
  rhythm: 'seldom',
  lastsMs: [75_000, 180_000],
  backWithinSeconds: 30,
  strike: (ground) =>
    Promise.resolve(
      withoutTemporal(ground, { what: 'Temporal is stopped', begin: () => keepTemporalAway(ground.office.dataDir) }),
    ),
};
