import { describe, expect, test } from 'vitest';
import { readCardFormat, readCardLine, USUAL_CARD_FORMAT } from '../../../domain/persons/card-line.ts';

const ID = '110102199912310357';
const card = { name: '样例甲', idNumber: ID, address: '样例街1号' };

describe('what a reader is set to', () => {
  test.each([
    ['idNumber;name', { fields: ['idNumber', 'name'], separator: ';' }],
    ['name\\tidNumber', { fields: ['name', 'idNumber'], separator: '\t' }],
    [' name, idNumber ', { fields: ['name', 'idNumber'], separator: ', ' }],
    ['name', undefined],
    ['name;address', undefined],
    ['name;idNumber,address', undefined],
    [';idNumber;name', undefined],
    ['', undefined],
  ])('%j', (text, format) => expect(readCardFormat(text)).toEqual(format));
});

describe('a line of it', () => {
  const usual = readCardFormat(USUAL_CARD_FORMAT)!;
  test('fills what it says, whatever else stands in it', () => {
    expect(readCardLine(`样例甲|男|汉|19991231|样例街1号|${ID}`, usual)).toEqual(card);
    expect(readCardLine(` 样例甲 |||| 样例街1号 |${ID}|2020|长期`, usual)).toEqual(card);
  });
  test('is none without a number that is well formed, or with a field too few', () => {
    expect(readCardLine('样例甲|男|汉|19991231|样例街1号|110102199912310358', usual)).toBeUndefined();
    expect(readCardLine(`样例甲|${ID}`, usual)).toBeUndefined();
    expect(readCardLine('7200000000001', usual)).toBeUndefined();
  });
  test('without a name it has none', () => {
    expect(readCardLine(`|||||${ID}`, usual)).toEqual({ idNumber: ID });
  });
});
