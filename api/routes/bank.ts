/** What the office knows of its banks: how they write, and which accounts are ours. */
import { Router } from 'express';
import { listBankAccounts, putBankAccounts } from '../../db/office/bank-accounts.ts';
import { listBankLayouts, putBankLayout } from '../../db/office/bank-layouts.ts';
import { accountKey } from '../../domain/money/account-number.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db'>;

export const bankRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/bank-layouts', layouts(deps))
    .put('/bank-layouts', putLayout(deps))
    .get('/bank-accounts', accounts(deps))
    .put('/bank-accounts', putAccounts(deps));

const layouts =
  ({ db }: Dependencies): Handler<'listBankLayouts'> =>
  async (_req, res) => {
    res.json({ items: await listBankLayouts(db) });
  };

const putLayout =
  ({ db }: Dependencies): Handler<'putBankLayout'> =>
  async (req, res) => {
    await putBankLayout(db, req.body, res.locals.me.id);
    res.json(req.body);
  };

const accounts =
  ({ db }: Dependencies): Handler<'listBankAccounts'> =>
  async (_req, res) => {
    res.json({ items: await listBankAccounts(db, res.locals.me.officeId) });
  };

const putAccounts =
  ({ db }: Dependencies): Handler<'putBankAccounts'> =>
  async (req, res) => {
    const { officeId } = res.locals.me;
    const items = req.body.items.map(({ number, name }) => ({ number: accountKey(number), name }));
    await putBankAccounts(db, officeId, items);
    res.json({ items: await listBankAccounts(db, officeId) });
  };
