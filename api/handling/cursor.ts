/** Where the next page begins, opaque to the caller: the sort key of the last row. */
import { Refusal } from '../../domain/errors.ts';
import { isDate } from '../../domain/time/shanghai-day.ts';

export const encodeCursor = (key: readonly string[]): string =>
  Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');

/** Throws a refusal unless it is a cursor of as many parts, each of its form. */
export function decodeCursor(cursor: string | undefined, forms: readonly RegExp[]): string[] | undefined {
  if (cursor === undefined) return undefined;
  const key = parsed(cursor);
  const fits =
    Array.isArray(key) &&
    key.length === forms.length &&
    key.every((part, at) => typeof part === 'string' && forms[at]!.test(part) && isThere(part));
  if (!fits) {
    throw new Refusal('invalid', 'The request has defects; nothing was read.', {
      defects: [{ field: 'cursor', code: 'form', message: 'Send `next` of the page before, unchanged.' }],
    });
  }
  return key as string[];
}

const TIME = /^(?:([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-4])(:?[0-5]\d)?)?$/;

/** A day and a time that have their form may still be none, and the database refuses those. */
function isThere(part: string): boolean {
  if (!/^\d{4}-\d\d-\d\d/.test(part)) return true;
  return isDate(part.slice(0, 10)) && TIME.test(part.slice(11));
}

/** Of a cursor whose form says in which of two lists it stands; 0 for none, and for what is no cursor. */
export function cursorParts(cursor: string | undefined): number {
  const key = cursor === undefined ? undefined : parsed(cursor);
  return Array.isArray(key) ? key.length : 0;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

export const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
export const INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:?\d\d)?$/;
