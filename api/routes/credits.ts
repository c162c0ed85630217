/** Money received, and what a person decides about it. */
import { Router } from 'express';
import { listCredits, readCredit } from '../../db/credits/list.ts';
import { listWaitingMoney } from '../../db/credits/waiting-money.ts';
import { decideMatch } from '../../db/credits/decide.ts';
import { Refusal } from '../../domain/errors.ts';
import { DAY, decodeCursor, encodeCursor, UUID } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';
import { sentOnceByKey } from '../handling/idempotency-key.ts';
import { answerProposed } from '../door/proposing.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const creditsRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/credits', list(deps))
    .get('/credits/waiting', listWaiting(deps))
    .post('/credits/:id/matches', decide(deps))
    .post('/credits/:id/return', giveBack(deps));

const list =
  ({ db, keyring }: Dependencies): Handler<'listCredits'> =>
  async (req, res) => {
    const { cursor, limit = 50, ...filter } = req.query;
    const key = decodeCursor(cursor, [DAY, UUID]);
    const after = key && { bookedOn: key[0]!, id: key[1]! };
    const { officeId } = res.locals.me;
    const { items, next } = await listCredits(db, keyring, { ...filter, officeId }, { limit, ...(after && { after }) });
    res.json({ items, next: next && encodeCursor([next.bookedOn, next.id]) });
  };

const listWaiting =
  ({ db, keyring }: Dependencies): Handler<'listWaitingMoney'> =>
  async (req, res) => {
    const { cursor, limit = 50, ...asked } = req.query;
    const key = decodeCursor(cursor, [DAY, UUID]);
    const after = key && { bookedOn: key[0]!, id: key[1]! };
    const filter = { ...asked, officeId: res.locals.me.officeId };
    const { items, next } = await listWaitingMoney(db, keyring, filter, { limit, ...(after && { after }) });
    res.json({ items, next: next && encodeCursor([next.bookedOn, next.id]) });
  };

const decide =
  (deps: Dependencies): Handler<'decideMatch'> =>
  async (req, res) => {
    const { me } = res.locals;
    await decideMatch(deps.db, deps.keyring, {
      ...req.body,
      creditId: req.params.id,
      officeId: me.officeId,
      byStaffId: me.id,
      ...sentOnceByKey(req),
    });
    res.status(201).json(await creditOf(deps, me.officeId, req.params.id));
  };

const giveBack =
  (deps: Dependencies): Handler<'returnCredit'> =>
  (req, res) => {
    const { note, ...part } = req.body;
    return answerProposed(deps, res, {
      kind: 'returnCredit',
      proposal: { ...part, creditId: req.params.id },
      note,
      ...sentOnceByKey(req),
    });
  };

async function creditOf({ db, keyring }: Dependencies, officeId: string, creditId: string) {
  const credit = await readCredit(db, keyring, officeId, creditId);
  if (!credit) throw new Refusal('not-found', 'There is no such credit.');
  return credit;
}
