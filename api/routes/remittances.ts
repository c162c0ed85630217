/** Money out: planned, applied for, funded, released by a second person, sent. */
import { Router } from 'express';
import { listRemittances } from '../../db/remittances/list.ts';
import { planRemittance } from '../../db/remittances/plan.ts';
import { recordRemittanceFact } from '../../db/remittances/facts.ts';
import { Refusal } from '../../domain/errors.ts';
import { answerProposed } from '../door/proposing.ts';
import { decodeCursor, encodeCursor, INSTANT, UUID } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';
import { sentOnceByKey } from '../handling/idempotency-key.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const remittancesRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/remittances', list(deps))
    .post('/remittances', plan(deps))
    .post('/remittances/:id/facts', record(deps))
    .post('/remittances/:id/release', release(deps))
    .post('/remittances/:id/debit', join(deps));

const list =
  ({ db, keyring }: Dependencies): Handler<'listRemittances'> =>
  async (req, res) => {
    const { cursor, limit = 50, id: remittanceId, ...asked } = req.query;
    const key = decodeCursor(cursor, [INSTANT, UUID]);
    const after = key && { since: key[0]!, id: key[1]! };
    const filter = { ...asked, remittanceId, officeId: res.locals.me.officeId };
    const { items, next } = await listRemittances(db, keyring, filter, { limit, ...(after && { after }) });
    res.json({ items, next: next && encodeCursor([next.since, next.id]) });
  };

const plan =
  (deps: Dependencies): Handler<'planRemittance'> =>
  async (req, res) => {
    const { me } = res.locals;
    const id = await planRemittance(deps.db, deps.keyring, {
      ...req.body,
      officeId: me.officeId,
      byStaffId: me.id,
      ...sentOnceByKey(req),
    });
    res.status(201).json(await remittanceOf(deps, me.officeId, id));
  };

const record =
  (deps: Dependencies): Handler<'recordRemittanceFact'> =>
  async (req, res) => {
    const { me } = res.locals;
    const { occurredAt, ...said } = req.body;
    await recordRemittanceFact(deps.db, deps.keyring, {
      ...said,
      ...(occurredAt !== undefined && { occurredAt: new Date(occurredAt) }),
      officeId: me.officeId,
      remittanceId: req.params.id,
      byStaffId: me.id,
      ...sentOnceByKey(req),
    });
    res.status(201).json(await remittanceOf(deps, me.officeId, req.params.id));
  };

const release =
  (deps: Dependencies): Handler<'releaseRemittance'> =>
  (req, res) =>
    answerProposed(deps, res, {
      kind: 'releaseRemittance',
      proposal: { remittanceId: req.params.id },
      note: req.body.note,
      ...sentOnceByKey(req),
    });

const join =
  (deps: Dependencies): Handler<'joinDebit'> =>
  (req, res) =>
    answerProposed(deps, res, {
      kind: 'joinDebit',
      proposal: { remittanceId: req.params.id, entryId: req.body.entryId },
      note: req.body.note,
      ...sentOnceByKey(req),
    });

async function remittanceOf({ db, keyring }: Dependencies, officeId: string, remittanceId: string) {
  const { items } = await listRemittances(db, keyring, { officeId, remittanceId }, { limit: 1 });
  if (!items[0]) throw new Refusal('not-found', 'There is no such remittance.');
  return items[0];
}
