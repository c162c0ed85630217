/** What the office knows of its banks: how they write, which accounts are ours, and which statements of them have come. */
import { isDeepStrictEqual } from 'node:util';
import { Router } from 'express';
import { hasSecondAdministrator } from '../../db/approvals/access.ts';
import { changeBankAccounts } from '../../db/approvals/kinds/bank-accounts.ts';
import { listStatements } from '../../db/credits/statement-list.ts';
import { listBankAccounts, readBankAccounts } from '../../db/office/bank-accounts.ts';
import { listBankLayouts, putBankLayout } from '../../db/office/bank-layouts.ts';
import { accountKey } from '../../domain/money/account-number.ts';
import { answerProposed } from '../door/proposing.ts';
import { decodeCursor, encodeCursor } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const bankRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/bank-layouts', layouts(deps))
    .put('/bank-layouts', putLayout(deps))
    .get('/bank-accounts', accounts(deps))
    .put('/bank-accounts', putAccounts(deps))
    .get('/bank-statements', statements(deps));

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

/** Whose statement is ours decides what money comes in: nobody changes that alone while a second administrator is there. */
const putAccounts =
  (deps: Dependencies): Handler<'putBankAccounts'> =>
  async (req, res) => {
    const { db } = deps;
    const { officeId, id: byStaffId } = res.locals.me;
    const accounts = readBankAccounts(req.body.items);
    const now = await listBankAccounts(db, officeId);
    if (isDeepStrictEqual(accounts, now)) return void res.json({ items: now });
    if (await hasSecondAdministrator(db, officeId, byStaffId)) {
      return answerProposed(deps, res as never, { kind: 'bankAccounts', proposal: { accounts } });
    }
    await db.transaction().execute((tx) => changeBankAccounts(tx, accounts, { officeId, byStaffId }));
    res.json({ items: await listBankAccounts(db, officeId) });
  };

const ID = /^[1-9]\d{0,17}$/;

const statements =
  ({ db }: Dependencies): Handler<'listBankStatements'> =>
  async (req, res) => {
    const { cursor, limit = 50, account, lastOnly } = req.query;
    const [after] = decodeCursor(cursor, [ID]) ?? [];
    const filter = { officeId: res.locals.me.officeId, account: account && accountKey(account), lastOnly };
    const { items, next } = await listStatements(db, filter, { limit, ...(after && { after: Number(after) }) });
    res.json({ items, next: next === null ? null : encodeCursor([String(next)]) });
  };
