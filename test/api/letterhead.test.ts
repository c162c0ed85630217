/** What stands on every paper: from a day on, looked at before it counts, and never a picture that breaks the papers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../domain/time/shanghai-day.ts';
import { aBrokenPng, aPng, aPngHead } from '../builders/pictures.ts';
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

const FIELDS = { address: '样例市样例路1号', postcode: '100000', sealText: '样例区社保中心业务专用章', logoId: null };
const put = (more: object) => administrator.send('PUT', '/office/letterhead', { ...FIELDS, fromDay: today, ...more });
const read = async (who: Caller = administrator) => (await who.get('/office/letterhead')).body;
const upload = (content: Buffer, who: Caller = administrator) => {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(content)]), 'logo.png');
  return who.raw('/office/logos', { method: 'POST', body });
};

async function slipText(): Promise<string> {
  const clerk = await api.as('clerk');
  const id = await anAcceptedTransfer(api.db, api.office);
  const { body } = await clerk.post(`/transfers/${id}/documents`, { kind: 'acceptanceSlip' });
  return textOf((await clerk.bytes(`/documents/${body.id}/file`)).body);
}

test('begins with the name of the office alone, which is what the seal says', async () => {
  expect(await read()).toEqual({ now: null, ahead: [] });
  expect((await slipText()).split((await administrator.get('/me')).body.office.name).length).toBeGreaterThan(2);
});

test('stands on what is printed from its day on, and of two for one day the later one', async () => {
  const later = addDays(today, 3);
  expect((await put({ fromDay: later, sealText: '以后的章' })).status).toBe(200);
  expect(await slipText()).not.toContain('以后的章');
  await put({ sealText: '先说的章' });
  const { now, ahead } = (await put({ address: '  样例市样例路1号 ' })).body;
  const { logoId: _, ...fields } = FIELDS;
  expect(now).toMatchObject({ ...fields, logo: null, fromDay: today });
  expect(ahead).toMatchObject([{ sealText: '以后的章', fromDay: later }]);
  const text = await slipText();
  expect(text).toContain('业务专用章');
  expect(text).not.toContain('先说的章');
});

test('is not set for a day that is over, for a postcode of five digits, or with a logo of nobody', async () => {
  expect(fieldsOf(await put({ fromDay: addDays(today, -1) }))).toEqual(['fromDay: past']);
  expect(fieldsOf(await put({ postcode: '12345' }))).toEqual(['postcode: form']);
  expect(fieldsOf(await put({ logoId: '00000000-0000-4000-8000-000000000000' }))).toEqual(['logoId: unknown']);
});

test('is read by everybody who signs in and set by administrators alone', async () => {
  const clerk = await api.as('clerk');
  expect(await read(clerk)).toEqual(await read());
  expect((await clerk.send('PUT', '/office/letterhead', { ...FIELDS, fromDay: today })).status).toBe(403);
  expect((await clerk.post('/office/letterhead/preview', FIELDS)).status).toBe(403);
  expect((await upload(aPng(), clerk)).status).toBe(403);
});

test('is looked at as a whole letter before it counts', async () => {
  const { body: logo } = await upload(aPng(31, 17));
  const fields = { address: '新址大街2号', postcode: '200000', sealText: '新章', logoId: logo.id };
  const { status, body } = await administrator.bytes('/office/letterhead/preview', fields);
  expect(status).toBe(200);
  const text = await textOf(body);
  for (const said of ['预览不作凭证', '新址大街2号', '200000', '新章']) expect(text).toContain(said);
  expect(Buffer.from(body).toString('latin1')).toMatch(/\/Width 31\b/);
  expect((await read()).now.address).toBe(FIELDS.address);
});

describe('a logo', () => {
  test('of 20 MB, of too many pixels, of another kind and one that breaks off are refused, each with its reason', async () => {
    expect((await upload(aPngHead(10, 10, 20 * 1024 * 1024))).status).toBe(413);
    const large = await upload(aPngHead(10, 10, 301 * 1024));
    expect([large.status, large.body.type, large.body.detail]).toEqual([
      413,
      '/problems/too-large',
      'A logo has at most 300 KiB; make it smaller.',
    ]);
    expect(fieldsOf(await upload(aPngHead(9_000, 10)))).toEqual(['file: tooManyPixels']);
    for (const [odd, code] of [
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'mediaType'],
      [Buffer.from('GIF89a'), 'mediaType'],
      [aBrokenPng(), 'brokenFile'],
      [aPng().subarray(0, 60), 'brokenFile'],
    ] as const) {
      const answer = await upload(odd);
      expect([answer.status, fieldsOf(answer)]).toEqual([415, [`file: ${code}`]]);
    }
    // The thread that would have drawn the broken one goes on.
    expect(await slipText()).toContain('受理回执');
  });

  test('stands on papers once a letterhead names it; the same picture twice is one', async () => {
    const first = await upload(aPng(33, 22));
    expect([first.status, first.body.image.slice(0, 22)]).toEqual([201, 'data:image/png;base64,']);
    expect((await upload(aPng(33, 22))).body.id).toBe(first.body.id);
    expect((await read()).now.logo).toBeNull();
    await put({ logoId: first.body.id });
    expect((await read()).now.logo).toEqual(first.body);
    const clerk = await api.as('clerk');
    const id = await anAcceptedTransfer(api.db, api.office);
    const { body } = await clerk.post(`/transfers/${id}/documents`, { kind: 'acceptanceSlip' });
    const { body: bytes } = await clerk.bytes(`/documents/${body.id}/file`);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/Width 33\b/);
    await put({ logoId: null });
    expect((await read()).now.logo).toBeNull();
  });
});
