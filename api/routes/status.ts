import { Router } from 'express';
import { readStatus } from '../../db/reading/status-page.ts';
import { statusGuesses } from '../door/status-guesses.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const statusRoutes = (deps: Dependencies): Router => Router().post('/status/:code', read(deps));

const read =
  ({ db, keyring }: Dependencies): Handler<'readStatus'> =>
  async (req, res) => {
    const { phoneLastFour } = req.body;
    const typed = { code: req.params.code, phoneLastFour };
    res.set('Cache-Control', 'no-store').json(await readStatus(db, keyring, statusGuesses(db), typed));
  };
