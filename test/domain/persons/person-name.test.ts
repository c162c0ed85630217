import { describe, expect, it } from 'vitest';
import { checkPersonName, normalisePersonName } from '../../../domain/persons/person-name.ts';

describe('names of persons', () => {
  it.each([
    '样例',
    '样·例名',
    '样•例',
    '样●例',
    '郭\u{2C2F6}',
    '\u{20BB7}野',
    '㛃䶮龦',
    '\u{2EBF0}样',
    'JOHN SMITH',
    "O'Neil Ann",
    '〇二',
  ])('%s is a name', (name) => {
    expect(checkPersonName(name)).toEqual([]);
  });

  it.each([
    ['', ['missing']],
    [' \u3000', ['missing']],
    ['样', ['tooShort']],
    ['\u{2C2F6}', ['tooShort']],
    ['样'.repeat(51), ['tooLong']],
    ['样\u0000例', ['controlCharacter']],
    ['样\uD800例', ['brokenText']],
    ['样\uFFFD例', ['brokenText']],
    ['样\n', ['controlCharacter', 'tooShort']],
    ['样例1', ['character']],
    ['样例<b>', ['character']],
    ...['··', "''", '- -', '\u0301\u0301'].map((marks): [string, string[]] => [marks, ['character']]),
  ])('names what is odd about %j', (name, defects) => {
    expect(checkPersonName(name)).toEqual(defects);
  });

  it('counts rare characters as one', () => {
    expect(checkPersonName('\u{20BB7}'.repeat(50))).toEqual([]);
    expect(checkPersonName('\u{20BB7}'.repeat(51))).toEqual(['tooLong']);
  });

  it('compares names without dots, padding and width', () => {
    const forms = ['样·例名', '样•例名', '样・例名', '样．例名', '样例名', '样 例名', '\u3000样\u3000例名 '];
    expect(new Set(forms.map(normalisePersonName))).toEqual(new Set(['样例名']));
    expect(normalisePersonName('Ｊohn   smith')).toBe('JOHN SMITH');
    expect(normalisePersonName('郭\u{2C2F6}')).toBe('郭\u{2C2F6}');
  });
});
