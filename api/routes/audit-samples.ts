/** Random samples for an auditor, and each case of them as a package. */
import { Router } from 'express';
import { filesOfCase, findSampledCase } from '../../db/archive/case-package.ts';
import { drawSample } from '../../db/archive/draw-sample.ts';
import { listSamples, readSample } from '../../db/archive/samples.ts';
import { recordLookUps } from '../../db/office/looked-at.ts';
import { decodeCursor, encodeCursor, INSTANT, UUID } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';
import { sendZip } from '../handling/zip-stream.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const auditSamplesRoutes = (deps: Dependencies): Router =>
  Router()
    .post('/audit-samples', draw(deps))
    .get('/audit-samples', list(deps))
    .get('/audit-samples/:id', read(deps))
    .get('/audit-samples/:id/cases/:caseId/package', packed(deps));

const draw =
  ({ db }: Dependencies): Handler<'drawAuditSample'> =>
  async (req, res) => {
    const { officeId, id: staffId } = res.locals.me;
    const { direction = null, ...asked } = req.body;
    const idempotencyKey = req.get('Idempotency-Key');
    const id = await drawSample(db, { ...asked, direction, officeId, staffId, idempotencyKey });
    res.status(201).json(await readSample(db, officeId, id));
  };

const list =
  ({ db }: Dependencies): Handler<'listAuditSamples'> =>
  async (req, res) => {
    const { cursor, limit = 50 } = req.query;
    const key = decodeCursor(cursor, [INSTANT, UUID]);
    const after = key && { at: key[0]!, id: key[1]! };
    const { items, next } = await listSamples(db, { officeId: res.locals.me.officeId, limit, after });
    res.json({ items, next: next && encodeCursor([next.at, next.id]) });
  };

const read =
  ({ db }: Dependencies): Handler<'readAuditSample'> =>
  async (req, res) => {
    res.json(await readSample(db, res.locals.me.officeId, req.params.id));
  };

const packed =
  ({ db, keyring }: Dependencies): Handler<'readCasePackage'> =>
  async (req, res) => {
    const { me } = res.locals;
    const { id: sampleId, caseId } = req.params;
    const found = await findSampledCase(db, { officeId: me.officeId, sampleId, caseId });
    const { transferIds } = found;
    // A whole case leaves the office: that somebody took it is written down before it does, or it does not.
    await recordLookUps(db, [
      { officeId: me.officeId, staffId: me.id, kind: 'casePackage', transferIds, at: new Date() },
    ]);
    res.attachment(`${found.caseNo}.zip`).type('application/zip').set('Cache-Control', 'no-store');
    await sendZip(res, filesOfCase(db, keyring, found, me));
  };
