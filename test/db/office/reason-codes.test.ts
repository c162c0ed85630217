/** Why something comes back, waits or ends, in every language of the console. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listReasonCodes } from '../../../db/office/reason-codes.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('a reason of a new office has words in five languages; one that the office adds has its official term', async () => {
  await database.db
    .insertInto('reason_codes')
    .values({
      code: 'A90',
      step: 'I2',
      zh: '本市另有规定',
      en: 'a rule of this city',
      effect: 'X',
      consumes_attempt: false,
    })
    .execute();
  const reasons = await listReasonCodes(database.db, '2026-06-08');
  expect(reasons.find(({ code }) => code === 'L01')).toMatchObject({
    zh: '查无此人',
    ko: '종전 가입지에 해당자 없음',
    vi: 'Nơi tham gia trước đây không có người này',
    fa: 'محل بیمهٔ پیشین چنین شخصی ندارد',
  });
  const added = {
    zh: '本市另有规定',
    en: 'a rule of this city',
    ko: '本市另有规定',
    vi: '本市另有规定',
    fa: '本市另有规定',
  };
  expect(reasons.find(({ code }) => code === 'A90')).toMatchObject(added);
});
