/** Workflow ids and business numbers: opaque, derived, never a person. */
import type { ClockKind } from './clocks.ts';
import { foldNumber } from './folded-text.ts';

export const transferWorkflowId = (transferId: string): string => `transfer/${transferId}`;
export const noticeRoundsWorkflowId = (officeId: string): string => `notices/${officeId}`;
export const clockRoundsWorkflowId = (officeId: string, kind: ClockKind): string => `clocks/${kind}/${officeId}`;

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Short code of the status page: 13 characters of Crockford's base32 = 65 bits, from 13 random bytes. */
export function statusCode(randomBytes: Uint8Array): string {
  return Array.from(randomBytes.subarray(0, 13), (byte) => CROCKFORD[byte & 31]).join('');
}

/** Forgives what people mistype: lower case, spaces, hyphens, digits of other scripts, O for 0, I and L for 1. */
export function normaliseStatusCode(typed: string): string {
  return foldNumber(typed).replaceAll('-', '').replace(/O/g, '0').replace(/[IL]/g, '1');
}

const STATUS_CODE = new RegExp(`^[${CROCKFORD}]{13}$`);

/** Whether it can be one at all; given as `normaliseStatusCode` returns it. */
export const isStatusCode = (code: string): boolean => STATUS_CODE.test(code);
