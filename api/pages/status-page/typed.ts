/** What somebody typed, as it is meant, and whether it looks like a code and four digits at all. */
import { isStatusCode, normaliseStatusCode } from '../../../domain/ids.ts';
import { cleanText, foldDigits, foldNumber } from '../../../domain/folded-text.ts';

/** Written back into the page so that one character can be mended; anything else is not. */
const HARMLESS = /^[\w\s-]{1,40}$/;

export interface Typed {
  readonly code: string;
  readonly phoneLastFour: string;
  /** As it was typed, in our digits and width. */
  readonly shownCode: string;
  readonly wrongFields: ('code' | 'phoneLastFour')[];
}

export function readTyped(typed: { code: string; phoneLastFour: string }): Typed {
  const shownCode = cleanText(foldDigits(typed.code));
  const code = normaliseStatusCode(typed.code);
  const phoneLastFour = foldNumber(typed.phoneLastFour);
  const wrongFields: Typed['wrongFields'] = [];
  if (!isStatusCode(code)) wrongFields.push('code');
  if (!/^\d{4}$/.test(phoneLastFour)) wrongFields.push('phoneLastFour');
  return { code, phoneLastFour, shownCode: HARMLESS.test(shownCode) ? shownCode : '', wrongFields };
}
