/** Entered forms go to the core system as a batch, and its receipt is the evidence of the booking. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CoreBatch, CoreReceiptMessage, CoreSystem, CoreToldResult } from '../../domain/core/core-system.ts';
import { after, confirm, reopened } from '../builders/completed-in.ts';
import { takeIn } from '../builders/imports.ts';
import { V2 } from '../builders/vector-form.ts';
import { toBeReviewed } from '../builders/to-review.ts';
import { walk } from '../builders/walk.ts';
import { aKey, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let accountClerk: Caller;
let result: CoreToldResult = { state: 'sent', reason: '' };
let receipts: CoreReceiptMessage[] = [];
const told: CoreBatch[] = [];
const core: CoreSystem = {
  fetchAccount: () => Promise.resolve({ ok: true, value: null }),
  sendBatch: (batch) => (told.push(batch), Promise.resolve(result)),
  fetchReceipts: () => Promise.resolve({ ok: true, value: receipts }),
};
beforeAll(async () => {
  api = await startApi({}, undefined, { core });
  accountClerk = await api.as('accountClerk');
});
afterAll(() => api.stop());
beforeEach(() => {
  result = { state: 'sent', reason: '' };
  receipts = [];
  told.length = 0;
});

let number = 0;
const serial = () => `BZ${String((number += 1)).padStart(6, '0')}`;

/** Entered and reviewed: the account post is next. */
async function entered(): Promise<{ id: string; caseNo: string; formId: string }> {
  const id = await toBeReviewed({ api, name: '甲子丑' }, V2);
  await walk(api.db, api.office, id).say('reviewer', { kind: 'secondReviewed', outcome: 'approved' });
  const { body } = await accountClerk.get(`/transfers/${id}`);
  return { id, caseNo: body.caseNo, formId: body.infoForms[0].id };
}
const send = (by: 'gateway' | 'file', key = aKey()) => accountClerk.post('/core/batches', { by }, key);
const compare = () => accountClerk.post('/core/comparison');
const trafficOf = async (id: string) => (await accountClerk.get(`/transfers/${id}/core-receipts`)).body;
const kindsOf = async (id: string) =>
  (await accountClerk.get('/core/differences')).body.items
    .filter(({ transferId }: { transferId: string }) => transferId === id)
    .map(({ kind }: { kind: string }) => kind)
    .toSorted();
const record = (answers: string, amountFen = V2.totalFen, of = serial()) =>
  accountClerk.post('/core/receipts', { serial: of, answers, amountFen, bookedOn: '2026-11-20' });

describe('a batch', () => {
  test('holds every form that waits for the account post, once, and says who they are to nobody else', async () => {
    const one = await entered();
    const two = await entered();
    const key = aKey();

    const sent = await send('gateway', key);

    expect(sent.status, sent.text).toBe(201);
    expect(sent.body).toMatchObject({ state: 'sent', forms: 2, amountFen: 2 * V2.totalFen });
    expect(told[0]!.forms.map(({ infoFormId }) => infoFormId).toSorted()).toEqual([one.formId, two.formId].toSorted());
    expect(told[0]!.forms[0]).toMatchObject({
      person: { name: '甲子丑' },
      amounts: { totalFen: V2.totalFen },
      months: 17,
    });
    // The same request again is the same batch; another one finds nothing to send.
    expect((await send('gateway', key)).body.id).toBe(sent.body.id);
    expect((await send('gateway')).status).toBe(409);
    expect(await trafficOf(one.id)).toMatchObject({ sent: [{ state: 'sent', infoFormId: one.formId }], proved: false });
  });

  test('that is refused gives its forms back; one without an answer is told again under its number', async () => {
    const { formId } = await entered();
    result = { state: 'refused', reason: 'core422' };
    expect((await send('gateway')).body).toMatchObject({ state: 'refused', reason: 'core422', forms: 1 });

    result = { state: 'unknown', reason: 'noAnswer' };
    const unknown = await send('gateway');
    expect(unknown.body).toMatchObject({ state: 'unknown', forms: 1 });
    expect((await send('gateway')).status).toBe(409);

    result = { state: 'sent', reason: '' };
    await compare();
    expect(told.at(-1)).toMatchObject({ number: unknown.body.number, forms: [{ infoFormId: formId }] });
    const [latest] = (await accountClerk.get('/core/batches')).body.items;
    expect(latest).toMatchObject({ number: unknown.body.number, state: 'sent' });
  });

  test('as a file has the numbers in full, and who took it is noted', async () => {
    const { id, caseNo } = await entered();
    const { body } = await send('file');
    expect(body.state).toBe('handed');

    const file = await accountClerk.bytes(`/core/batches/${body.id}/file`);

    const text = file.body.toString('utf8');
    for (const said of [caseNo, '甲子丑', '34206.44']) expect(text).toContain(said);
    expect(told).toEqual([]);
    await api.lookUps.flush();
    const { rows } = await sql`select from look_ups where kind = 'coreBatch' and ${id} = any (transfer_ids)`.execute(
      api.db,
    );
    expect(rows).toHaveLength(1);
  });

  test('is no work of finance, who pays', async () => {
    const finance = await api.as('finance');
    expect((await finance.post('/core/batches', { by: 'file' }, aKey())).status).toBe(403);
  });
});

