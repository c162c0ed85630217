import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { fieldsOf, PASSWORD, startApi, type Answer, type TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
beforeEach(() => api.db.deleteFrom('login_limits').execute());

const signIn = (username: string, password = PASSWORD, headers = {}): Promise<Answer> =>
  api.anonymous.post('/sessions', { username, password }, headers);
const cookieOf = (answer: Answer): string => answer.headers.get('Set-Cookie')!.split(';')[0]!;
const bearer = (answer: Answer) => ({ Authorization: `Bearer ${answer.body.token as string}` });

describe('signing in', () => {
  test('gives a token and a cookie that scripts cannot read', async () => {
    const answer = await signIn('clerk');
    expect(answer.status).toBe(201);
    expect(answer.body.token).toMatch(/^[\w-]{43}$/);
    expect(answer.body.me).toMatchObject({ username: 'clerk', roles: ['clerk'], mustChangePassword: false });
    expect(answer.body.me.actions).toContain('acceptTransfer');
    expect(answer.headers.get('Set-Cookie')).toMatch(
      /^baton_session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/,
    );
    const stored = await api.db.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(answer.body.token);
  });

  test('opens the same doors by cookie and by token, until one signs out', async () => {
    const answer = await signIn('clerk');
    for (const headers of [bearer(answer), { Cookie: `a=b; ${cookieOf(answer)}` }]) {
      expect((await api.anonymous.send('GET', '/me', undefined, headers)).body.username).toBe('clerk');
    }
    expect((await api.anonymous.send('DELETE', '/sessions/current', undefined, bearer(answer))).status).toBe(204);
    const after = await api.anonymous.send('GET', '/me', undefined, bearer(answer));
    expect(after.status).toBe(401);
    expect(after.body.type).toBe('/problems/not-signed-in');
  });

  test('says the same of a wrong password and of a wrong name', async () => {
    const [wrong, nobody] = [await signIn('clerk', 'not-it-at-all'), await signIn('nobody')];
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect(wrong.body.type).toBe('/problems/wrong-password');
    expect({ ...wrong.body, instance: '' }).toEqual({ ...nobody.body, instance: '' });
    const logins = await api.db.selectFrom('logins').selectAll().orderBy('id', 'desc').limit(2).execute();
    expect(logins).toMatchObject([
      { succeeded: false, staff_id: null },
      { succeeded: false, staff_id: api.office.staff.clerk },
    ]);
  });

  test('is closed to an account that is not active', async () => {
    await api.db.updateTable('staff').set({ active: false }).where('username', '=', 'letterclerk2').execute();
    expect((await signIn('letterclerk2')).status).toBe(401);
  });

  test('is closed after ten wrong passwords, also with the right one, and only for that account', async () => {
    const answers = [];
    for (let at = 0; at < 10; at += 1) answers.push((await signIn('finance', 'wrong-again')).status);
    expect(new Set(answers)).toEqual(new Set([401]));
    const locked = await signIn('finance');
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('Retry-After'))).toBeGreaterThan(60);
    expect((await signIn('clerk')).status).toBe(201);
  });

  test('gives the tries back to who knows the password', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let at = 0; at < 6; at += 1) await signIn('manager', 'wrong-again');
      expect((await signIn('manager')).status).toBe(201);
    }
  });
});

