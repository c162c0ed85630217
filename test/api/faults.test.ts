import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { aResidentId, anAcceptedTransfer } from '../builders/walk.ts';
import { newToken } from '../../api/authenticate.ts';
import { connect } from '../../db/connection.ts';
import { caller, serveApp, startApi, type TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

describe('a fault of ours', () => {
  afterEach(() => sql`alter table if exists cases_gone rename to cases`.execute(api.db));

  test('says nothing but the request id, which stands in the log with the reason', async () => {
    const clerk = await api.as('clerk');
    await sql`alter table cases rename to cases_gone`.execute(api.db);
    const answer = await clerk.get('/transfers');
    expect(answer.status).toBe(500);
    expect(answer.body).toEqual({
      type: '/problems/internal',
      title: 'Internal',
      status: 500,
      detail: expect.any(String),
      instance: answer.headers.get('X-Request-Id'),
    });
    expect(answer.text).not.toMatch(/cases|relation|select/);
    const logged = api.log.map((line) => JSON.parse(line) as { requestId?: string; err?: { message: string } });
    const reason = logged.find(({ requestId, err }) => requestId === answer.body.instance && err);
    expect(reason?.err?.message).toContain('cases');
  });
});

test('the log knows routes and ids, but no person, no code and no query', async () => {
  const clerk = await api.as('clerk');
  const idNumber = aResidentId();
  const id = await anAcceptedTransfer(api.db, api.office);
  await clerk.post('/transfers', {
    person: { name: '特别的名', idNumber, mobile: '13998765432' },
    counterpartAreaCode: '310000',
  });
  await clerk.post('/transfers/search', { any: idNumber });
  await clerk.get('/letters?waybill=4444444444444');
  await clerk.get(`/transfers/${id}`);
  await api.anonymous.post('/status/SECRETCODE123', { phoneLastFour: '5432' });
  await api.anonymous.get('/s/SECRETCODE123');
  const log = api.log.join('');
  expect(log).toContain('"route":"/transfers/{id}"');
  expect(log).toContain('"route":"/status/{code}"');
  expect(log).not.toMatch(new RegExp(`${idNumber}|特别的名|13998765432|5432|SECRETCODE|4444444444444`));
});

test('without its database the API lives, is not ready, and says when to come back', async () => {
  const db = connect('postgres://nobody@127.0.0.1:1/none');
  const { url, stop } = await serveApp(db);
  try {
    const anybody = caller(url, { Authorization: `Bearer ${newToken()}` });
    expect((await anybody.get('/healthz')).status).toBe(200);
    for (const path of ['/readyz', '/me', '/transfers']) {
      const answer = await anybody.get(path);
      expect([path, answer.status, answer.body.type]).toEqual([path, 503, '/problems/unavailable']);
      expect(answer.headers.get('Retry-After')).toBe('5');
    }
  } finally {
    stop();
    await db.destroy();
  }
});
