/** Papers of many transfers or of none, and which papers of a transfer can be printed now. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { printDocument } from '../../api/handling/print-document.ts';
import type { Renderer } from '../../documents/render/renderer.ts';
import { testKeyring } from '../builders/office.ts';
import { letterIsToBeSent, letterArrives, postedLetter, sendLetter } from '../builders/posted-letter.ts';
import { anAcceptedTransfer, stewardedBy, walk } from '../builders/walk.ts';
import { fieldsOf, renderer, startApi, type Caller, type TestApi } from '../support/api.ts';
import { codeOf, textOf } from '../support/pdf.ts';

let api: TestApi;
let clerk: Caller;
let letterClerk: Caller;
let today: string;
beforeAll(async () => {
  api = await startApi({ publicUrl: 'https://office.example' });
  [clerk, letterClerk] = [await api.as('clerk'), await api.as('letterClerk')];
  today = (await clerk.get('/clock')).body.officeDate;
});
beforeEach(() => withAddress('样例市样例路1号'));
afterAll(() => api.stop());

const withAddress = (address: string) =>
  sql`update counterparts set address = ${address}, postcode = '200000' where area_code = '310000'`.execute(api.db);

async function accepted() {
  const id = await anAcceptedTransfer(api.db, api.office);
  const { caseNo } = (await clerk.get(`/transfers/${id}`)).body;
  return { id, caseNo: caseNo as string, the: walk(api.db, api.office, id) };
}
async function toBeSent() {
  const one = await accepted();
  await letterIsToBeSent(one.the);
  return one;
}
async function posted() {
  const one = await toBeSent();
  const letter = postedLetter({ postedOn: today });
  await one.the.say('letterClerk', letter);
  return { ...one, waybill: letter.waybill };
}
async function fileOf(documentId: string, who = clerk): Promise<Buffer> {
  const answer = await who.bytes(`/documents/${documentId}/file`);
  expect(answer.status).toBe(200);
  return answer.body;
}
const envelopes = (body: object, who = letterClerk) => who.post('/documents/envelopes', body);
async function lookedAt(transferId: string): Promise<number> {
  await api.lookUps.flush();
  const rows = await sql<{ n: number }>`select count(*)::int as n from look_ups
    where kind = 'document' and ${transferId} = any (transfer_ids)`.execute(api.db);
  return rows.rows[0]!.n;
}

describe('what can be printed now', () => {
  interface Said {
    readonly ready: { kind: string; asks: string[] }[];
    readonly unready?: { kind: string; why: { type: string; errors?: { field: string; code: string }[] } }[];
  }
  const asked = async (id: string, ready: string, who = clerk): Promise<Said> =>
    (await who.get(`/transfers/${id}/documents?ready=${ready}`)).body;
  const kindsOf = ({ ready }: Said) => ready.map(({ kind }) => kind);

  test('of a new transfer is the slip, what somebody says first, and its file; why not the rest, whoever asks hears', async () => {
    const { id } = await accepted();
    const { ready, unready } = await asked(id, 'reasons');
    expect(ready).toEqual([
      { kind: 'acceptanceSlip', asks: [] },
      { kind: 'missingMaterials', asks: ['materials'] },
      { kind: 'promise', asks: ['materials', 'promisedOn'] },
      { kind: 'certificate', asks: ['account'] },
      { kind: 'caseFile', asks: [] },
    ]);
    const why = Object.fromEntries(unready!.map((one) => [one.kind, one.why]));
    expect(why['chaser']).toMatchObject({ type: '/problems/not-due', status: 409 });
    expect(why['employerNotice']).toMatchObject({ type: '/problems/invalid', errors: [{ code: 'noEmployer' }] });
    expect(unready!.map(({ kind }) => kind)).not.toContain('addressLabels');
    expect(await asked(id, 'kinds')).not.toHaveProperty('unready');
    expect((await clerk.get(`/transfers/${id}/documents`)).body).toEqual({ items: [] });
  });

  test('follows the transfer, and what it names is printed, whatever the role', async () => {
    const { id, the } = await accepted();
    expect(kindsOf(await asked(id, 'kinds'))).not.toContain('liaisonLetter');
    await sendLetter(the);
    expect(kindsOf(await asked(id, 'kinds'))).toContain('liaisonLetter');
    await letterArrives(the);
    for (const role of ['letterClerk', 'reviewer', 'finance', 'manager'] as const) {
      const who = await api.as(role);
      const { ready } = await asked(id, 'kinds', who);
      expect(ready.map(({ kind }) => kind)).toContain('chaser');
      for (const { kind, asks } of ready.filter((one) => one.asks.length === 0)) {
        const made = await who.post(`/transfers/${id}/documents`, { kind });
        expect([kind, asks, made.status < 300], made.text).toEqual([kind, [], true]);
      }
    }
  });

  test('is no letter to an office without an address, and the reason says so', async () => {
    const { id } = await toBeSent();
    await withAddress('');
    const { ready, unready } = await asked(id, 'reasons');
    expect(ready.map(({ kind }) => kind)).not.toContain('liaisonLetter');
    const { why } = unready!.find(({ kind }) => kind === 'liaisonLetter')!;
    expect(why.errors).toMatchObject([{ field: 'counterpart.address', code: 'noAddress' }]);
    expect(fieldsOf(await clerk.post(`/transfers/${id}/documents`, { kind: 'liaisonLetter' }))).toEqual([
      'counterpart.address: noAddress',
    ]);
  });

  test('of a closed transfer is nothing that somebody has yet to bring', async () => {
    const { id, the } = await accepted();
    await the.open('review');
    await the.say('reviewer', { kind: 'reviewed', outcome: 'refused', reasonCode: 'A02' });
    const said = await asked(id, 'kinds');
    expect(kindsOf(said)).toContain('notApproved');
    expect(kindsOf(said)).not.toContain('missingMaterials');
    const late = await clerk.post(`/transfers/${id}/documents`, {
      kind: 'missingMaterials',
      input: { materials: ['户口簿'] },
    });
    expect([late.status, late.body.type]).toEqual([409, '/problems/not-due']);
  });
});

test('a case that closes while its paper is drawn is printed as closed, or not at all', async () => {
  const { id, the } = await accepted();
  await the.open('review');
  let drawn = 0;
  const slow: Renderer = {
    ...renderer,
    render: async (paper) => {
      drawn += 1;
      if (drawn === 1) await the.say('reviewer', { kind: 'reviewed', outcome: 'refused', reasonCode: 'A02' });
      return renderer.render(paper);
    },
  };
  const asked = {
    kind: 'missingMaterials',
    keyring: testKeyring,
    officeId: api.office.officeId,
    staffId: api.office.staff.clerk,
    transferId: id,
    subjectId: null,
    input: { materials: ['户口簿'] },
    publicUrl: 'https://office.example',
  } as const;
  const printed = printDocument({ db: api.db, renderer: slow }, asked, { anew: true });
  await expect(printed).rejects.toMatchObject({ refusal: 'not-due' });
  expect(drawn).toBe(1);
  expect((await clerk.get(`/transfers/${id}/documents`)).body.items).toEqual([]);
});

describe('the letters of the day', () => {
  test('are printed at once under their numbers; one that cannot be is named, and keeps none from the others', async () => {
    const [first, second, reviewed] = [await toBeSent(), await toBeSent(), await accepted()];
    const transferIds = [first.id, reviewed.id, second.id];
    const { status, body } = await letterClerk.post('/documents/letters', { transferIds });
    expect(status).toBe(200);
    expect(body.items.map(({ number }: { number: string }) => number)).toEqual([
      `${first.caseNo}-1-1`,
      `${second.caseNo}-1-1`,
    ]);
    expect(body.refused).toMatchObject([{ transferId: reviewed.id, why: { type: '/problems/not-due' } }]);
    const again = await letterClerk.post('/documents/letters', { transferIds: [first.id] });
    expect(again.body.items).toEqual([body.items[0]]);
    const day = await letterClerk.bytes('/documents/batch', { madeOn: today });
    const text = await textOf(day.body);
    for (const { caseNo } of [first, second]) expect(text).toContain(`${caseNo}-1-1`);
    expect((await clerk.post('/documents/letters', { transferIds })).status).toBe(403);
    const nobodys = await letterClerk.post('/documents/letters', { transferIds: [crypto.randomUUID()] });
    expect(nobodys.body.refused).toMatchObject([{ why: { type: '/problems/not-found' } }]);
  });
});

describe('labels and the courier’s sheet', () => {
  test('are printed once: the same again is the same paper, and for other places of the sheet it is another', async () => {
    const [one, other] = [await toBeSent(), await toBeSent()];
    const transferIds = [one.id, other.id];
    const made = await envelopes({ kind: 'addressLabels', input: { transferIds, skip: 4 } });
    expect([made.status, made.body.transferId], made.text).toEqual([201, null]);
    const bytes = await fileOf(made.body.id);
    const text = await textOf(bytes);
    for (const said of ['样例市样例路1号', '200000', `${one.caseNo}-1-1`, `${other.caseNo}-1-1`])
      expect(text).toContain(said);
    const again = await envelopes({ kind: 'addressLabels', input: { transferIds, skip: 4 } });
    expect([again.status, again.body]).toEqual([200, made.body]);
    expect((await fileOf(again.body.id)).equals(bytes)).toBe(true);
    const moved = await envelopes({ kind: 'addressLabels', input: { transferIds, skip: 5 } });
    expect([moved.status, moved.body.number === made.body.number]).toEqual([201, false]);
    const anew = await envelopes({ kind: 'addressLabels', anew: true, input: { transferIds, skip: 4 } });
    expect([anew.body.number, anew.body.version]).toEqual([made.body.number, 2]);
    const { items } = (await clerk.get(`/documents?madeOn=${today}&kind=addressLabels`)).body;
    expect(items.slice(0, 3).map(({ id }: { id: string }) => id)).toEqual([anew.body.id, moved.body.id, made.body.id]);
  });

  test('name every office without an address, and are not printed', async () => {
    const { id } = await toBeSent();
    await withAddress(' ');
    const refused = await envelopes({ kind: 'addressLabels', input: { transferIds: [id] } });
    expect(fieldsOf(refused)).toEqual(['counterparts.310000.address: noAddress']);
    const wrong = await envelopes({ kind: 'addressLabels', input: { skip: 10, waybills: ['1'] } });
    expect([wrong.status, fieldsOf(wrong).length]).toEqual([422, 2]);
  });

  test('of a day are its envelopes with their waybills; who opens them is noted with each transfer', async () => {
    const { id, caseNo, waybill } = await posted();
    const input = { postedOn: today, waybills: [waybill] };
    const made = await envelopes({ kind: 'emsSheet', input });
    expect(made.status, made.text).toBe(201);
    const bytes = await fileOf(made.body.id, letterClerk);
    expect(await textOf(bytes)).toContain(`${caseNo}-1-1`);
    expect(await codeOf(bytes, 'code128')).toBe(waybill);
    expect(await lookedAt(id)).toBe(1);
    const none = await envelopes({ kind: 'emsSheet', input: { postedOn: '2010-01-04' } });
    expect([none.status, none.body.type]).toEqual([409, '/problems/not-due']);
    expect((await envelopes({ kind: 'emsSheet', input }, clerk)).status).toBe(403);
    const asOfTransfer = await letterClerk.post(`/transfers/${id}/documents`, { kind: 'emsSheet' });
    expect(fieldsOf(asOfTransfer)).toEqual(['kind: ofOffice']);
  });
});

describe('the list of a hand-over', () => {
  test('has what the colleague holds now; a second one of the day replaces the first, and who opens it is noted', async () => {
    const { clerk: from, manager: to, reviewer: watches } = api.office.staff;
    const one = await accepted();
    await stewardedBy(api.db, from, one.id);
    const print = (input: object) => clerk.post(`/staff/${from}/documents`, { input });
    const made = await print({ toStaffId: to, watchedById: watches });
    expect([made.status, made.body.subjectId, made.body.version], made.text).toEqual([201, from, 1]);
    const text = await textOf(await fileOf(made.body.id));
    for (const said of ['交接清单', one.caseNo, '样例甲', '监交']) expect(text).toContain(said);
    expect(await lookedAt(one.id)).toBe(1);

    const later = await accepted();
    await stewardedBy(api.db, from, later.id);
    const second = await print({});
    expect([second.body.number, second.body.version]).toEqual([made.body.number, 2]);
    expect(await textOf(await fileOf(second.body.id))).toContain(later.caseNo);
    const { items } = (await clerk.get(`/documents?madeOn=${today}&kind=handOverList`)).body;
    expect(items.map(({ replacedAt }: { replacedAt: string | null }) => replacedAt === null)).toEqual([true, false]);
  });

  test('is refused with all that is wrong: nobody twice, and nobody who does not work here', async () => {
    const { clerk: from } = api.office.staff;
    const print = (id: string, input: object, who = clerk) => who.post(`/staff/${id}/documents`, { input });
    expect(fieldsOf(await print(from, { toStaffId: from, watchedById: crypto.randomUUID() }))).toEqual([
      'input.toStaffId: same',
      'input.watchedById: unknown',
    ]);
    expect((await print(crypto.randomUUID(), {})).status).toBe(404);
    expect((await print(from, {}, await api.asNew(['administrator']))).status).toBe(403);
  });
});
