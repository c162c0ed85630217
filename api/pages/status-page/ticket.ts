/** Proof that the digits were right a moment ago: sealed, in the body of the page only, and worth nothing for another code. */
import type { Keyring } from '../../../db/connection/sealing.ts';

const PLACE = 'status-page';
const VALID_MS = 20 * 60_000;

export function issueTicket(keyring: Keyring, code: string, now = Date.now()): string {
  return keyring.seal(`${now + VALID_MS} ${code}`, PLACE).toString('base64url');
}

/** The code; undefined when it is none of ours, or too old. */
export function redeemTicket(keyring: Keyring, ticket: string, now = Date.now()): string | undefined {
  try {
    const [until = '', code] = keyring.open(Buffer.from(ticket, 'base64url'), PLACE).toString('utf8').split(' ');
    return Number(until) > now ? code : undefined;
  } catch {
    return undefined;
  }
}
