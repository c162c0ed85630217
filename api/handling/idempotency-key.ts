/** What a client calls its request by. Kept as a digest: it may have made the name of whatever it knows, a number of a person among it. */
import { createHash } from 'node:crypto';
import type { Request } from 'express';

/** Undefined: the client has sent none. */
export function idempotencyKey(req: Pick<Request, 'get'>): string | undefined {
  const key = req.get('Idempotency-Key');
  return key === undefined ? undefined : createHash('sha256').update(key).digest('hex');
}
