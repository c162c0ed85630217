import { webhookSignature } from '../../api/door/signed-webhook.ts';
import type { Answer, TestApi } from './api.ts';

export interface SignedDelivery {
  readonly path: '/courier/scans' | '/sms/receipts';
  readonly secret: string;
  /** As it is sent, whether or not it is JSON. */
  readonly body: string;
  /** Seconds since 1970; now, unless another is given. */
  readonly timestamp?: string;
  /** The right one, unless another is given. */
  readonly signature?: string;
}

/** What a courier or an SMS gateway posts to the office. */
export function deliverSigned(api: TestApi, { path, secret, body, ...given }: SignedDelivery): Promise<Answer> {
  const timestamp = given.timestamp ?? String(Math.floor(Date.now() / 1000));
  const headers = {
    'Content-Type': 'application/json',
    'X-Baton-Timestamp': timestamp,
    'X-Baton-Signature': given.signature ?? webhookSignature(secret, timestamp, body),
  };
  return api.anonymous.raw(path, { method: 'POST', headers, body });
}
