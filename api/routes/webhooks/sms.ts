/** Delivery receipts in our own form; their signature is checked before the body is read. */
import { Router } from 'express';
import { receiveReceipts } from '../../../db/notices/receipts.ts';
import type { ApiDependencies } from '../../handling/dependencies.ts';
import type { Handler } from '../../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const smsRoutes = (deps: Dependencies): Router => Router().post('/sms/receipts', receive(deps));

const receive =
  ({ db, keyring }: Dependencies): Handler<'receiveSmsReceipts'> =>
  async (req, res) => {
    const counts = await receiveReceipts(db, keyring, req.body.receipts);
    res.status(202).json({ ...counts, odd: res.locals.odd ?? [] });
  };
