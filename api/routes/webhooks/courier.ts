/** The courier's webhook: every scan that can be read is kept, whatever it says and in whatever order it comes. */
import { Router } from 'express';
import { receiveScans } from '../../../db/courier/scans.ts';
import { theOffice } from '../../../db/office/office.ts';
import type { ApiDependencies } from '../../handling/dependencies.ts';
import type { Handler } from '../../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const courierRoutes = (deps: Dependencies): Router => Router().post('/courier/scans', receive(deps));

const receive =
  ({ db, keyring }: Dependencies): Handler<'receiveScans'> =>
  async (req, res) => {
    const scans = req.body.scans.map(({ scannedAt, ...scan }) => ({ ...scan, scannedAt: new Date(scannedAt) }));
    const { id: officeId } = await theOffice(db);
    const counts = await receiveScans(db, keyring, { officeId, scans, source: 'webhook' });
    res.status(202).json({ ...counts, odd: res.locals.odd ?? [] });
  };
