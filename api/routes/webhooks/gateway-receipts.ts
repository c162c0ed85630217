/** Receipts in the gateway's own form, read by its template. Nobody signs in: the request proves by itself where it comes from. */
import express, { Router, type RequestHandler } from 'express';
import { receiveReceipts } from '../../../db/notices/receipts.ts';
import { Refusal, refuseDefects } from '../../../domain/errors.ts';
import type { ApiDependencies } from '../../handling/dependencies.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'logger' | 'pushedReceipts'>;

const ADDRESS = '/sms/gateway-receipts';
const BODY_LIMIT = '1mb';

export function gatewayReceipts(deps: Dependencies): Router {
  const handlers = [express.raw({ type: () => true, limit: BODY_LIMIT }), receive(deps)];
  return Router()
    .get(ADDRESS, ...handlers)
    .post(ADDRESS, ...handlers);
}

const receive =
  ({ db, keyring, logger, pushedReceipts: pushed }: Dependencies): RequestHandler =>
  async (req, res) => {
    const request = {
      query: req.originalUrl.split('?').slice(1).join('?'),
      header: (name: string) => req.get(name),
      body: Buffer.isBuffer(req.body) ? req.body.toString('utf8') : '',
    };
    // Without a template nobody can prove anything.
    if (!pushed?.isProved(request))
      throw new Refusal('bad-signature', 'This does not prove that it comes from the SMS gateway; check its secret.');
    const { receipts, pending, odd } = pushed.read(request);
    await receiveReceipts(db, keyring, receipts);
    if (odd.length > 0) logger.warn({ places: odd.slice(0, 20), odd: odd.length }, 'sms.receipts.odd');
    // Of several some may be odd; where all are, the template does not fit, and whoever looks after the gateway should hear of it.
    if (receipts.length + pending === 0) refuseDefects(odd.map(oddReceipt));
    res.type(pushed.reply.type).send(pushed.reply.body);
  };

const oddReceipt = (place: number) => ({
  field: `receipts.${String(place)}`,
  code: 'unknownValue',
  message: 'No rule of the template fits this, or it names no message.',
});
