/** Delivery receipts of the SMS gateway; its signature is checked before its body is read. */
import { Router } from 'express';
import { receiveReceipt } from '../../db/notices/receipts.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db'>;

export const smsRoutes = (deps: Dependencies): Router => Router().post('/sms/receipts', receive(deps));

const receive =
  ({ db }: Dependencies): Handler<'receiveSmsReceipts'> =>
  async (req, res) => {
    const counts = { accepted: 0, unchanged: 0, parked: 0 };
    for (const receipt of req.body.receipts) counts[await receiveReceipt(db, receipt)] += 1;
    res.status(202).json(counts);
  };
