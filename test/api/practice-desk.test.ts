/** The practice desk: each exercise on a fresh case that the practice office makes, judged by what the ledger holds. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXERCISES } from '../../domain/practice/index.ts';
import { PRACTISING } from '../builders/practising.ts';
import { practiceOffice, type PracticeOffice } from '../builders/practice-office.ts';
import { startApi, type Answer, type Caller } from '../support/api.ts';

let office: PracticeOffice;
beforeAll(async () => {
  office = await practiceOffice();
}, 60_000);
afterAll(() => office.stop());

async function begin(me: Caller, exercise: string): Promise<Answer['body']> {
  const begun = await me.post('/practice/attempts', { exercise });
  expect(begun.status, begun.text).toBe(201);
  await office.makeCases();
  expect(office.said).toEqual([]);
  return (await me.get(`/practice/attempts/${String(begun.body.id)}`)).body;
}

const finish = (me: Caller, id: string, answer?: string): Promise<Answer> =>
  me.post(`/practice/attempts/${id}/result`, answer === undefined ? {} : { answer });

describe.each(EXERCISES)('$key', (exercise) => {
  const { username, right, wrong, misses, score } = PRACTISING[exercise.key];

  test('done right has a hundred points', async () => {
    const me = await office.as(username);
    const attempt = await begin(me, exercise.key);
    expect(attempt).toMatchObject({ state: 'ready', result: null });
    const { body } = await finish(me, attempt.id, await right({ office, me, attempt }));
    expect(missesOf(body)).toEqual([]);
    expect([body.state, body.result.score]).toEqual(['finished', 100]);
  }, 30_000);

  test('done wrong says which rules were not kept, on a case of its own', async () => {
    const me = await office.as(username);
    const attempt = await begin(me, exercise.key);
    const { body } = await finish(me, attempt.id, await wrong({ office, me, attempt }));
    expect([missesOf(body), body.result.score]).toEqual([misses, score]);
  }, 30_000);
});

const missesOf = ({ result }: Answer['body']): string[] =>
  result.rules.flatMap(({ rule, kept }: { rule: string; kept: boolean }) => (kept ? [] : [rule]));

describe('an exercise', () => {
  test('can be begun again, on a fresh case; what was not finished is left', async () => {
    const me = await office.as('letter2');
    const first = await begin(me, 'postLetter');
    const second = await begin(me, 'postLetter');
    expect(second.cases[0].transferId).not.toBe(first.cases[0].transferId);
    expect((await me.get(`/practice/attempts/${String(first.id)}`)).status).toBe(404);
    const open = (await me.get(`/transfers/${String(second.cases[0].transferId)}`)).body.openStep;
    expect(open).toMatchObject({ step: 'liaisonLetter', owner: { id: (await me.get('/me')).body.id } });
  }, 30_000);

  test('is judged once, by what was done before', async () => {
    const me = await office.as('letter2');
    const attempt = await begin(me, 'postLetter');
    const before = (await finish(me, attempt.id)).body;
    await PRACTISING.postLetter.right({ office, me, attempt });
    expect((await finish(me, attempt.id)).body).toEqual(before);
    const { items } = (await me.get('/practice/exercises')).body;
    expect(items.map(({ key }: { key: string }) => key)).toEqual(['postLetter', 'registerReturn']);
    expect(items[0]).toMatchObject({ best: before.result.score, last: { id: attempt.id, state: 'finished' } });
  }, 30_000);

  test('is not judged while its case is being made', async () => {
    const me = await office.as('entry2');
    const { body } = await me.post('/practice/attempts', { exercise: 'findOddRow' });
    expect([body.state, body.cases]).toEqual(['wanted', []]);
    const early = await finish(me, body.id);
    expect([early.status, early.body.type]).toEqual([409, '/problems/changed-meanwhile']);
  });

  test('counts what its own account did, not what a colleague did with its case', async () => {
    const me = await office.as('letter3');
    const attempt = await begin(me, 'postLetter');
    await PRACTISING.postLetter.right({ office, me: await office.as('letter2'), attempt });
    expect((await finish(me, attempt.id)).body.result.score).toBe(0);
  }, 30_000);
});

describe('whose it is', () => {
  test('nobody sees or ends the try of another, and each role has its own exercises', async () => {
    const [one, other] = [await office.as('clerk2'), await office.as('clerk3')];
    const { body } = await one.post('/practice/attempts', { exercise: 'acceptApplication' });
    expect((await other.get(`/practice/attempts/${String(body.id)}`)).status).toBe(404);
    expect((await finish(other, body.id)).status).toBe(404);
    expect((await one.post('/practice/attempts', { exercise: 'postLetter' })).status).toBe(403);
    expect((await one.post('/practice/attempts', { exercise: 'nonsense' })).status).toBe(422);
    expect((await one.get('/practice/attempts')).status).toBe(403);
    expect((await one.send('PUT', `/practice/attempts/${String(body.id)}/case`, { transferIds: [] })).status).toBe(403);
  });

  test('a manager sees that somebody has finished, and not with how many points', async () => {
    const me = await office.as('review2');
    const { id } = await begin(me, 'whichFormIsRight');
    await finish(me, id);
    const seen = await (await office.as('manager')).get('/practice/finished');
    const mine = seen.body.items.filter(({ staff }: { staff: { displayName: string } }) =>
      /复核岗2/.test(staff.displayName),
    );
    expect(mine).toMatchObject([{ exercise: 'whichFormIsRight' }]);
    expect(seen.text).not.toMatch(/score|points|best/);
    expect((await me.get('/practice/finished')).status).toBe(403);
  }, 30_000);

  test('an office at work has no practice desk', async () => {
    const api = await startApi({ practice: false });
    try {
      const clerk = await api.as('clerk');
      expect((await clerk.get('/practice/exercises')).status).toBe(404);
      expect((await clerk.post('/practice/attempts', { exercise: 'acceptApplication' })).status).toBe(404);
      const manager = await api.as('manager');
      expect((await manager.get('/practice/finished')).status).toBe(404);
      expect((await manager.get('/practice/attempts')).status).toBe(404);
    } finally {
      await api.stop();
    }
  });
});
