/** How often somebody may try a password: counted in PostgreSQL, so that every process counts together. */
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '../../db/connection/connection.ts';
import { pgClientOf } from '../../db/connection/pg-client.ts';
import { Refusal } from '../../domain/errors.ts';

const MINUTES = 15;
const PER_ACCOUNT = 10;
/** A whole office may share one address. */
const PER_ADDRESS = 100;

export interface LoginLimits {
  /** Counts one try; throws `too-many-attempts`. */
  spend(username: string, address: string): Promise<void>;
  /** The right password gives the account its tries back. */
  restore(username: string, address: string): Promise<void>;
}

export function loginLimits(db: Db): LoginLimits {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: pgClientOf(db),
      storeType: 'client',
      tableName: 'login_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration: MINUTES * 60,
    });
  const accounts = limiter('account', PER_ACCOUNT);
  const addresses = limiter('address', PER_ADDRESS);
  return {
    async spend(username, address) {
      await spendOne(accounts, keyOf(username.toLowerCase()));
      await spendOne(addresses, keyOf(address));
    },
    async restore(username, address) {
      await accounts.delete(keyOf(username.toLowerCase()));
      await addresses.reward(keyOf(address));
    },
  };
}

/** Neither names nor addresses stand in the table. */
const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

async function spendOne(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new Refusal('too-many-attempts', `Too many tries; wait ${Math.ceil(retryAfterSeconds / 60)} minutes.`, {
      extra: { retryAfterSeconds },
    });
  }
}
