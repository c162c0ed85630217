/** How often somebody may try a password. */
import { RateLimiterRes, type RateLimiterPostgres } from 'rate-limiter-flexible';
import type { Db } from '../../db/connection/connection.ts';
import { keyOf, tooMany, tries } from './tries.ts';

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
    tries(db, { keyPrefix, points, durationSeconds: MINUTES * 60 });
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

async function spendOne(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw tooMany(refused, (minutes) => `Too many tries; wait ${minutes} minutes.`);
  }
}
