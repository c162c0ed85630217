import type { Request } from 'express';
import type { Acceptance } from '../../db/counter/accept-transfer.ts';
import type { BodyOf } from './handler.ts';
import { sentOnce } from './idempotency-key.ts';
import type { SignedIn } from './signed-in.ts';

type Asked = Pick<Request<never, unknown, BodyOf<'acceptTransfer'>>, 'body' | 'get'>;

/** What somebody asks at the counter, and who has typed it. */
export function acceptanceOf(req: Asked, me: SignedIn): Acceptance {
  const { occurredAt, ...application } = req.body;
  return {
    ...application,
    ...(occurredAt && { occurredAt: new Date(occurredAt) }),
    officeId: me.officeId,
    byStaffId: me.id,
    ...sentOnce(req),
  };
}