describe('a receipt', () => {
  test('for the whole form is the evidence, and the same again changes nothing', async () => {
    const { id, caseNo } = await entered();
    await send('file');
    const of = serial();

    expect((await record(caseNo, V2.totalFen, of)).body).toMatchObject({ verdict: 'whole', transferId: id });
    expect((await record(caseNo, V2.totalFen, of)).status).toBe(201);
    expect((await record(caseNo, 1, of)).status).toBe(409);

    expect(await trafficOf(id)).toMatchObject({ proved: true, receipts: [{ serial: of, verdict: 'whole' }] });
    expect(await kindsOf(id)).toEqual([]);
  });

  test('in part is a difference until another one completes it', async () => {
    const { id, formId } = await entered();
    await send('file');
    expect((await record(formId, 1_000_000)).body.verdict).toBe('part');
    expect(await kindsOf(id)).toEqual(['receiptPart']);
    expect((await trafficOf(id)).proved).toBe(false);

    expect((await record(formId, V2.totalFen - 1_000_000)).body.verdict).toBe('whole');
    await compare();

    expect((await trafficOf(id)).proved).toBe(true);
    expect(await kindsOf(id)).toEqual([]);
  });

  test('twice, above the form, for a form that no longer holds and for nobody are differences', async () => {
    const { id, formId } = await entered();
    await send('file');
    expect((await record(formId, V2.totalFen + 1)).body.verdict).toBe('exceeds');
    await record(formId);
    expect((await record(formId)).body.verdict).toBe('twice');
    await api.db.updateTable('info_forms').set({ state: 'superseded' }).where('id', '=', formId).execute();
    expect((await record(formId)).body.verdict).toBe('otherForm');
    expect(await kindsOf(id)).toEqual(['receiptExceeds', 'receiptOtherForm', 'receiptTwice']);
    expect((await record('IN20990100001')).body).toMatchObject({ verdict: 'unknown', transferId: null });
  });

  test('answers a form by its id in whichever writing, or a case by its number', async () => {
    const one = await entered();
    const two = await entered();
    expect((await record(one.formId.toUpperCase())).body).toMatchObject({ verdict: 'whole', transferId: one.id });
    expect((await record(two.caseNo)).body).toMatchObject({ verdict: 'whole', transferId: two.id });
  });

  test('differences are read page by page, the oldest first', async () => {
    for (let nobody = 0; nobody < 3; nobody++) await record('IN20990100002');
    const all = (await accountClerk.get('/core/differences?limit=200')).body;
    expect(all.next).toBeNull();
    const read: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body }: Answer = await accountClerk.get(`/core/differences?limit=2${next && `&cursor=${next}`}`);
      expect(body.items.length).toBeLessThanOrEqual(2);
      read.push(...body.items.map(({ id }: { id: string }) => id));
      next = body.next as string | null;
    }
    expect(read).toEqual(all.items.map(({ id }: { id: string }) => id));
    expect(read.length).toBeGreaterThan(2);
    expect((await accountClerk.get('/core/differences?cursor=x')).status).toBe(422);
  });

  test('comes by the gateway and by file too', async () => {
    const one = await entered();
    const two = await entered();
    await send('file');
    const of = serial();
    receipts = [{ serial: of, answers: one.formId, amountFen: V2.totalFen, bookedOn: '2026-11-20' }];
    expect((await compare()).body.receipts).toBe(1);
    expect((await compare()).body.receipts).toBe(0);

    const row = { 回执编号: serial(), 业务编号: two.caseNo, 并账金额: '34,206.44', 并账日期: '2026-11-20' };
    expect(await takeIn(api.db, api.office, 'coreReceipts', [row])).toMatchObject({ accepted: 1 });
    expect(await takeIn(api.db, api.office, 'coreReceipts', [row])).toMatchObject({ unchanged: 1 });
    expect(await takeIn(api.db, api.office, 'coreReceipts', [{ ...row, 并账金额: '1.00' }])).toMatchObject({
      refused: 1,
    });

    for (const { id } of [one, two]) expect((await trafficOf(id)).proved).toBe(true);
  });

  test('that does not come within the days of the rule is a difference, until it comes', async () => {
    const { id, formId } = await entered();
    const { body } = await send('file');
    await compare();
    expect(await kindsOf(id)).toEqual([]);
    await api.db
      .updateTable('core_batches')
      .set({ told_at: sql`office_now() - interval '30 days'` })
      .where('id', '=', body.id)
      .execute();

    await compare();
    expect(await kindsOf(id)).toEqual(['receiptMissing']);

    await record(formId);
    await compare();
    expect(await kindsOf(id)).toEqual([]);
  });
});

test('a booking that was reversed, or taken back by a reopening, is told in no batch', async () => {
  await entered();
  await send('gateway');
  const [reversed, again] = [await entered(), await entered()];
  for (const { id } of [reversed, again]) await walk(api.db, api.office, id).say('accountClerk', { kind: 'booked' });
  const reversal = await after(api, reversed.id).reversal();
  expect((await confirm(api, 'manager', reversal.body.id)).status).toBe(200);
  await reopened(api, again.id);
  expect((await send('gateway')).status).toBe(409);
});
