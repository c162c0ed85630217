import { describe, expect, it } from 'vitest';
import { readText } from '../../../imports/tables/read-text.ts';
import { encoded } from '../../builders/files.ts';

const TEXT = '业务编号,姓名\r\n1,郭\u{2C2F6}㛃䶮\u{20BB7}·样\r\n';
const codeOf = (bytes: Uint8Array): string => {
  const read = readText(bytes);
  return 'code' in read ? read.code : 'read';
};

describe('text of a file', () => {
  it.each([
    ['gb18030', 'gb18030'],
    ['utf8', 'utf-8'],
    ['utf8-bom', 'utf-8'],
  ] as const)('reads %s with the rarest names', (encoding, found) => {
    expect(readText(encoded(TEXT, { encoding }))).toEqual({ text: TEXT, encoding: found, truncated: false });
  });

  it.each(['gb18030', 'utf8'] as const)('sees that a file in %s breaks off inside a character', (encoding) => {
    const whole = encoded('业务编号,姓名\r\n1,样例', { encoding });
    expect(readText(whole.subarray(0, whole.length - 1))).toMatchObject({
      truncated: true,
      text: '业务编号,姓名\r\n1,样',
    });
  });

  it('keeps what is sound around a spoilt byte', () => {
    const whole = encoded(`${TEXT.repeat(5)}末行`, { encoding: 'utf8' });
    const spoilt = Uint8Array.from(whole, (byte, position) => (position === 20 ? 0xff : byte));
    const read = readText(spoilt);
    expect(read).toMatchObject({ encoding: 'utf-8' });
    expect('text' in read && read.text.split('\uFFFD').length).toBeGreaterThan(1);
    expect('text' in read && read.text.endsWith('末行')).toBe(true);
  });

  it.each([
    ['an empty file', new Uint8Array(), 'emptyFile'],
    ['nothing but blanks', encoded(' \r\n\r\n'), 'emptyFile'],
    ['a BOM and nothing else', encoded('', { encoding: 'utf8-bom' }), 'emptyFile'],
    ['an xlsx', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00), 'spreadsheet'],
    ['an xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'spreadsheet'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x1a, 0x4e), 'utf16'],
    ['a photo', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'picture'],
    ['noise', Uint8Array.from({ length: 400 }, (_, n) => (n * 37 + 128) % 256), 'notText'],
    ['zeros', new Uint8Array(100), 'notText'],
  ])('has a name for %s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });
});
