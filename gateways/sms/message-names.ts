/** What a template may say of a message; `defects.ts` refuses any other name, and the compiler a name without a value. */
import type { SmsMessage } from './gateway.ts';

export const MESSAGE_NAMES = [
  'reference',
  'to',
  'to.international',
  'to.e164',
  'text',
  'kind',
  'language',
  'officeName',
  'statusCode',
  'day',
  'telephone',
] as const;

export function valuesOf({ reference, to, text, facts }: SmsMessage): ReadonlyMap<string, string> {
  const e164 = to.startsWith('+') ? to : `+86${to}`;
  const values: Readonly<Record<(typeof MESSAGE_NAMES)[number], string>> = {
    ...facts,
    reference,
    to,
    text,
    'to.international': e164.slice(1),
    'to.e164': e164,
  };
  return new Map(Object.entries(values));
}
