/** What a client calls its request by. Kept as a digest: it may have made the name of whatever it knows, a number of a person among it. */
import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { bodyHash } from './canonical-json.ts';

/** Undefined: the client has sent none. */
export function idempotencyKey(req: Pick<Request, 'get'>): string | undefined {
  const key = req.get('Idempotency-Key');
  return key === undefined ? undefined : createHash('sha256').update(key).digest('hex');
}

type Sent = Pick<Request, 'get' | 'body'>;

/** By what a request is known again when it is sent once more. */
export const sentOnce = (req: Sent) => ({ idempotencyKey: idempotencyKey(req), bodyHash: bodyHash(req.body) });

/** Of an operation whose contract wants the key: one without has been refused at the door. */
export const sentOnceByKey = (req: Sent) => ({ idempotencyKey: idempotencyKey(req)!, bodyHash: bodyHash(req.body) });
