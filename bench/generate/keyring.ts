/** What seals the names of a generated office: keys that an installation has, or keys that nobody keeps. */
import { randomBytes } from 'node:crypto';
import { Keyring, parseKeys } from '../../db/connection/sealing.ts';
import type { Keys } from '../../scripts/start/keys.ts';

export const keyringOf = ({ DATA_KEYS, HASH_KEYS }: Pick<Keys, 'DATA_KEYS' | 'HASH_KEYS'>): Keyring =>
  new Keyring(parseKeys(DATA_KEYS), parseKeys(HASH_KEYS));

export const throwAwayKeyring = (): Keyring =>
  new Keyring([{ id: 'd1', key: randomBytes(32) }], [{ id: 'h1', key: randomBytes(32) }]);
