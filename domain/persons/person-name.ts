/** Names of persons: rare characters of GB 18030-2022 and names with a middle dot are names like any other. */
import { cleanText } from '../folded-text.ts';

export type PersonNameDefect = 'missing' | 'tooShort' | 'tooLong' | 'brokenText' | 'controlCharacter' | 'character';

/** What people and bank systems put for the middle dot. */
const DOT = '·•‧∙⋅・･●．.';
const DOTS = new RegExp(`[${DOT}]`, 'gu');
/** Planes 2 and 3 hold nothing but ideographs: characters newer than the runtime's tables are names too. */
const HAN = String.raw`\p{Script=Han}\u{20000}-\u{3FFFF}`;
const PRIVATE_USE = String.raw`\uE000-\uF8FF`;
const LETTER = String.raw`${HAN}${PRIVATE_USE}\p{Script=Latin}`;
/** Marks alone are no name: nothing would be left to compare. */
const ALLOWED = new RegExp(`^(?=.*[${LETTER}])[${LETTER}\\p{M}${DOT} '’-]+$`, 'u');
const BETWEEN_HAN = new RegExp(`(?<=[${HAN}])\\s+(?=[${HAN}])`, 'gu');

/** Length in characters as people count them (2 to 50), the middle dot included. */
export function checkPersonName(name: string): PersonNameDefect[] {
  const written = cleanText(name);
  if (written === '') return ['missing'];
  const defects: PersonNameDefect[] = [];
  if (/[\p{Surrogate}\uFFFD]/u.test(name)) defects.push('brokenText');
  if (/\p{Cc}/u.test(name)) defects.push('controlCharacter');
  const length = [...written].length;
  if (length < 2) defects.push('tooShort');
  if (length > 50) defects.push('tooLong');
  if (defects.length === 0 && !ALLOWED.test(written)) defects.push('character');
  return defects;
}

/** The form in which names are compared and hashed: without middle dots, without blanks between ideographs, Latin in capitals. */
export function normalisePersonName(name: string): string {
  return cleanText(name).replace(DOTS, '').trim().replace(BETWEEN_HAN, '').replace(/\s+/g, ' ').toUpperCase();
}
