/** Money is integer fen; yuan exist only as text. */

/** `1234.50`, `1,234.50`: groups of three or none, at most two decimals, no sign, no currency. */
const YUAN = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/;

/** Fen of an amount written in yuan; undefined for everything else, also for what no safe integer holds. */
export function parseYuan(text: string): number | undefined {
  const match = YUAN.exec(text);
  if (!match) return undefined;
  const whole = (text.split('.')[0] ?? '').replaceAll(',', '');
  const fen = Number(whole + (match[1] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(fen) ? fen : undefined;
}

/** `6684569` → `66845.69`; with `grouped` `66,845.69`. Throws a RangeError for anything but a safe integer. */
export function formatYuan(fen: number, { grouped = false }: { grouped?: boolean } = {}): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError('an amount is a safe integer of fen');
  const size = String(Math.abs(fen)).padStart(3, '0');
  const whole = grouped ? size.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',') : size.slice(0, -2);
  return `${fen < 0 ? '-' : ''}${whole}.${size.slice(-2)}`;
}
