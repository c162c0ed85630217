/** Amounts as people write them. Pure. */
import { foldDigits } from '../../../domain/folded-text.ts';
import { formatYuan, parseYuan } from '../../../domain/money/money.ts';

/** Digits, points and commas of other keyboards, full-width or Persian, as one without an input method writes them. */
export const plainText = (text: string): string =>
  foldDigits(text.normalize('NFKC'))
    .replace(/\u066B/g, '.')
    .replace(/\u066C/g, ',')
    .trim();

const NOTHING = /^[-–—/]+$/;

/** `￥1 234.50元` → `1,234.50`; a dash is an empty cell. */
export function readAmount(text: string): string {
  const typed = plainText(text);
  if (NOTHING.test(typed)) return '';
  const bare = typed.replace(/[¥元\s']/g, '').replace(/(\.\d{2})0+$/, '$1');
  const fen = parseYuan(bare);
  return fen === undefined ? typed : formatYuan(fen, { grouped: true });
}

/** Fen of what was typed; undefined while it is no amount. */
export const fenOf = (text: string | undefined): number | undefined => parseYuan(readAmount(text ?? ''));
