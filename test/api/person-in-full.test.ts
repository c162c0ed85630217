/** Numbers of a person: whole for who has work with them, masked for all others, who say why before they read them; each look is noted. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetLookUps } from '../../db/office/looked-at.ts';
import { aResidentId, stewardedBy, walk } from '../builders/walk.ts';
import { startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
let manager: Caller;
/** Of the desk, and without any work of theirs. */
let stranger: Caller;
let idNumber: string;
let id: string;
const MOBILE = '13911112222';

beforeAll(async () => {
  api = await startApi();
  [clerk, manager, stranger] = [await api.as('clerk'), await api.as('manager'), await api.asNew(['clerk'])];
  idNumber = aResidentId();
  const person = { name: '样例全', idNumber, mobile: MOBILE };
  const agent = { name: '样例代', telephone: '13933334444', relation: '配偶' };
  const { body } = await clerk.post('/transfers', { person, agent, counterpartAreaCode: '310000' });
  id = body.transfer.id as string;
  await stewardedBy(api.db, api.office.staff.clerk, id);
});
afterAll(() => api.stop());

const detailFor = async (who: Caller) => (await who.get(`/transfers/${id}`)).body;
const inFullFor = async (who: Caller) => (await detailFor(who)).person.inFull;
const whole = { idNumber: () => idNumber, mobile: MOBILE, agentTelephone: '13933334444' };
const noted = async (kind: string) =>
  (await manager.get(`/look-ups?limit=200`)).body.items.filter((one: { kind: string }) => one.kind === kind);

