/** Tries that are counted in PostgreSQL, so that every process counts together and a restart forgets none. */
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '../../db/connection/connection.ts';
import { pgClientOf } from '../../db/connection/pg-client.ts';
import { Refusal } from '../../domain/errors.ts';

interface Allowance {
  /** Whose tries they are: the first part of each key. */
  readonly keyPrefix: string;
  readonly points: number;
  /** After which the count begins anew; 0: never by itself. */
  readonly durationSeconds: number;
}

/** `db` may be a transaction: the key is locked by its first try until that ends. */
export const tries = (db: Db, { keyPrefix, points, durationSeconds }: Allowance): RateLimiterPostgres =>
  new RateLimiterPostgres({
    storeClient: pgClientOf(db),
    storeType: 'client',
    tableName: 'login_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration: durationSeconds,
  });

/** Neither names nor addresses nor ids stand in the table. */
export const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** @param say the sentence, given how many minutes are left */
export function tooMany({ msBeforeNext }: RateLimiterRes, say: (minutes: number) => string): Refusal {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new Refusal('too-many-attempts', say(Math.ceil(retryAfterSeconds / 60)), { extra: { retryAfterSeconds } });
}

/** Counts one try. @throws Refusal too-many-attempts */
export async function spendOne(
  limiter: RateLimiterPostgres,
  key: string,
  say: (minutes: number) => string,
): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw tooMany(refused, say);
  }
}
