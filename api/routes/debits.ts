/** Money that left, and what the bank took back: for whoever decides about money. */
import { Router } from 'express';
import { listDebits, type Debit } from '../../db/credits/debits.ts';
import { refuseDefects } from '../../domain/errors.ts';
import { accountKey } from '../../domain/money/account-number.ts';
import { seenInDebits } from '../door/read-log.ts';
import { DAY, decodeCursor, encodeCursor, UUID } from '../handling/cursor.ts';
import { debitsCsv } from '../handling/debits-csv.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import { periodDefects } from '../handling/figure-question.ts';
import type { Handler, Locals } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'lookUps'>;

export const debitsRoutes = (deps: Dependencies): Router => Router().get('/debits', list(deps));

const list =
  (deps: Dependencies): Handler<'listDebits'> =>
  async (req, res) => {
    const { db, keyring } = deps;
    const { cursor, limit = 50, format, account, ...asked } = req.query;
    const key = decodeCursor(cursor, [DAY, UUID]);
    refuseDefects(periodDefects(asked));
    const { me } = res.locals;
    const filter = { ...asked, officeId: me.officeId, account: account && accountKey(account) };
    if (format === 'csv' || req.accepts(['application/json', 'text/csv']) === 'text/csv') {
      const { items } = await listDebits(db, keyring, filter, {});
      noteRead(deps, me, items);
      return void res
        .attachment('debits.csv')
        .type('text/csv')
        .send(debitsCsv(items) as never);
    }
    const after = key && { bookedOn: key[0]!, id: key[1]! };
    const { items, next } = await listDebits(db, keyring, filter, { limit, ...(after && { after }) });
    res.json({ items, next: next && encodeCursor([next.bookedOn, next.id]) });
  };

/** What leaves as a table names the other side too, and is no answer that the read log sees. */
function noteRead({ lookUps }: Dependencies, me: Locals['me'], items: readonly Debit[]): void {
  const seen = seenInDebits({ items });
  if (!seen) return;
  const transferIds = seen.filter((id) => id !== null);
  lookUps.note({ officeId: me.officeId, staffId: me.id, kind: 'debits', transferIds });
}
