/** What passes between the office and the core system: batches of entered forms, receipts, differences. */
import { Router } from 'express';
import { listBatches, readBatchMessage } from '../../db/core/batches.ts';
import { compareWithCore } from '../../db/core/compare.ts';
import { listDifferences, settleCoreDifference } from '../../db/core/differences.ts';
import { readCoreTraffic, readReceipt, receiveReceipt } from '../../db/core/receipts.ts';
import { sendBatch } from '../../db/core/tell.ts';
import { waitingForms } from '../../db/core/waiting-forms.ts';
import { requireTransfer } from '../../db/reading/transfer-rows.ts';
import { coreBatchCsv } from '../handling/core-batch-csv.ts';
import { DAY, decodeCursor, encodeCursor, UUID } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';
import { idempotencyKey } from '../handling/idempotency-key.ts';
import { saidIn } from '../handling/said-in.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'core' | 'lookUps'>;

export const coreRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/transfers/:id/core-receipts', traffic(deps))
    .get('/core/batches', batches(deps))
    .post('/core/batches', send(deps))
    .get('/core/batches/:id/file', file(deps))
    .post('/core/receipts', receipt(deps))
    .post('/core/comparison', compare(deps))
    .get('/core/differences', differences(deps))
    .post('/core/differences/:id/settlement', settle(deps));

const traffic =
  ({ db }: Dependencies): Handler<'listCoreReceipts'> =>
  async (req, res) => {
    await requireTransfer(db, res.locals.me.officeId, req.params.id);
    res.json(await readCoreTraffic(db, req.params.id));
  };

const batches =
  ({ db, core }: Dependencies): Handler<'listCoreBatches'> =>
  async (_req, res) => {
    const { officeId } = res.locals.me;
    const [items, waiting] = await Promise.all([listBatches(db, officeId), waitingForms(db, officeId)]);
    res.json({ items, waiting: waiting.length, coreConnected: core !== undefined });
  };

const send =
  ({ db, keyring, core }: Dependencies): Handler<'sendCoreBatch'> =>
  async (req, res) => {
    const { officeId, id: staffId } = res.locals.me;
    const asked = { officeId, staffId, idempotencyKey: idempotencyKey(req)!, by: req.body.by };
    res.status(201).json(await sendBatch(db, keyring, core, asked));
  };

const file =
  ({ db, keyring, lookUps }: Dependencies): Handler<'readCoreBatchFile'> =>
  async (req, res) => {
    const { me } = res.locals;
    const batch = await readBatchMessage(db, keyring, me.officeId, req.params.id);
    lookUps.note({ officeId: me.officeId, staffId: me.id, kind: 'coreBatch', transferIds: batch.transferIds });
    res
      .attachment(`${batch.number}.csv`)
      .type('text/csv')
      .send(coreBatchCsv(batch) as never);
  };

const receipt =
  ({ db }: Dependencies): Handler<'recordCoreReceipt'> =>
  async (req, res) => {
    const { officeId, id: byStaffId } = res.locals.me;
    const asked = { ...req.body, officeId, byStaffId, source: 'hand' } as const;
    const { id } = await db.transaction().execute((tx) => receiveReceipt(tx, asked));
    res.status(201).json(await readReceipt(db, id));
  };

const compare =
  ({ db, keyring, core }: Dependencies): Handler<'compareWithCore'> =>
  async (_req, res) => {
    res.json(await compareWithCore(db, keyring, core, res.locals.me.officeId));
  };

const differences =
  ({ db }: Dependencies): Handler<'listCoreDifferences'> =>
  async (req, res) => {
    const { officeId, id } = res.locals.me;
    const { cursor, limit = 50, mine } = req.query;
    const [since, last] = decodeCursor(cursor, [DAY, UUID]) ?? [];
    const after = since === undefined || last === undefined ? undefined : { since, id: last };
    const page = await listDifferences(db, { officeId, limit, after, ownerId: mine ? id : undefined });
    res.json({ items: page.items, next: page.next && encodeCursor([page.next.since, page.next.id]) });
  };

const settle =
  ({ db, keyring }: Dependencies): Handler<'settleCoreDifference'> =>
  async (req, res) => {
    const { officeId, id: byStaffId } = res.locals.me;
    const settlement = { officeId, id: req.params.id, byStaffId, note: saidIn(req.body) };
    await db.transaction().execute((tx) => settleCoreDifference(tx, keyring, settlement));
    res.status(204).end();
  };
