/** What people decided by hand in a period: each once, by kind and person, with its case. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receiveCredit } from '../../db/credits/receive.ts';
import { MANUAL_DECISION_KINDS } from '../../domain/manual-decisions.ts';
import { testKeyring } from '../builders/office.ts';
import { seqOf } from '../builders/ledger-rows.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { contractEnum } from '../support/architecture/contract-enums.ts';
import { aKey, fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let manager: Caller;
let month: string;
const transfers: string[] = [];

beforeAll(async () => {
  api = await startApi();
  manager = await api.as('manager');
  const [reviewer, clerk, finance] = await Promise.all([api.as('reviewer'), api.as('clerk'), api.as('finance')]);
  const today = (await manager.get('/clock')).body.officeDate as string;
  month = `from=${today}&to=${today}`;
  const fact = async (who: Caller, id: string, body: object, status = 201) => {
    const answer = await who.post(`/transfers/${id}/facts`, body, aKey());
    expect([body, answer.status]).toEqual([body, status]);
    return answer.body;
  };
  for (let each = 0; each < 2; each += 1) transfers.push(await anAcceptedTransfer(api.db, api.office));
  const [refused, corrected] = transfers as [string, string];
  await fact(manager, refused, { kind: 'takenOver' });
  await fact(manager, refused, { kind: 'held', reasonCode: 'H01', reviewOn: today });
  await fact(manager, refused, { kind: 'resumed' });
  await fact(manager, refused, { kind: 'reviewed', outcome: 'refused', reasonCode: 'A02' });
  // What is ordinary is not in it.
  await fact(manager, corrected, { kind: 'reviewed', outcome: 'eligible' });
  const correctsSeq = await seqOf(api.db, corrected, 'accepted');
  const wish = (name: string) => ({ kind: 'corrected', correctsSeq, correctedName: name, note: '写错了' });
  const { id: first } = await fact(clerk, corrected, wish('样例改'), 202);
  expect((await manager.post(`/approvals/${first as string}/confirmation`)).status).toBe(200);
  const { id: second } = await fact(clerk, corrected, wish('样例再改'), 202);
  expect((await manager.post(`/approvals/${second as string}/refusal`, { note: '不对' })).status).toBe(200);
  await moneyBack(finance);
  expect(reviewer).toBeDefined();
});
afterAll(() => api.stop());

async function moneyBack(finance: Caller): Promise<void> {
  const credit = { officeId: api.office.officeId, serial: 'MD1', bookedOn: '2026-01-05', amountFen: 12_00 };
  const rest = { memo: '看不懂', payerName: '', payerAccount: '' };
  await api.db.transaction().execute((tx) => receiveCredit(tx, testKeyring, { ...credit, ...rest }));
  const { id, parts } = (await finance.get('/credits?serial=MD1')).body.items[0];
  const body = { partId: parts[0].id, reasonCode: 'F07', note: '误汇' };
  const proposed = await finance.post(`/credits/${id as string}/return`, body, aKey());
  expect((await manager.post(`/approvals/${proposed.body.id as string}/confirmation`)).status).toBe(200);
}

const listed = async (filter = '') => (await manager.get(`/manual-decisions?${month}${filter}`)).body;

describe('the list', () => {
  test('holds each decision once, the newest first, what two people agreed on with both', async () => {
    const { staff } = api.office;
    const { items, count, next } = await listed();
    expect([count, next]).toEqual([items.length, null]);
    expect(items.map(({ kind, about }: Record<string, string>) => `${kind} ${about}`)).toEqual([
      'returnCredit ', 'refusedProposal corrected', 'corrected ', 'decidedAgainst review', 'resumed review', 'held review', 'takenOver review',
    ]); // prettier-ignore
    expect(items[0]).toMatchObject({
      by: { id: staff.finance },
      confirmedBy: { id: staff.manager },
      amountFen: 12_00,
      transferId: null,
    });
    expect(items[2]).toMatchObject({
      by: { id: staff.clerk },
      confirmedBy: { id: staff.manager },
      transferId: transfers[1],
    });
    expect(items[3]).toMatchObject({
      by: { id: staff.manager },
      confirmedBy: null,
      transferId: transfers[0],
      reasonCode: 'A02',
    });
  });

  test('says of what takes two that one has done it alone', async () => {
    const { officeId, staff } = api.office;
    const months = await listed();
    await api.db
      .insertInto('office_events')
      .values({
        office_id: officeId,
        kind: 'historyImported',
        by_staff_id: staff.manager,
        payload: JSON.stringify({ alone: true }),
      })
      .execute();
    const { items } = await listed('&kind=releaseImport');
    expect(items).toMatchObject([{ about: 'alone', by: { id: staff.manager }, confirmedBy: null }]);
    await sql`delete from office_events where kind = 'historyImported'`.execute(api.db);
    expect(await listed()).toEqual(months);
  });

  test('is narrowed by kind and person, and its counts say what each would show', async () => {
    const { counts, count } = await listed();
    expect(counts.reduce((sum: number, one: { count: number }) => sum + one.count, 0)).toBe(count);
    for (const one of counts) {
      const narrowed = await listed(`&kind=${one.kind as string}&staffId=${one.by.id as string}`);
      expect([one.kind, narrowed.count, narrowed.items.length]).toEqual([one.kind, one.count, one.count]);
    }
    expect((await listed(`&confirmedById=${api.office.staff.manager}`)).count).toBe(2);
  });

  test('comes page by page, and as a table only as a file that goes out', async () => {
    const all = (await listed()).items;
    const pages = [];
    let cursor = '';
    do {
      const { items, next } = await listed(`&limit=3${cursor}`);
      pages.push(...items);
      cursor = next === null ? '' : `&cursor=${next as string}`;
    } while (cursor !== '');
    expect(pages).toEqual(all);
    expect(fieldsOf(await manager.get(`/manual-decisions?${month}&format=csv`))).toEqual(['format: unknownValue']);
  });

  test('is of the period, and for the manager', async () => {
    expect((await manager.get('/manual-decisions?from=2020-01-01&to=2020-12-31')).body).toMatchObject({
      items: [],
      counts: [],
      count: 0,
    });
    expect((await manager.get('/manual-decisions?from=2020-01-02&to=2020-01-01')).status).toBe(422);
    expect((await (await api.as('clerk')).get(`/manual-decisions?${month}`)).status).toBe(403);
  });
});

test('holds whose numbers were shown whole to somebody without work with them, and why', async () => {
  const id = transfers[1]!;
  const reviewer = await api.as('reviewer2');
  const shown = await reviewer.post(`/transfers/${id}/person/revealing`, { reason: 'complaint' });
  expect(shown.status).toBe(200);
  const { items, counts } = await listed('&kind=revealed');
  expect(items).toMatchObject([
    { kind: 'revealed', by: { id: api.office.staff.reviewer2 }, confirmedBy: null, transferId: id, about: 'complaint' },
  ]);
  expect(counts).toContainEqual(expect.objectContaining({ kind: 'revealed', count: 1 }));
});

test('its kinds are those of the contract', () => {
  expect([...contractEnum('ManualDecisionKind')].sort()).toEqual([...MANUAL_DECISION_KINDS].sort());
});
