/** What goes on from a transfer after its closing: a supplement at once, a reopening and a reversal when another person confirms. */
import { Router } from 'express';
import { openSupplement } from '../../db/linked/supplement.ts';
import { findTransferRow } from '../../db/reading/transfer-rows.ts';
import { Refusal } from '../../domain/errors.ts';
import { answerProposed } from '../door/proposing.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';
import { sentOnceByKey } from '../handling/idempotency-key.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'events'>;

export const linkedRoutes = (deps: Dependencies): Router =>
  Router()
    .post('/transfers/:id/supplements', supplement(deps))
    .post('/transfers/:id/reopening', reopening(deps))
    .post('/transfers/:id/reversal', reversal(deps));

const supplement =
  ({ db, keyring, events }: Dependencies): Handler<'openSupplement'> =>
  async (req, res) => {
    const { me } = res.locals;
    const transferId = await openSupplement(db, keyring, {
      officeId: me.officeId,
      byStaffId: me.id,
      transferId: req.params.id,
      note: req.body.note,
      ...sentOnceByKey(req),
    });
    events.factRecorded({ transferId, kind: 'supplementOpened', factSeq: 1 });
    const row = await findTransferRow(db, keyring, transferId);
    if (!row) throw new Refusal('not-found', 'There is no such transfer.');
    res.status(201).json(row);
  };

const reopening =
  (deps: Dependencies): Handler<'reopenTransfer'> =>
  (req, res) =>
    answerProposed(deps, res, {
      kind: 'reopenTransfer',
      proposal: { transferId: req.params.id },
      note: req.body.note,
      ...sentOnceByKey(req),
    });

const reversal =
  (deps: Dependencies): Handler<'reverseTransfer'> =>
  (req, res) =>
    answerProposed(deps, res, {
      kind: 'reverseTransfer',
      proposal: { transferId: req.params.id, creditPartIds: req.body.creditPartIds ?? [] },
      note: req.body.note,
      ...sentOnceByKey(req),
    });
