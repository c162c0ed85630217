/** Webhooks prove who they are: hex HMAC-SHA256 over the timestamp, a full stop and the raw body. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import express, { type Request, type RequestHandler } from 'express';
import { clockSkewSeconds } from '../../db/connection/clock-skew.ts';
import type { Db } from '../../db/connection/connection.ts';
import { Refusal } from '../../domain/errors.ts';
import { parseJson } from '../handling/json-body.ts';

const TOLERANCE_SECONDS = 300;
const BODY_LIMIT = '1mb';

/** Real time on both sides: the office clock may run faster. */
export function webhookSignature(secret: string, timestamp: string, body: Buffer | string): string {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
}

/** Reads the raw body, refuses what is not signed or stale, and leaves the parsed body behind. */
export function signedWebhook(db: Db, secret: string): RequestHandler[] {
  return [
    express.raw({ type: () => true, limit: BODY_LIMIT }),
    async (req, _res, next) => {
      const raw: Buffer = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
      checkSignature(req, secret, raw);
      await checkAge(db, req);
      req.body = parseJson(raw);
      next();
    },
  ];
}

function checkSignature(req: Request, secret: string, raw: Buffer): void {
  const timestamp = req.get('X-Baton-Timestamp') ?? '';
  const given = Buffer.from(req.get('X-Baton-Signature') ?? '', 'utf8');
  const expected = Buffer.from(webhookSignature(secret, timestamp, raw), 'utf8');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new Refusal('bad-signature', 'The signature does not fit timestamp and body; check the secret.');
  }
}

/** A machine whose clock has jumped must not turn everybody away: before it refuses, the database's time counts. */
async function checkAge(db: Db, req: Request): Promise<void> {
  const signedAt = Number(req.get('X-Baton-Timestamp'));
  const isFresh = (now: number): boolean => Math.abs(now - signedAt) <= TOLERANCE_SECONDS;
  if (isFresh(Date.now() / 1000)) return;
  if (isFresh(Date.now() / 1000 - (await clockSkewSeconds(db)))) return;
  throw new Refusal('stale-timestamp', 'The timestamp is more than five minutes away; sign the request anew.');
}
