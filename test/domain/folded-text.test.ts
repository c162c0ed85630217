import { describe, expect, it } from 'vitest';
import { cleanText, foldNumber, foldText, tidyText } from '../../domain/folded-text.ts';
import { normaliseStatusCode } from '../../domain/ids.ts';
import { normaliseWaybill } from '../../domain/letters/waybill.ts';
import { readMemo } from '../../domain/money/bank-memo.ts';
import { accountKey } from '../../domain/money/account-number.ts';
import { checkPersonName, normalisePersonName } from '../../domain/persons/person-name.ts';
import { normalisePhone } from '../../domain/persons/phone.ts';
import { checkResidentId } from '../../domain/persons/resident-id.ts';
import { readingsOf } from '../../domain/persons/search-terms.ts';
import { standardCharacters } from '../../domain/private-use.ts';

describe('text that a person or a file brings', () => {
  it.each([
    ['\uE863', '䶮'],
    ['\uE81E', '龴'],
    ['\uE854', '龺'],
    ['\uE831', '\u{215D7}'],
    ['\uE864', '龻'],
    ['\uE7C8', 'ǹ'],
    ['\uE5E5', '\u3000'],
    ['\uF000', '\uF000'],
  ])('knows the standard character of %j', (privateUse, standard) => {
    expect(standardCharacters(privateUse)).toBe(standard);
  });

  it('agrees with GB18030 about every private character of GBK that is a standard one there', () => {
    const decode = new TextDecoder('gb18030');
    for (let low = 0x50; low <= 0xa0; low += 1) {
      if (low === 0x7f) continue;
      const standard = decode.decode(Uint8Array.of(0xfe, low));
      const twin = standardCharacters(String.fromCharCode(0xe815 + low - 0x50 - (low > 0x7f ? 1 : 0)));
      expect(/\p{Co}/u.test(twin)).toBe(false);
      if (!/\p{Co}/u.test(standard)) expect(twin).toBe(standard);
    }
  });

  it('is one name whichever way its characters were stored', () => {
    const forms = [
      '练\uE863',
      '练䶮',
      '练\u200B䶮',
      '\uFEFF练䶮',
      '练\u00A0䶮',
      '\u202A练䶮\u202C',
      '="练䶮"',
      '练䶮\u{E0100}',
    ];
    expect(new Set(forms.map(normalisePersonName))).toEqual(new Set(['练䶮']));
    expect(forms.flatMap(checkPersonName)).toEqual([]);
    expect(readMemo('养老转移 练\uE863 款').names).toContain('练䶮');
    expect(normalisePersonName('O’Neil\u00A0Ann')).toBe(normalisePersonName("O'NEIL ANN"));
  });

  it('reads a number through what spreadsheets and chats put around it', () => {
    const id = '110102199912310357';
    for (const written of [
      `'${id}`,
      `="${id}"`,
      `“${id}”`,
      `\u202D${id}\u202C`,
      `110102 19991231\u00A00357`,
      `１${id.slice(1)}`,
    ])
      expect(checkResidentId(written)).toMatchObject({ ok: true, id });
    expect(normalisePhone('\u202A139‑1234‑5678\u202C')).toBe('13912345678');
    expect(normaliseWaybill("'1234567890123")).toBe('1234567890123');
    expect(accountKey('="6222 0210-01"')).toBe('6222021001');
    expect(normaliseStatusCode('\u200Babcd-efgh\u00A0jkmn')).toBe('ABCDEFGHJKMN');
    expect(foldNumber('‘IN2026’')).toBe('IN2026');
  });

  it('reads a number by the digits of every keyboard', () => {
    expect(checkResidentId('۱۱۰۱۰۲۱۹۹۹۱۲۳۱۰۳۵۷')).toMatchObject({ ok: true, id: '110102199912310357' });
    expect(checkResidentId('１１０１０２１９９９１２３１０３５７')).toMatchObject({
      ok: true,
      id: '110102199912310357',
    });
    expect(normalisePhone('۱۳۹ ۱۲۳۴ ۵۶۷۸')).toBe('13912345678');
    expect(normaliseWaybill('١٢٣٤٥٦٧٨٩٠١٢٣')).toBe('1234567890123');
    expect(accountKey('۶۲۲۲ ۰۲۱۰-۰۱')).toBe('6222021001');
    expect(readingsOf('۰۳۵۷')).toEqual(readingsOf('0357'));
    expect(readingsOf('IN۲۰۲۶۰۶۰۰۰۰۱')).toEqual(readingsOf('IN20260600001'));
  });

  it('keeps for the eye what only a comparison may drop', () => {
    expect(tidyText('\uFEFF葛\u{E0100}练\uE863 ')).toBe('葛\u{E0100}练䶮');
    expect(tidyText('  O’Neil Ａnn')).toBe('O’Neil Ａnn');
    expect(cleanText('  上海市\u3000 浦东\u200B 新区 ')).toBe('上海市 浦东 新区');
    expect(foldText(' ａ b\nＣ ')).toBe('ABC');
  });
});
