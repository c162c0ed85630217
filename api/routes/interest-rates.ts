/** Interest rates: what an info form's years are computed anew with. */
import { isDeepStrictEqual } from 'node:util';
import { Router } from 'express';
import { hasSecondAdministrator } from '../../db/approvals/access.ts';
import { setInterestRate } from '../../db/approvals/kinds/interest-rate.ts';
import { findInterestRate, listInterestRates } from '../../db/office/interest-rates.ts';
import { answerProposed } from '../door/proposing.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const interestRateRoutes = (deps: Dependencies): Router =>
  Router().get('/interest-rates', list(deps)).put('/interest-rates/:year', put(deps));

const list =
  ({ db }: Dependencies): Handler<'listInterestRates'> =>
  async (_req, res) => {
    res.json({ items: await listInterestRates(db) });
  };

const put =
  (deps: Dependencies): Handler<'putInterestRate'> =>
  async (req, res) => {
    const { db } = deps;
    const { officeId, id: byStaffId } = res.locals.me;
    const { region = '', basisPoints, source } = req.body;
    const rate = { region, year: Number(req.params.year), basisPoints, source };
    if (isDeepStrictEqual(await findInterestRate(db, rate), rate)) return void res.json(rate);
    if (await hasSecondAdministrator(db, officeId, byStaffId)) {
      return answerProposed(deps, res as never, { kind: 'interestRate', proposal: rate });
    }
    await db.transaction().execute((tx) => setInterestRate(tx, rate, { officeId, byStaffId }));
    res.json(rate);
  };