describe('a session', () => {
  test('ends when nobody has used it for an hour, and in any case after half a day', async () => {
    const [idle, old] = [await signIn('clerk'), await signIn('clerk')];
    const age = (answer: Answer, change: object) =>
      api.db
        .updateTable('sessions')
        .set(change)
        .where(sql<boolean>`token_hash = sha256(${answer.body.token}::text::bytea)`)
        .execute();
    await age(idle, { last_seen_at: sql`now() - interval '61 minutes'` });
    await age(old, { expires_at: sql`now() - interval '1 second'` });
    for (const answer of [idle, old]) {
      expect((await api.anonymous.send('GET', '/me', undefined, bearer(answer))).status).toBe(401);
    }
  });

  test('in a cookie changes nothing when another site asks', async () => {
    const cookie = { Cookie: cookieOf(await signIn('clerk')) };
    const own = new URL(api.url).host;
    const ask = (headers: object) => api.anonymous.post('/transfers/search', { any: 'x' }, { ...cookie, ...headers });
    expect((await ask({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await ask({ 'Sec-Fetch-Site': 'same-site' })).status).toBe(403);
    expect((await ask({ Origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask({})).status).toBe(403);
    expect((await ask({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
    expect((await ask({ Origin: `http://${own}` })).status).toBe(200);
    expect(
      (await api.anonymous.send('GET', '/me', undefined, { ...cookie, 'Sec-Fetch-Site': 'cross-site' })).status,
    ).toBe(200);
    expect((await signIn('clerk', PASSWORD, { Origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('passwords', () => {
  test('a one-time password opens nothing but its own change', async () => {
    const admin = await api.as('manager');
    const account = { username: 'newcomer', displayName: '新同事', roles: ['clerk'], password: 'one-time-only' };
    expect((await admin.post('/staff', account)).status).toBe(201);
    const first = bearer(await signIn('newcomer', 'one-time-only'));
    const again = await signIn('newcomer', 'one-time-only');
    expect([again.status, again.body.type]).toEqual([401, '/problems/one-time-password-used']);
    expect((await api.anonymous.send('GET', '/transfers', undefined, first)).status).toBe(403);
    expect((await api.anonymous.send('GET', '/me', undefined, first)).body.mustChangePassword).toBe(true);

    const change = (current: string, next: string) =>
      api.anonymous.send('PUT', '/me/password', { current, next }, first);
    expect(fieldsOf(await change('one-time-only', 'short'))).toEqual(['next: tooShort']);
    expect((await change('something-else', 'my-own-password')).status).toBe(401);
    expect((await change('one-time-only', 'my-own-password')).status).toBe(204);
    expect((await api.anonymous.send('GET', '/transfers', undefined, first)).status).toBe(200);
    expect((await signIn('newcomer', 'one-time-only')).status).toBe(401);
    for (let each = 0; each < 2; each += 1) expect((await signIn('newcomer', 'my-own-password')).status).toBe(201);
  });

  test('a one-time password sent twice at once opens one session; another one opens one again', async () => {
    const admin = await api.as('manager');
    const account = { username: 'hasty', displayName: '新同事', roles: ['clerk'], password: 'one-time-only' };
    const { body } = await admin.post('/staff', account);
    const answers = await Promise.all([signIn('hasty', 'one-time-only'), signIn('hasty', 'one-time-only')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
    expect((await admin.send('PATCH', `/staff/${body.id as string}`, { password: 'another-of-one-use' })).status).toBe(
      200,
    );
    expect((await signIn('hasty', 'another-of-one-use')).status).toBe(201);
  });

  test('a changed password ends the other sessions', async () => {
    const [here, elsewhere] = [bearer(await signIn('entryclerk')), bearer(await signIn('entryclerk'))];
    const change = { current: PASSWORD, next: 'another-good-one' };
    expect((await api.anonymous.send('PUT', '/me/password', change, here)).status).toBe(204);
    expect((await api.anonymous.send('GET', '/me', undefined, here)).status).toBe(200);
    expect((await api.anonymous.send('GET', '/me', undefined, elsewhere)).status).toBe(401);
  });
});

test('in production the cookie is bound to this host and to TLS', async () => {
  const production = await startApi({ production: true, practice: false });
  try {
    const answer = await production.anonymous.post('/sessions', { username: 'clerk', password: PASSWORD });
    expect(answer.headers.get('Set-Cookie')).toMatch(
      /^__Host-baton_session=.*; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(answer.headers.get('Strict-Transport-Security')).toContain('max-age=31536000');
    expect((await production.anonymous.get('/practice/accounts')).status).toBe(404);
  } finally {
    await production.stop();
  }
});
