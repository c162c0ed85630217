import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aTransferWithCode } from '../builders/status-code.ts';
import { aResidentId, walk } from '../builders/walk.ts';
import { startApi, type TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const idNumber = aResidentId();
const ask = (code: string, phoneLastFour: string) => api.anonymous.post(`/status/${code}`, { phoneLastFour });

describe('the status by short code', () => {
  test('says who has the ball, since when and what comes next, and nothing of the person', async () => {
    const person = { name: '特别的名', idNumber, mobile: '13912345678' };
    const { id, code } = await aTransferWithCode(api.db, api.office, { person });
    const the = walk(api.db, api.office, id);
    await the.open('review');
    await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
    await the.open('liaisonLetter');
    await the.say('letterClerk', { kind: 'letterSent', channel: 'ems', waybill: '2222222222222' });
    await the.open('delivery');
    const { status, body, text } = await ask(code, '5678');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      office: '样例区社会保险事业管理中心',
      holder: 'courier',
      step: 'delivery',
      nextStep: 'formAndFunds',
      telephone: '010-66000000',
      asOf: body.since,
      closedOn: null,
      milestones: [{ kind: 'accepted' }, { kind: 'letterSent' }],
    });
    expect(text).not.toMatch(/特别的名|5678|110102|2222222222222|letterClerk/);
  });

  test('forgives how people type a code', async () => {
    const { code } = await aTransferWithCode(api.db, api.office);
    const typed = `${code.slice(0, 5)}-${code.slice(5)}`.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    expect((await ask(typed, '5678')).status).toBe(200);
  });

  test('answers alike to a code that nobody has and to wrong digits', async () => {
    const { code } = await aTransferWithCode(api.db, api.office);
    const [wrong, unknown] = [await ask(code, '0000'), await ask('ZZZZZZZZZZZZZ', '5678')];
    expect([wrong.status, unknown.status]).toEqual([404, 404]);
    expect({ ...wrong.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
  });

  test('locks after five failures for half an hour, even when they come all at once', async () => {
    const { code } = await aTransferWithCode(api.db, api.office);
    const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => ask(code, String(1000 + at))));
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(404), count(429)]).toEqual([5, 7]);
    const right = await ask(code, '5678');
    expect(right.status).toBe(429);
    expect(right.body.type).toBe('/problems/too-many-attempts');
    expect(Number(right.headers.get('Retry-After'))).toBeGreaterThan(29 * 60);

    await api.db
      .updateTable('login_limits')
      .set({ expire: Date.now() - 1_000 })
      .where('key', 'like', 'status:%')
      .execute();
    expect((await ask(code, '5678')).status).toBe(200);
    expect((await ask(code, '0000')).status).toBe(404);
  });

  test('gives all guesses back to who knows the digits, however often they are asked at once', async () => {
    const { code } = await aTransferWithCode(api.db, api.office);
    for (const round of [0, 1]) {
      const wrong = await Promise.all([0, 1, 2, 3].map((at) => ask(code, String(4 * round + at).padStart(4, '0'))));
      expect(wrong.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      const right = await Promise.all(Array.from({ length: 8 }, () => ask(code, '5678')));
      expect(new Set(right.map(({ status }) => status))).toEqual(new Set([200]));
    }
  });

  test('accepts the telephone of who acts for the person', async () => {
    const person = { name: '特别的名', idNumber: aResidentId() };
    const { code } = await aTransferWithCode(api.db, api.office, {
      person,
      agent: { name: '样例单位', telephone: '13700004321' },
    });
    expect((await ask(code, '4321')).status).toBe(200);
    expect((await ask(code, '    ')).status).toBe(422);
  });
});
