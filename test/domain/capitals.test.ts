import { expect, test } from 'vitest';
import fc from 'fast-check';
import { capitalYuan } from '../../domain/money/capitals.ts';

test.each([
  [0, '零元整'],
  [1, '壹分'],
  [10, '壹角整'],
  [105, '壹元零伍分'],
  [150, '壹元伍角整'],
  [107_050, '壹仟零柒拾元伍角整'],
  [1_000_000, '壹万元整'],
  [1_000_100, '壹万零壹元整'],
  [10_010_000_00, '壹仟零壹万元整'],
  [100_000_000_00, '壹亿元整'],
  [100_000_001_00, '壹亿零壹元整'],
  [6_684_569, '陆万陆仟捌佰肆拾伍元陆角玖分'],
  [-105, '负壹元零伍分'],
  [1_0000_0000_0000_00, '壹万亿元整'],
])('%i fen are %s', (fen, said) => {
  expect(capitalYuan(fen)).toBe(said);
});

test('two amounts are never written alike, and 零 never stands twice', () => {
  const amount = fc.integer({ min: 0, max: 1e14 });
  fc.assert(fc.property(amount, amount, (one, other) => one === other || capitalYuan(one) !== capitalYuan(other)));
  fc.assert(fc.property(amount, (fen) => !capitalYuan(fen).includes('零零')));
});

test('what is no whole number of fen is refused', () => {
  expect(() => capitalYuan(0.5)).toThrow(RangeError);
});
