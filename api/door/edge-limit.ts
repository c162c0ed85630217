import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { Refusal } from '../../domain/errors.ts';

const MINUTE_SECONDS = 60;

/** Generous: it stops a flood from one address, not an office behind one. Of the newer kind of addresses a household's many count as one. */
export const edgeLimit = (perMinute: number): RequestHandler =>
  rateLimit({
    windowMs: MINUTE_SECONDS * 1_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: () => {
      throw new Refusal('too-many-attempts', 'Too many requests from this address; wait a minute.', {
        extra: { retryAfterSeconds: MINUTE_SECONDS },
      });
    },
  });
