import { describe, expect, it } from 'vitest';
import { decidingWords, failureReason, meaningOf } from '../../../domain/letters/courier-codes.ts';

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
    expect(meaningOf(code, '')).toBe(meaning);
  });

  it.each([
    ['704', '退回妥投 寄件人签收', 'unknown'],
    ['704', '妥投 退件已签收', 'unknown'],
    ['704', '未妥投 无人签收', 'unknown'],
    ...['妥投失败', '投递不成功', '无法投递', '误投，已签收', '收件人拒签', '已退还', '撤回后签收'].map(
      (text): [string, string, string] => ['704', text, 'unknown'],
    ),
    ['705', '妥投失败', 'returned'],
    ['704', '妥投 他人代收：收发室', 'delivered'],
    ['704', '已签收，签收人：收发室', 'delivered'],
    ['704', '', 'delivered'],
    ['705', '妥投 本人签收', 'unknown'],
    ['705', '未妥投 收件人拒收，退回寄件人', 'returned'],
    ['705', '无人签收', 'returned'],
    ['708', '退回寄件人 妥投', 'backAtSender'],
    ['305', '退回途中', 'underWay'],
  ])('%s with the text %j means %s', (code, text, meaning) => {
    expect(meaningOf(code, text)).toBe(meaning);
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

describe('the deciding words of a text', () => {
  const TEXTS = [
    '退回妥投 寄件人签收',
    '妥投 退件已签收 甲某',
    '未妥投 无人签收',
    '妥投 他人代收：甲某',
    '未妥投 收件人拒收，退回寄件人，联系人甲某',
    '未妥投 单位已迁移 新址不明（甲某告知）',
    '原址查无此单位 甲某',
    '揽收 甲某',
    '妥投失败 甲某',
    '',
  ];

  it.each(TEXTS)('decide the same as %j, and name nobody', (text) => {
    const words = decidingWords(text);
    expect(words).not.toContain('甲');
    expect(failureReason(words)).toBe(failureReason(text));
    for (const code of ['203', '704', '705', '708', '9Q7']) expect(meaningOf(code, words)).toBe(meaningOf(code, text));
  });
});
