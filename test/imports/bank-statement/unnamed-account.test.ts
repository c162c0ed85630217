/** A bank's CSV names no account, its camt does: one entry told by both is one, as long as one account alone can be meant. */
import { expect, test } from 'vitest';
import { bankRow } from '../../builders/bank-files.ts';
import { ref, takingStatements } from './taking-statements.ts';

const { db, awaits, take, takeXml, statesOf } = await takingStatements();

const DAY = '2026-11-26';
const row = (serial: string, memo: string, yuan = '77.00') =>
  bankRow({ serial, yuan, memo, payer: '样例省中心', bookedOn: DAY });
const entry = (serial: string, memo: string, yuan = '77.00') => ({
  ref: serial,
  day: DAY,
  yuan,
  memo,
  payer: '样例省中心',
});

test('an entry of a file that names no account is unchanged in the one that does, and is of it from then on', async () => {
  const [one] = await awaits('77.00');
  const memo = `养老转移${one!}`;
  expect(await take([row(ref(1), memo)])).toMatchObject({ accepted: 1 });
  expect(await takeXml([entry(ref(1), memo)], { account: '62221' })).toMatchObject({ accepted: 0, unchanged: 1 });
  expect(await statesOf(one!)).toEqual(['matched']);
  const accounts = await db.selectFrom('credits').select('account').where('serial', '=', ref(1)).execute();
  expect(accounts).toEqual([{ account: '62221' }]);
  // Another account's entry of the same words is other money.
  const other = await takeXml([entry(ref(1), memo)], { account: '62222' });
  expect(other).toMatchObject({ accepted: 1, unchanged: 0 });
  expect(await take([row(ref(1), memo)])).toMatchObject({ accepted: 1, unchanged: 0 });
});

test('the other way round too', async () => {
  const words = entry(ref(2), '个人账户 转移');
  expect(await takeXml([words], { account: '62221' })).toMatchObject({ accepted: 1 });
  expect(await take([row(ref(2), '个人账户 转移')])).toMatchObject({ accepted: 0, unchanged: 1 });
});

test('with two accounts that have it, a person says of which it is', async () => {
  const words = entry(ref(3), '往来款');
  await takeXml([words], { account: '62221' });
  await takeXml([words], { account: '62222' });
  const asked = await take([row(ref(3), '往来款')]);
  expect(asked.lines).toEqual([['accepted', 'suspense', 'likelyDouble']]);
});

test('other words under its reference are a likely double, another amount is other money', async () => {
  await take([row(ref(4), '甲'), row(ref(5), '乙')]);
  const taken = await takeXml([entry(ref(4), '丙'), entry(ref(5), '乙', '78.00')], { account: '62221' });
  expect(taken.lines).toEqual([
    ['accepted', 'suspense', 'likelyDouble'],
    ['accepted', 'suspense'],
  ]);
});
