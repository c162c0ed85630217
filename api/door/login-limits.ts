/** How often somebody may try a password. */
import type { Db } from '../../db/connection/connection.ts';
import { keyOf, spendOne, tries } from './tries.ts';

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
      await spendOne(accounts, keyOf(username.toLowerCase()), TOO_MANY);
      await spendOne(addresses, keyOf(address), TOO_MANY);
    },
    async restore(username, address) {
      await accounts.delete(keyOf(username.toLowerCase()));
      await addresses.reward(keyOf(address));
    },
  };
}

const TOO_MANY = (minutes: number): string => `Too many tries; wait ${minutes} minutes.`;
