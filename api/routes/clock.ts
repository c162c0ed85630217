import { Router } from 'express';
import { readClock, steerClock, type OfficeClock } from '../../db/office/clock.ts';
import { Refusal } from '../../domain/errors.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler, ReplyOf } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'config'>;

export const clockRoutes = (deps: Dependencies): Router =>
  Router().get('/clock', read(deps)).put('/clock', steer(deps));

function asClock({ officeNow, speed, ceiling, frozen, simulated }: OfficeClock): ReplyOf<'readClock'> {
  return { officeNow: officeNow.toISOString(), officeDate: dateOf(officeNow), speed, ceiling, frozen, simulated };
}

const read =
  ({ db }: Dependencies): Handler<'readClock'> =>
  async (_req, res) => {
    res.json(asClock(await readClock(db)));
  };

const steer =
  ({ db, config }: Dependencies): Handler<'steerClock'> =>
  async (req, res) => {
    if (!config.practice) throw new Refusal('forbidden', 'Only the clock of a practice office can be steered.');
    const { until, ...change } = req.body;
    res.json(asClock(await steerClock(db, { ...change, ...(until === undefined ? {} : { until: new Date(until) }) })));
  };
