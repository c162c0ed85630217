import { describe, expect, it } from 'vitest';
import { failureReason, meaningOf } from '../../../domain/letters/courier-codes.ts';

describe('courier codes', () => {
  it.each([
    ['203', 'posted'],
    ['305', 'underWay'],
    ['306', 'underWay'],
    ['463', 'outForDelivery'],
    ['704', 'delivered'],
    ['705', 'returned'],
    ['708', 'backAtSender'],
    [' ７０４ ', 'delivered'],
    ['9Q7', 'unknown'],
    ['7040', 'unknown'],
    ['', 'unknown'],
  ])('%j means %s', (code, meaning) => {
    expect(meaningOf(code)).toBe(meaning);
  });

  it.each([
    ['未妥投 原址查无此单位', 'M01'],
    ['未妥投，单位已迁移 新址不明', 'M01'],
    ['收件人拒收', 'M02'],
    ['未妥投 无人签收', 'M02'],
    ['未妥投 其他', undefined],
    ['', undefined],
  ])('%j is %s', (text, reason) => {
    expect(failureReason(text)).toBe(reason);
  });
});
