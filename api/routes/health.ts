import { Router } from 'express';
import { isReady } from '../../db/connection/readiness.ts';
import { Refusal } from '../../domain/errors.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'probe'>;

export const healthRoutes = (deps: Dependencies): Router => Router().get('/healthz', live).get('/readyz', ready(deps));

const live: Handler<'readHealth'> = (_req, res) => {
  res.json({ status: 'ok' });
};

const ready =
  ({ db, probe = db }: Dependencies): Handler<'readReadiness'> =>
  async (_req, res) => {
    if (!(await isReady(probe))) throw new Refusal('unavailable', 'The database is not migrated yet.');
    res.json({ status: 'ready' });
  };
