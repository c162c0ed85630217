/** Money that left, and what the bank took back: for whoever decides about money. */
import { Router } from 'express';
import { listDebits } from '../../db/credits/debits.ts';
import { refuseDefects } from '../../domain/errors.ts';
import { accountKey } from '../../domain/money/account-number.ts';
import { DAY, decodeCursor, encodeCursor, UUID } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import { periodDefects } from '../handling/figure-question.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const debitsRoutes = (deps: Dependencies): Router => Router().get('/debits', list(deps));

const list =
  ({ db, keyring }: Dependencies): Handler<'listDebits'> =>
  async (req, res) => {
    const { cursor, limit = 50, account, ...asked } = req.query;
    const key = decodeCursor(cursor, [DAY, UUID]);
    refuseDefects(periodDefects(asked));
    const filter = { ...asked, officeId: res.locals.me.officeId, account: account && accountKey(account) };
    const after = key && { bookedOn: key[0]!, id: key[1]! };
    const { items, next } = await listDebits(db, keyring, filter, { limit, ...(after && { after }) });
    res.json({ items, next: next && encodeCursor([next.bookedOn, next.id]) });
  };
