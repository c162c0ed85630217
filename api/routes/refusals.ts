/** What is refused in writing: at the counter, and after the acceptance; each with its number. */
import { Router } from 'express';
import { refuseApplication } from '../../db/counter/refuse-application.ts';
import { listRefusals, readRefusal } from '../../db/reading/refusals.ts';
import { refuseDefects } from '../../domain/errors.ts';
import { decodeCursor, encodeCursor, INSTANT, UUID } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import { periodDefects } from '../handling/figure-question.ts';
import type { Handler } from '../handling/handler.ts';
import { sentOnce } from '../handling/idempotency-key.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const refusalsRoutes = (deps: Dependencies): Router =>
  Router().post('/refusals', refuse(deps)).get('/refusals', list(deps)).get('/refusals/:id', read(deps));

const refuse =
  ({ db, keyring }: Dependencies): Handler<'refuseApplication'> =>
  async (req, res) => {
    const { me } = res.locals;
    const id = await refuseApplication(db, keyring, {
      ...req.body,
      officeId: me.officeId,
      byStaffId: me.id,
      ...sentOnce(req),
    });
    res.status(201).json(await readRefusal(db, keyring, me.officeId, id));
  };

const list =
  ({ db, keyring }: Dependencies): Handler<'listRefusals'> =>
  async (req, res) => {
    const { cursor, limit = 50, ...asked } = req.query;
    refuseDefects(periodDefects(asked));
    const key = decodeCursor(cursor, [INSTANT, UUID]);
    const after = key && { at: key[0]!, id: key[1]! };
    const { officeId } = res.locals.me;
    const { items, next } = await listRefusals(db, keyring, { ...asked, officeId, limit, after });
    res.json({ items, next: next && encodeCursor([next.at, next.id]) });
  };

const read =
  ({ db, keyring }: Dependencies): Handler<'readRefusal'> =>
  async (req, res) => {
    res.json(await readRefusal(db, keyring, res.locals.me.officeId, req.params.id));
  };
