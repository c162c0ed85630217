/** Words of papers as the office has them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putWords } from '../../db/documents/templates.ts';
import { addDays } from '../../domain/time/shanghai-day.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';
import { textOf } from '../support/pdf.ts';

let api: TestApi;
let administrator: Caller;
let today: string;
beforeAll(async () => {
  api = await startApi();
  administrator = await api.asNew(['administrator']);
  today = (await administrator.get('/clock')).body.officeDate as string;
});
afterAll(() => api.stop());

const put = (words: object, fromDay = today) =>
  administrator.send('PUT', '/document-templates', { kind: 'acceptanceSlip', words, fromDay });
const standing = async () =>
  (await administrator.get('/document-templates')).body.items.find(
    ({ kind }: { kind: string }) => kind === 'acceptanceSlip',
  );

async function slipText(): Promise<string> {
  const clerk = await api.as('clerk');
  const id = await anAcceptedTransfer(api.db, api.office);
  const { body } = await clerk.post(`/transfers/${id}/documents`, { kind: 'acceptanceSlip' });
  return textOf((await clerk.bytes(`/documents/${body.id}/file`)).body);
}

test('begin with the program’s own, with what may and what must stand in them', async () => {
  const { title, fields, needed, now, ahead } = await standing();
  expect([title, now, ahead]).toEqual(['受理回执', null, []]);
  expect(fields).toEqual(expect.arrayContaining(['姓名', '查询码', '单位电话']));
  expect(needed.how).toEqual(['查询码']);
});

test('are refused with all that is wrong at once', async () => {
  const answer = await put({ intro: '您好{年龄}{', how: '', nothing: 'x' }, addDays(today, -1));
  expect(answer.status).toBe(422);
  expect(fieldsOf(answer)).toEqual([
    'fromDay: past',
    'words.how: lacks',
    'words.intro: brace',
    'words.intro: lacks',
    'words.intro: lacks',
    'words.intro: unknownField',
    'words.nothing: unknownBlock',
  ]);
});

test('stand on what is printed from their day on; a block that is left out is the program’s', async () => {
  expect((await put({ closing: '祝您生活愉快。' }, addDays(today, 3))).status).toBe(200);
  expect((await standing()).ahead).toHaveLength(1);
  expect(await slipText()).not.toContain('祝您生活愉快');
  expect((await put({ closing: '谢谢，{姓名}。' })).status).toBe(200);
  expect(await slipText()).toMatch(/谢谢，.+。/);
  expect(await slipText()).toContain('申请已于');
});

test('are looked at before they count', async () => {
  const body = { kind: 'notTakenUp', words: { closing: '本告知书自送达之日起生效。' } };
  const { status, body: bytes } = await administrator.bytes('/document-templates/preview', body);
  expect(status).toBe(200);
  const text = await textOf(bytes);
  for (const said of ['预览不作凭证', '自送达之日起生效', '不予受理']) expect(text).toContain(said);
});

test('that an earlier release took and this one does not fit are named, block by block; a block that is no more says nothing', async () => {
  const clerk = await api.as('clerk');
  const id = await anAcceptedTransfer(api.db, api.office);
  const print = () => clerk.post(`/transfers/${id}/documents`, { kind: 'acceptanceSlip' });
  const { staff, officeId } = api.office;
  const by = { officeId, byStaffId: staff.manager };
  const kept = (words: Record<string, string>) =>
    api.db.transaction().execute((tx) => putWords(tx, { kind: 'acceptanceSlip', words, fromDay: today }, by));
  await kept({ intro: '您好，{姓名}{旧字段}。', closing: '再见。' });
  const refused = await print();
  expect([refused.status, refused.body.type]).toEqual([409, '/problems/words-outdated']);
  expect(fieldsOf(refused)).toEqual(['words.intro: lacks', 'words.intro: unknownField']);
  expect((await clerk.get(`/transfers/${id}/documents`)).body.items).toEqual([]);

  await kept({ closing: '慢走。', oldBlock: '{旧字段}' });
  const made = await print();
  expect(made.status, made.text).toBe(201);
  expect(await textOf((await clerk.bytes(`/documents/${made.body.id}/file`)).body)).toContain('慢走。');
});
