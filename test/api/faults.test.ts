import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { aResidentId, anAcceptedTransfer } from '../builders/walk.ts';
import { hashToken, newToken } from '../../api/door/authenticate.ts';
import { connect } from '../../db/connection/connection.ts';
import { createSession } from '../../db/office/sessions.ts';
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
  // Four digits alone: a random id may hold them by chance.
  const lastFour = '(?<![\\w-])5432(?![\\w-])';
  expect(log).not.toMatch(new RegExp(`${idNumber}|特别的名|13998765432|${lastFour}|SECRETCODE|4444444444444`));
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

test('a flood from one address is told to wait', async () => {
  const { url, stop } = await serveApp(api.db, { requestsPerMinute: 3 });
  try {
    const flood = caller(url, {});
    const answers = [];
    for (let at = 0; at < 4; at += 1) answers.push(await flood.get('/healthz'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[3]!.body.type).toBe('/problems/too-many-attempts');
    expect(answers[3]!.headers.get('Retry-After')).toBe('60');
  } finally {
    stop();
  }
});

test('a reply that breaks the contract is a fault in practice, and in production an entry in the log', async () => {
  const id = await anAcceptedTransfer(api.db, api.office);
  const strange = { transfer_id: id, seq: 3, office_id: api.office.officeId, kind: 'strange', source: 'system' };
  await api.db
    .insertInto('events')
    .values({ ...strange, occurred_at: new Date() })
    .execute();
  const token = newToken();
  await createSession(api.db, api.office.staff.clerk, hashToken(token));
  const read = async (production: boolean, times: number) => {
    const { url, log, stop } = await serveApp(api.db, { production });
    const me = caller(url, { Authorization: `Bearer ${token}` });
    try {
      const statuses = new Set<number>();
      for (let time = 0; time < times; time++) statuses.add((await me.get(`/transfers/${id}/events`)).status);
      return {
        statuses: [...statuses],
        logged: log.filter((line) => line.includes('a reply broke the contract')).length,
      };
    } finally {
      stop();
    }
  };
  expect(await read(false, 2)).toEqual({ statuses: [500], logged: 0 });
  // There the first of each operation is looked at, and one in twenty.
  expect(await read(true, 21)).toEqual({ statuses: [200], logged: 2 });
});

test.each(['53100', '53200', '53300', '57P01', '57014', '58030', '25006'])(
  'when PostgreSQL says %s, nothing was stored and the same request may come again',
  async (code) => {
    await sql
      .raw(
        `create or replace function refuse_transfer() returns trigger language plpgsql as $$
      begin raise exception 'no room' using errcode = '${code}'; end $$`,
      )
      .execute(api.db);
    await sql`create or replace trigger refuse before insert on transfers for each row execute function refuse_transfer()`.execute(
      api.db,
    );
    try {
      const clerk = await api.as('clerk');
      const person = { name: '样例甲', idNumber: aResidentId(), mobile: '13900000000' };
      const answer = await clerk.post('/transfers', { person, counterpartAreaCode: '310000' });
      expect([answer.status, answer.body.type]).toEqual([503, '/problems/unavailable']);
      expect(answer.headers.get('Retry-After')).toBe('5');
    } finally {
      await sql`drop trigger refuse on transfers`.execute(api.db);
    }
  },
);
