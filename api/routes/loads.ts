/** How much each colleague has, and who has whose. */
import { Router } from 'express';
import { readLoads } from '../../db/reading/loads.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db'>;

export const loadsRoutes = (deps: Dependencies): Router => Router().get('/loads', read(deps));

const read =
  ({ db }: Dependencies): Handler<'readLoads'> =>
  async (_req, res) => {
    res.json(await readLoads(db, res.locals.me.officeId));
  };
