/** Rows of contributions of the person behind a transfer, and the info form that follows from them. */
import { Router } from 'express';
import { enterContributions, withdrawContribution } from '../../db/contributions/by-hand.ts';
import { readContributionsOf } from '../../db/contributions/of-transfer.ts';
import { fetchFromCore } from '../../db/core/fetch-account.ts';
import { readNow } from '../../db/office/clock.ts';
import { Refusal } from '../../domain/errors.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'core'>;

export const contributionsRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/transfers/:id/contributions', list(deps))
    .post('/transfers/:id/contributions', enter(deps))
    .post('/transfers/:id/contributions/fetching', fetchThem(deps))
    .post('/transfers/:id/contributions/:rowId/withdrawal', withdraw(deps));

const list =
  (deps: Dependencies): Handler<'listContributions'> =>
  async (req, res) => {
    const { transferredOn, temporaryAccount } = req.query;
    res.json(await reading(deps, res.locals.me.officeId, req.params.id, { transferredOn, temporaryAccount }));
  };

const enter =
  (deps: Dependencies): Handler<'enterContributions'> =>
  async (req, res) => {
    const { officeId, id: byStaffId } = res.locals.me;
    const rows = req.body.rows.map(({ interestFen = null, ...row }) => ({ ...row, interestFen }));
    await enterContributions(deps.db, deps.keyring, { officeId, byStaffId, transferId: req.params.id, rows });
    res.json(await reading(deps, officeId, req.params.id));
  };

const fetchThem =
  (deps: Dependencies): Handler<'fetchContributions'> =>
  async (req, res) => {
    const { officeId } = res.locals.me;
    await fetchFromCore(deps.db, deps.keyring, deps.core, { officeId, transferId: req.params.id });
    res.json(await reading(deps, officeId, req.params.id));
  };

const withdraw =
  (deps: Dependencies): Handler<'withdrawContribution'> =>
  async (req, res) => {
    const { officeId } = res.locals.me;
    const { id: transferId, rowId } = req.params;
    await withdrawContribution(deps.db, deps.keyring, { officeId, transferId, rowId });
    res.json(await reading(deps, officeId, transferId));
  };

interface Asked {
  readonly transferredOn?: string | undefined;
  readonly temporaryAccount?: boolean | undefined;
}

async function reading(
  { db, keyring, core }: Dependencies,
  officeId: string,
  transferId: string,
  { transferredOn, temporaryAccount }: Asked = {},
) {
  const day = transferredOn ?? (await readNow(db)).today;
  const found = await readContributionsOf(db, keyring, officeId, transferId, { transferredOn: day, temporaryAccount });
  if (!found) throw new Refusal('not-found', 'There is no such transfer.');
  const { notTransferable, form, ...rest } = found;
  return {
    ...rest,
    form: form && { ...form, transferredOn: day, temporaryAccount: temporaryAccount ?? false, years: [...form.years] },
    notTransferable: notTransferable.map(({ rows: _, reasons, ...one }) => ({ ...one, reasons: [...reasons] })),
    coreConnected: core !== undefined,
  };
}
