/** What changes is told while a page is open, and what was missed when its line was lost. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSession } from '../../db/office/sessions.ts';
import { hashToken, newToken } from '../../api/door/authenticate.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { aKey, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
let headers: Record<string, string>;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  const token = newToken();
  await createSession(api.db, api.office.staff.clerk, hashToken(token));
  headers = { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' };
});
afterAll(() => api.stop());

interface Changes {
  everything: boolean;
  transfers: string[];
}

/** What comes over the line: read until `enough`. */
async function follow(more: Record<string, string> = {}) {
  const stop = new AbortController();
  const answer = await fetch(`${api.url}/changes`, { headers: { ...headers, ...more }, signal: stop.signal });
  const reader = answer.body!.getReader();
  let text = '';
  const until = async (enough: (text: string) => boolean): Promise<string> => {
    while (!enough(text)) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`the line ended after:\n${text}`);
      text += Buffer.from(value).toString();
    }
    return text;
  };
  const told = async (): Promise<Changes[]> => {
    const all = await until((so) => so.includes('data: '));
    return [...all.matchAll(/^data: (.+)$/gm)].map(([, data]) => JSON.parse(data!) as Changes);
  };
  return { answer, until, told, end: () => stop.abort(), ended: async () => (await reader.read()).done };
}

/** Nothing of before is told any more. */
const quiet = async (): Promise<void> => {
  await expect
    .poll(async () => (await clerk.get('/changes')).body, { timeout: 20_000 })
    .toEqual({
      everything: false,
      transfers: [],
    });
};

test('a fact is told by the id of its transfer, and by nothing else', async () => {
  const id = await anAcceptedTransfer(api.db, api.office);
  await quiet();
  const line = await follow();
  expect(line.answer.headers.get('Content-Type')).toBe('text/event-stream');
  await line.until((so) => /^id: \d+$/m.test(so));
  const held = await clerk.post(
    `/transfers/${id}/facts`,
    { kind: 'held', reasonCode: 'H01', reviewOn: '2026-12-30' },
    aKey(),
  );
  expect(held.status, held.text).toBe(201);
  expect((await line.told())[0]).toEqual({ everything: false, transfers: [id] });
  line.end();
  expect((await clerk.get('/changes')).body).toEqual({ everything: false, transfers: [id] });
});

test('who comes back at once is told what he missed; who was away for long, that all may be old', async () => {
  await quiet();
  const id = await anAcceptedTransfer(api.db, api.office);
  const soon = await follow({ 'Last-Event-ID': String(Date.now() - 3_000) });
  expect((await soon.told())[0]).toEqual({ everything: false, transfers: [id] });
  for (const lastEventId of [String(Date.now() - 60_000), 'nonsense', String(Date.now() + 60_000)]) {
    const late = await follow({ 'Last-Event-ID': lastEventId });
    expect((await late.told())[0]).toEqual({ everything: true, transfers: [] });
    late.end();
  }
  soon.end();
});

test('what the office itself did is told as everything', async () => {
  await quiet();
  const line = await follow();
  await line.until((so) => so.includes('id: '));
  const manager = await api.as('manager');
  const away = await manager.post('/absences', { staffId: api.office.staff.letterClerk2, fromDay: '2026-12-20' });
  expect(away.status, away.text).toBe(201);
  expect((await line.told())[0]).toEqual({ everything: true, transfers: [] });
  line.end();
});

test('a stream is no work under way, ends with the server, and is nobody’s who is not signed in', async () => {
  expect((await fetch(`${api.url}/changes`, { headers: { Accept: 'text/event-stream' } })).status).toBe(401);
  const other = await startApi();
  const token = newToken();
  await createSession(other.db, other.office.staff.clerk, hashToken(token));
  const answer = await fetch(`${other.url}/changes`, {
    headers: { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' },
  });
  const reader = answer.body!.getReader();
  await reader.read();
  const ended = reader.read().then(
    ({ done }) => done,
    () => true,
  );
  await other.stop();
  expect(await ended).toBe(true);
});