describe('whole at once', () => {
  test('for the steward, the owner of the open step and nobody else, wherever the person is shown', async () => {
    const expected = { idNumber: whole.idNumber(), mobile: MOBILE, agentTelephone: whole.agentTelephone };
    const owner = (await detailFor(clerk)).openStep.owner.id as string;
    const [name] = Object.entries(api.office.staff).find(([, staffId]) => staffId === owner)!;
    expect(name).toMatch(/^reviewer/);
    for (const who of [clerk, await api.as(name as 'reviewer')]) {
      expect(await inFullFor(who)).toMatchObject({
        ...expected,
        born: idNumber.replace(/^.{6}(....)(..)(..).*$/, '$1-$2-$3'),
      });
      expect((await who.get(`/transfers/${id}/person`)).body.inFull).toMatchObject(expected);
    }
    for (const who of [stranger, manager, await api.as('finance')]) {
      for (const path of [`/transfers/${id}`, `/transfers/${id}/person`]) {
        const { text } = await who.get(path);
        expect(text).toContain('"inFull":null');
        for (const number of [idNumber, MOBILE, '13933334444']) expect(text).not.toContain(number);
      }
    }
  });

  test('for the owner of an open task, until it is closed', async () => {
    const finance = await api.asNew(['finance']);
    const { id: ownerId } = (await finance.get('/me')).body;
    const { id: taskId } = await api.db
      .insertInto('tasks')
      .values({
        office_id: api.office.officeId,
        transfer_id: id,
        kind: 'suspense',
        natural_key: 'own-work',
        owner_id: ownerId as string,
        opened_at: new Date(),
        due_on: '2099-01-05',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    expect(await inFullFor(finance)).toMatchObject({ mobile: MOBILE });
    expect((await finance.post(`/tasks/${taskId}/closing`, { note: '已核实' })).status).toBe(200);
    expect(await inFullFor(finance)).toBeNull();
  });

  test('for who is in the place of a steward who is away, on the days of the absence', async () => {
    const deputy = await api.asNew(['clerk']);
    const { id: deputyId } = (await deputy.get('/me')).body;
    const today = (await clerk.get('/clock')).body.officeDate as string;
    const away = (from: string) => ({
      office_id: api.office.officeId,
      staff_id: api.office.staff.clerk,
      deputy_id: deputyId as string,
      from_day: from,
    });
    const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
    await api.db.insertInto('absences').values(away(tomorrow)).execute();
    expect(await inFullFor(deputy)).toBeNull();
    await api.db.insertInto('absences').values(away(today)).execute();
    expect(await inFullFor(deputy)).toMatchObject({ mobile: MOBILE });
    await api.db
      .deleteFrom('absences')
      .where('deputy_id', '=', deputyId as string)
      .execute();
  });

  test('no more for the steward of what is closed; again with other open work of the same person', async () => {
    const own = await api.asNew(['clerk', 'reviewer']);
    const person = { name: '样例双', idNumber: aResidentId(), mobile: '13955556666' };
    const { body } = await own.post('/transfers', { person, counterpartAreaCode: '310000' });
    const closed = body.transfer.id as string;
    const { id: ownId } = (await own.get('/me')).body;
    await stewardedBy(api.db, ownId as string, closed);
    await walk(api.db, api.office, closed).say('clerk', { kind: 'withdrawn' });
    const shown = async () => (await own.get(`/transfers/${closed}`)).body.person.inFull;
    expect(await shown()).toBeNull();
    const again = await own.post('/transfers', { person, counterpartAreaCode: '310000' });
    await stewardedBy(api.db, ownId as string, again.body.transfer.id as string);
    expect(await shown()).toMatchObject({ mobile: '13955556666' });
  });
});

test('who saw them whole is told apart from who saw them masked', async () => {
  await Promise.all([clerk, stranger].map((who) => who.get(`/transfers/${id}/person`)));
  const [whole, masked] = [await noted('personInFull'), await noted('person')];
  expect(whole.map((one: { by: { id: string } }) => one.by.id)).toContain(api.office.staff.clerk);
  expect(masked.length).toBeGreaterThan(0);
  expect(masked.map((one: { by: { id: string } }) => one.by.id)).not.toContain(api.office.staff.clerk);
});

describe('with a reason', () => {
  const reveal = (who: Caller, body: object) => who.post(`/transfers/${id}/person/revealing`, body);

  test('everybody of the desk may, and it is recorded with the reason before it is shown', async () => {
    const { status, body } = await reveal(stranger, { reason: 'personIsHere' });
    expect([status, body.idNumber, body.mobile]).toEqual([200, idNumber, MOBILE]);
    const said = '本人遗失手机，要求核对';
    expect((await reveal(stranger, { reason: 'other', note: said })).status).toBe(200);
    const rows = await noted('revealed');
    expect(rows).toMatchObject([
      { reason: 'other', note: said, transferIds: [id] },
      { reason: 'personIsHere', note: null, transferIds: [id] },
    ]);
    const kept = await api.db.selectFrom('look_ups').selectAll().where('kind', '=', 'revealed').execute();
    expect(JSON.stringify(kept)).not.toContain(said);
    expect(JSON.stringify(kept)).not.toContain(MOBILE);
    // Once more is once more: it opens nothing for later.
    expect(await inFullFor(stranger)).toBeNull();
  });

  test('none of the words needs its sentence, none at all is refused, and nothing is shown then', async () => {
    const before = (await noted('revealed')).length;
    const answers = [
      await reveal(stranger, { reason: 'other' }),
      await reveal(stranger, { reason: 'other', note: ' ' }),
    ];
    for (const { status, body, text } of answers) {
      expect([status, body.errors[0].field]).toEqual([422, 'note']);
      expect(text).not.toContain(MOBILE);
    }
    expect((await reveal(stranger, {})).status).toBe(422);
    expect((await reveal(stranger, { reason: 'curious' })).status).toBe(422);
    expect((await noted('revealed')).length).toBe(before);
  });

  test('not by who has no desk, and nothing of another office or of nobody', async () => {
    const administrator = await api.asNew(['administrator']);
    expect((await reveal(administrator, { reason: 'complaint' })).status).toBe(403);
    expect((await administrator.get(`/transfers/${id}/person`)).status).toBe(403);
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await stranger.post(`/transfers/${nobody}/person/revealing`, { reason: 'complaint' })).status).toBe(404);
    expect((await stranger.get(`/transfers/${nobody}/person`)).status).toBe(404);
  });

  test('what was said is forgotten with its note', async () => {
    const { note_id: noteId } = await api.db
      .selectFrom('look_ups')
      .select('note_id')
      .where('note_id', 'is not', null)
      .executeTakeFirstOrThrow();
    await api.db
      .updateTable('look_ups')
      .set({ at: new Date(Date.now() - 4 * 365 * 86_400_000) })
      .execute();
    expect(await forgetLookUps(api.db)).toBeGreaterThan(0);
    expect(await api.db.selectFrom('sealed_texts').select('id').where('id', '=', noteId).execute()).toEqual([]);
  });
});
