import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAcceptedTransfer, walk } from '../builders/walk.ts';
import { fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let manager: Caller;
beforeAll(async () => {
  api = await startApi();
  manager = await api.as('manager');
});
afterAll(() => api.stop());

async function aReviewOf(): Promise<{ id: string; ownerId: string }> {
  const id = await anAcceptedTransfer(api.db, api.office);
  await walk(api.db, api.office, id).open('review');
  return { id, ownerId: await ownerOf(id) };
}
const ownerOf = async (id: string): Promise<string> =>
  (await manager.get(`/transfers/${id}/progress`)).body.holder.staff.id as string;

describe('absences', () => {
  test('move open steps to the stand-in and give them back, with every owner provable', async () => {
    const { id, ownerId } = await aReviewOf();
    const standInId = [api.office.staff.reviewer, api.office.staff.reviewer2].find((one) => one !== ownerId)!;
    const today = (await manager.get('/clock')).body.officeDate as string;
    const added = await manager.post('/absences', { staffId: ownerId, standInId, fromDay: today, note: '培训' });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      staff: { id: ownerId },
      standIn: { id: standInId },
      movedSteps: 1,
      endedAt: null,
    });
    expect(await ownerOf(id)).toBe(standInId);
    expect((await manager.get('/staff')).body.items.find((one: { id: string }) => one.id === ownerId).absent).toBe(
      true,
    );

    const ended = await manager.send('DELETE', `/absences/${added.body.id as string}`);
    expect(ended.status).toBe(200);
    expect(ended.body.endedAt).not.toBeNull();
    expect(await ownerOf(id)).toBe(ownerId);
    const { owners } = (await manager.get(`/transfers/${id}/progress`)).body.steps[0];
    expect(owners.map(({ why }: { why: string }) => why)).toEqual(['assigned', 'standIn', 'returned']);
    expect((await manager.send('DELETE', `/absences/${added.body.id as string}`)).status).toBe(404);
    expect((await manager.get('/absences')).body.items).toEqual([]);
  });

  test('are refused with all their defects', async () => {
    const nobody = crypto.randomUUID();
    const answer = await manager.post('/absences', {
      staffId: nobody,
      standInId: nobody,
      fromDay: '2026-02-10',
      untilDay: '2026-02-01',
    });
    expect(fieldsOf(answer)).toEqual([
      'staffId: unknown',
      'standInId: samePerson',
      'standInId: unknown',
      'untilDay: beforeFrom',
    ]);
  });
});

describe('accounts', () => {
  test('one that is deactivated gives its open work to the manager and is signed out', async () => {
    const { id, ownerId } = await aReviewOf();
    const leaver = ownerId === api.office.staff.reviewer ? 'reviewer' : 'reviewer2';
    const session = await api.as(leaver);
    const steward = await api.as('clerk');
    expect((await session.get('/me')).status).toBe(200);
    const answer = await manager.send('PATCH', `/staff/${ownerId}`, { active: false });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ active: false, openSteps: 0 });
    expect(await ownerOf(id)).toBe(api.office.staff.manager);
    const { owners } = (await manager.get(`/transfers/${id}/progress`)).body.steps[0];
    expect(owners.map(({ staff }: { staff: { id: string } }) => staff.id)).toEqual([ownerId, api.office.staff.manager]);
    expect(owners[0].until).toBe(owners[1].since);
    expect((await session.get('/me')).status).toBe(401);
    expect((await steward.get('/me')).status).toBe(200);
  });

  test('the same username twice is a defect, an unknown account is not found', async () => {
    const account = { username: 'clerk', displayName: '又一人', roles: ['clerk'] };
    expect(fieldsOf(await manager.post('/staff', account))).toEqual(['username: taken']);
    expect((await manager.send('PATCH', `/staff/${crypto.randomUUID()}`, { post: 'x' })).status).toBe(404);
  });

  test('the last administrator cannot lock the office out', async () => {
    const lastId = api.office.staff.manager;
    expect((await manager.send('PATCH', `/staff/${lastId}`, { active: false })).status).toBe(403);
    expect((await manager.send('PATCH', `/staff/${lastId}`, { roles: ['manager'] })).status).toBe(403);
    expect((await manager.get('/me')).status).toBe(200);
    const more = { username: 'second', displayName: '管理员二', roles: ['administrator'] };
    expect((await manager.post('/staff', more)).status).toBe(201);
    expect((await manager.send('PATCH', `/staff/${lastId}`, { roles: ['manager'], post: '科长' })).body).toMatchObject({
      roles: ['manager'],
      post: '科长',
    });
  });
});
