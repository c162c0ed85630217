import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMemo } from '../../../domain/money/bank-memo.ts';
import { residentId } from '../../builders/persons.ts';

const ID = '110102199912310357';

describe('what a bank memo names', () => {
  it.each([
    ['养老保险关系转移IN20260600007', ['IN20260600007']],
    ['in20260600007 统筹', ['IN20260600007']],
    ['ＩＮ２０２６０６００００７', ['IN20260600007']],
    ['IN 20260600007', ['IN20260600007']],
    ['IN20260600026IN20260600027、IN20260600026', ['IN20260600026', 'IN20260600027']],
    [`${ID}IN20260600007`, ['IN20260600007']],
    ['IN202606000071', ['IN202606000071']],
    ['IN20260600007①', ['IN20260600007']],
    ['20260600007', []],
    ['往来款', []],
    ['', []],
  ])('%j has the case numbers %j', (memo, numbers) => {
    expect(readMemo(memo).caseNumbers).toEqual(numbers);
  });

  it.each([
    [`样例 ${ID}`, [ID]],
    [`样例${ID}养老`, [ID]],
    ['110102 19991231 0357', [ID]],
    ['身份证：１１０１０２１９９９１２３１０３５７', [ID]],
    ['360426910101007', ['360426199101010071']],
    [`1${ID}`, []],
    [`${ID}1`, []],
    ['110102199912310358', []],
  ])('%j has the ID numbers %j', (memo, numbers) => {
    expect(readMemo(memo).idNumbers).toEqual(numbers);
  });

  it('takes a small x at the end of an ID number, also glued to other words', () => {
    const withX = Array.from({ length: 99 }, (_, n) => residentId('1987-03-05', n)).find((id) => id.endsWith('X'))!;
    expect(readMemo(`样例${withX.toLowerCase()}in20260600018`).idNumbers).toEqual([withX]);
    expect(readMemo('样例18623x IN20260600018').lastSixes).toEqual(['18623X']);
    expect(readMemo('转移基金-样例-233806').lastSixes).toEqual(['233806']);
    expect(readMemo('2338061').lastSixes).toEqual([]);
  });

  it.each([
    ['转移基金-甲子丑-233806', ['甲子丑']],
    ['养老转移 甲子丑', ['甲子丑']],
    ['养老保险关系转移甲子丑IN20260600007', ['甲子丑']],
    ['甲子、乙丑、丙寅', ['甲子', '乙丑', '丙寅']],
    ['养老转移 甲·子丑寅', ['甲子丑寅']],
    ['养老转移 甲•子丑寅', ['甲子丑寅']],
    ['郭\u{2C2F6}养老保险', ['郭\u{2C2F6}']],
    ['甲　子', ['甲子']],
    ['转移 John Smith 110102', ['JOHN SMITH']],
    ['转移基金', []],
  ])('%j may name %j', (memo, names) => {
    expect(readMemo(memo).names).toEqual(names);
  });

  it('keeps a longer name whole: a name inside it is not named', () => {
    expect(readMemo('养老转移 甲子丑').names).not.toContain('甲子');
  });

  it('joins what a bank has torn apart, and keeps the pieces', () => {
    expect(readMemo('养老转移 甲?子丑寅').names).toEqual(['子丑寅', '甲子丑寅']);
  });

  it.each([
    ['IN20260600023 个人账户', true],
    ['IN20260600023 统筹', true],
    ['第2笔', true],
    ['部分款', true],
    ['养老保险关系转移IN20260600023', false],
    ['养老转移3人', false],
  ])('%j marks a part: %s', (memo, marks) => {
    expect(readMemo(memo).marksPart).toBe(marks);
  });

  it.each([
    ['养老转移IN2026\n0600007', ['IN20260600007'], []],
    ['养老转移1101021999\n12310357', [], [ID]],
    ['IN20260600007\n3人', ['IN20260600007', 'IN202606000073'], []],
  ])('%j is looked at line by line and across its lines', (memo, cases, ids) => {
    expect(readMemo(memo)).toMatchObject({ caseNumbers: cases, idNumbers: ids });
  });

  it('finds a name that a line break has torn apart', () => {
    expect(readMemo('养老转移 甲\n子丑').names).toContain('甲子丑');
  });

  it('reads the last of a thousand, however long the memo', () => {
    const memo = Array.from({ length: 1000 }, (_, n) => `甲子丑 IN2026${String(600000 + n)}`).join('，');
    expect(readMemo(memo).caseNumbers).toHaveLength(1000);
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (memo) => {
        expect(readMemo(memo).names.length).toBeLessThanOrEqual(2000);
      }),
    );
    expect(readMemo('甲 '.repeat(100_000)).names.length).toBeLessThanOrEqual(2000);
  });
});
