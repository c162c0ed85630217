import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capitalYuan } from '../../../domain/money/capitals.ts';

describe('an amount in capitals', () => {
  // Those of the annex to 支付结算办法, and those of our own forms.
  test.each([
    [140_950, '壹仟肆佰零玖元伍角整'],
    [600_714, '陆仟零柒元壹角肆分'],
    [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [10_700_053, '壹拾万柒仟元伍角叁分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [3_420_644, '叁万肆仟贰佰零陆元肆角肆分'],
    [0, '零元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [100, '壹元整'],
    [1_000, '壹拾元整'],
    [10_000_000_100, '壹亿零壹元整'],
    [1_000_000_000_000, '壹佰亿元整'],
    [100_000_000_00_05, '壹佰亿元零伍分'],
    [Number.MAX_SAFE_INTEGER, '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
    [-50, '负伍角整'],
  ])('%i fen is %s', (fen, said) => {
    expect(capitalYuan(fen)).toBe(said);
  });

  test('says what an independent reader reads back, for any amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (fen) => {
        expect(readBack(capitalYuan(fen))).toBe(fen);
      }),
    );
  });

  test('never has two 零 together, nor one before a unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (fen) => {
        expect(capitalYuan(fen)).not.toMatch(/零零|零[拾佰仟万亿元角分整]/);
      }),
    );
  });

  test('is refused for what is no amount', () => {
    expect(() => capitalYuan(0.5)).toThrow(RangeError);
    expect(() => capitalYuan(2 ** 53)).toThrow(RangeError);
  });
});

/** Reads from left to right, as a cashier would. */
function readBack(said: string): number {
  const [yuan, decimals] = said.includes('元') ? (said.split('元') as [string, string]) : ['', said];
  const of = (unit: string): number => '零壹贰叁肆伍陆柒捌玖'.indexOf(new RegExp(`(.)${unit}`).exec(decimals)?.[1] ?? '零');
  return wholeOf(yuan) * 100 + of('角') * 10 + of('分');
}

function wholeOf(said: string): number {
  const [over, below] = said.includes('亿') ? (said.split('亿') as [string, string]) : ['', said];
  if (over !== '') return wholeOf(over) * 100_000_000 + wholeOf(below);
  let [total, group, digit] = [0, 0, 0];
  for (const character of said) {
    const unit = { 拾: 10, 佰: 100, 仟: 1000 }[character];
    if (unit !== undefined) {
      group += digit * unit;
      digit = 0;
    } else if (character === '万') {
      total += (group + digit) * 10_000;
      [group, digit] = [0, 0];
    } else {
      digit = '零壹贰叁肆伍陆柒捌玖'.indexOf(character);
    }
  }
  return total + group + digit;
}
