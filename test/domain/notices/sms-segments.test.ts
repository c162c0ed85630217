/** As many messages as a text is paid as: 3GPP TS 23.038 and 23.040, at every edge. */
import { expect, test } from 'vitest';
import { smsLength } from '../../../domain/notices/sms-segments.ts';

test.each([
  ['', 'gsm7', 0, 0],
  ['a', 'gsm7', 1, 1],
  ['a'.repeat(160), 'gsm7', 160, 1],
  ['a'.repeat(161), 'gsm7', 161, 2],
  ['a'.repeat(306), 'gsm7', 306, 2],
  ['a'.repeat(307), 'gsm7', 307, 3],
  ['[', 'gsm7', 2, 1],
  ['€'.repeat(80), 'gsm7', 160, 1],
  ['€'.repeat(81), 'gsm7', 162, 2],
  // 153 is odd: the seventy-seventh pair of the first part begins the second.
  ['€'.repeat(153), 'gsm7', 306, 3],
  ['字', 'ucs2', 1, 1],
  ['字'.repeat(70), 'ucs2', 70, 1],
  ['字'.repeat(71), 'ucs2', 71, 2],
  ['字'.repeat(134), 'ucs2', 134, 2],
  ['字'.repeat(135), 'ucs2', 135, 3],
  // One character beyond the seven-bit alphabet makes the whole text UCS-2.
  [`${'a'.repeat(70)}字`, 'ucs2', 71, 2],
  ['`', 'ucs2', 1, 1],
  ['ç', 'ucs2', 1, 1],
  ['Ç', 'gsm7', 1, 1],
  // A rare character of a name takes two units and is not cut.
  ['𠮷', 'ucs2', 2, 1],
  ['𠮷'.repeat(35), 'ucs2', 70, 1],
  ['𠮷'.repeat(66), 'ucs2', 132, 2],
  ['𠮷'.repeat(67), 'ucs2', 134, 3],
])('%j is %s, %i units, %i messages', (text, alphabet, units, segments) => {
  expect(smsLength(text)).toEqual({ alphabet, units, segments });
});
