/** 大写: an amount as papers write it beside the figures, so that nobody adds a digit (支付结算办法 annex 1). */
const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];

/** `105007` → `壹仟零伍拾元零柒分`. Throws a RangeError for anything but a safe integer of fen. */
export function capitalYuan(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError('an amount is a safe integer of fen');
  const size = Math.abs(fen);
  const whole = wholeYuan(Math.trunc(size / 100));
  const [jiao, odd] = [Math.trunc((size % 100) / 10), size % 10];
  const sign = fen < 0 ? '负' : '';
  if (jiao === 0 && odd === 0) return `${sign}${whole === '' ? '零' : whole}元整`;
  const yuan = whole === '' ? '' : `${whole}元`;
  // Between yuan and fen the missing jiao is said: 壹元零伍分.
  const tens = jiao > 0 ? `${DIGITS[jiao]}角` : yuan === '' ? '' : '零';
  return `${sign}${yuan}${tens}${odd > 0 ? `${DIGITS[odd]}分` : '整'}`;
}

/** 亿 and 万 are said once each, with a 零 wherever the next part begins with one. */
function wholeYuan(yuan: number): string {
  const [high, low] = [Math.trunc(yuan / 1e8), yuan % 1e8];
  return high === 0 ? eightDigits(low) : `${eightDigits(high)}亿${after(low, 1e7, eightDigits)}`;
}

function eightDigits(number: number): string {
  const [high, low] = [Math.trunc(number / 1e4), number % 1e4];
  return high === 0 ? fourDigits(low) : `${fourDigits(high)}万${after(low, 1e3, fourDigits)}`;
}

const after = (rest: number, full: number, say: (rest: number) => string): string =>
  rest === 0 ? '' : `${rest < full ? '零' : ''}${say(rest)}`;

function fourDigits(number: number): string {
  let said = '';
  let zero = false;
  for (const [index, digit] of [...String(number).padStart(4, '0')].entries()) {
    if (digit === '0') {
      zero = said !== '';
      continue;
    }
    said += `${zero ? '零' : ''}${DIGITS[Number(digit)]}${PLACES[3 - index]}`;
    zero = false;
  }
  return said;
}
