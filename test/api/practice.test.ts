import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureOffice, ensurePracticeOffice } from '../../db/office/first-office.ts';
import { PRACTICE_OFFICE, PRACTICE_PASSWORD } from '../../domain/staff/practice.ts';
import { ROLES } from '../../domain/roles.ts';
import { caller, serveApp, startApi } from '../support/api.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  const passwordHash = await hash(PRACTICE_PASSWORD, { memoryCost: 1024, timeCost: 1 });
  // Two processes start at once, and again later.
  const prepare = async () => {
    await ensureOffice(fresh.db, PRACTICE_OFFICE);
    await ensurePracticeOffice(fresh.db, PRACTICE_OFFICE.id, passwordHash);
  };
  await Promise.all([prepare(), prepare()]);
  await prepare();
});
afterAll(() => fresh.drop());

test('a practice office has an account for every role, offices around it, and lets each account in', async () => {
  const { url, stop } = await serveApp(fresh.db);
  try {
    const anybody = caller(url, {});
    const { items } = (await anybody.get('/practice/accounts')).body as {
      items: { username: string; password: string; roles: string[] }[];
    };
    expect(items).toHaveLength(17);
    expect(new Set(items.flatMap(({ roles }) => roles))).toEqual(new Set(ROLES));
    const { username, password } = items[0]!;
    const { status, body } = await anybody.post('/sessions', { username, password });
    expect([status, body.me.practice]).toEqual([201, true]);
    const clerk = caller(url, { Authorization: `Bearer ${body.token as string}` });
    expect((await clerk.get('/counterparts')).body.items).toHaveLength(12);
    expect((await clerk.send('PUT', '/me/password', { current: password, next: 'mine-alone-now' })).status).toBe(403);
    const signedIn = await anybody.post('/sessions', { username: 'admin', password });
    const admin = caller(url, { Authorization: `Bearer ${signedIn.body.token as string}` });
    const clerkAt = `/staff/${body.me.id as string}`;
    expect((await admin.post(`${clerkAt}/password`, {})).status).toBe(403);
    expect((await admin.send('PATCH', clerkAt, { password: 'for-him-alone' })).status).toBe(403);
    expect((await anybody.post('/sessions', { username, password })).status).toBe(201);
  } finally {
    stop();
  }
});

test('the practice phone shows the newest message first, and of a number its last four digits', async () => {
  const message = { to: '13900001234', text: '样例', state: 'delivered' };
  const items = [
    { ...message, at: '2026-01-05T01:00:00.000Z' },
    { ...message, at: '2026-01-06T01:00:00.000Z' },
  ];
  const centre = createServer((_request, response) => response.end(JSON.stringify({ items }))).listen(0, '127.0.0.1');
  await once(centre, 'listening');
  const practicePhoneUrl = `http://127.0.0.1:${(centre.address() as AddressInfo).port}/messages`;
  const api = await startApi({ practicePhoneUrl });
  try {
    const clerk = await api.as('clerk');
    const { body } = await clerk.get('/practice/messages');
    expect(body.items.map(({ at, to }: { at: string; to: string }) => [at.slice(0, 10), to])).toEqual([
      ['2026-01-06', '1234'],
      ['2026-01-05', '1234'],
    ]);
    centre.close();
    centre.closeAllConnections();
    const silent = await clerk.get('/practice/messages');
    expect([silent.status, silent.body.type]).toEqual([503, '/problems/unavailable']);
  } finally {
    centre.close();
    await api.stop();
  }
});
