/** What should be zero, for whoever runs the office. */
import { Router } from 'express';
import { readOperations } from '../../db/metrics/operations.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

export const operationsRoutes = ({ db }: Pick<ApiDependencies, 'db'>): Router => Router().get('/operations', read(db));

const read =
  (db: ApiDependencies['db']): Handler<'readOperations'> =>
  async (_req, res) => {
    res.json(await readOperations(db, res.locals.me.officeId));
  };
