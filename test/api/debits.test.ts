/** Debits as finance reads them: page by page, by day, account and state, with what they were found to be and whose task they are. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receiveCredit } from '../../db/credits/receive.ts';
import { receiveMoneyOut } from '../../db/credits/money-out.ts';
import { COUNTERPART_ROWS, takeIn, transferOf } from '../builders/imports.ts';
import { testKeyring } from '../builders/office.ts';
import { aResidentId } from '../builders/walk.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { aKey, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let finance: Caller;

const OURS = '622200001111';
const paid = (serial: string, more: object = {}) =>
  api.db.transaction().execute((tx) =>
    receiveCredit(tx, testKeyring, {
      officeId: api.office.officeId,
      account: OURS,
      serial,
      bookedOn: '2026-11-20',
      amountFen: 100_00,
      payerName: '样例省中心',
      payerAccount: '',
      memo: '来账',
      ...more,
    }),
  );
const left = (serial: string, more: object = {}) =>
  api.db.transaction().execute((tx) =>
    receiveMoneyOut(tx, testKeyring, {
      officeId: api.office.officeId,
      account: OURS,
      direction: 'debit',
      serial,
      twin: 1,
      bookedOn: '2026-11-24',
      amountFen: 100_00,
      payerName: '样例省中心',
      payerAccount: '',
      memo: '冲正',
      isReversal: true,
      ...more,
    }),
  );

beforeAll(async () => {
  api = await startApi();
  finance = await api.as('finance');
  await standClockAt(api.db, '2026-11-26T10:00:00+08:00');
  await paid('C1');
  await left('D1');
  await paid('C2', { amountFen: 55_00 });
  await paid('C3', { amountFen: 55_00 });
  await left('D2', { amountFen: 55_00, bookedOn: '2026-11-25', account: '' });
  await left('D3', { amountFen: 7_00, memo: '=手续费', isReversal: false, payerName: '', bookedOn: '2026-11-25' });
  await left('D4', { amountFen: 0, bookedOn: '2026-11-25' });
});
afterAll(() => api.stop());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows of the list
const listed = async (query = ''): Promise<any[]> => {
  const { status, body } = await finance.get(`/debits?limit=100${query}`);
  expect(status).toBe(200);
  return body.items;
};
const serials = async (query = '') => (await listed(query)).map(({ serial }) => serial).sort();

describe('a debit', () => {
  test('says the money that it took back, of which credit, and whose task it is', async () => {
    const [debit] = await listed('&to=2026-11-24');
    expect(debit).toMatchObject({
      account: OURS,
      serial: 'D1',
      bookedOn: '2026-11-24',
      amountFen: 100_00,
      isReversal: true,
      otherSide: '样例省中心',
      memo: '冲正',
      state: 'open',
      found: 'reversed',
      takenBack: [{ serial: 'C1', bookedOn: '2026-11-20', amountFen: 100_00, transferId: null }],
      candidates: [],
      tasks: [{ owner: { displayName: 'finance' }, transferId: null, closedAt: null, closedBy: null }],
    });
  });

  test('that may be of several credits names them, until a person has said which', async () => {
    const [before] = await listed('&state=open&from=2026-11-25').then((all) =>
      all.filter(({ serial }) => serial === 'D2'),
    );
    expect([before.found, before.takenBack]).toEqual(['severalCandidates', []]);
    expect(before.candidates.map(({ serial }: { serial: string }) => serial).sort()).toEqual(['C2', 'C3']);
    const credit = (await finance.get('/credits?serial=C3')).body.items[0];
    const body = { partId: credit.parts[0].id, decision: 'reverse', entryId: before.id };
    expect((await finance.post(`/credits/${credit.id as string}/matches`, body, aKey())).status).toBe(201);
    const after = (await listed()).find(({ serial }) => serial === 'D2');
    expect([after.found, after.state]).toEqual(['reversed', 'open']);
    expect(after.takenBack).toMatchObject([{ serial: 'C3', amountFen: 55_00 }]);
    expect(after.candidates).toMatchObject([{ serial: 'C2' }]);
  });

  test('is decided when nobody has a task about it any more, and says who closed it', async () => {
    const [task] = (await listed()).find(({ serial }) => serial === 'D2').tasks;
    expect((await finance.post(`/tasks/${task.id as string}/closing`, { note: '已核实' })).status).toBe(200);
    expect(await serials('&state=decided')).toEqual(['D2', 'D4']);
    expect(await serials('&state=open')).toEqual(['D1', 'D3']);
    const debit = (await listed()).find(({ serial }) => serial === 'D2');
    expect(debit.tasks).toMatchObject([{ id: task.id, closedBy: { displayName: 'finance' } }]);
  });

  test('of nothing asks nobody', async () => {
    const debit = (await listed()).find(({ serial }) => serial === 'D4');
    expect(debit).toMatchObject({ amountFen: 0, found: null, tasks: [], state: 'decided' });
  });
});

describe('the list', () => {
  test('is asked by office days, both included, and by our account however its number is grouped', async () => {
    expect(await serials('&from=2026-11-24&to=2026-11-24')).toEqual(['D1']);
    expect(await serials('&from=2026-11-25')).toEqual(['D2', 'D3', 'D4']);
    expect(await serials('&account=6222%200000-1111')).toEqual(['D1', 'D3', 'D4']);
    expect(await serials('&account=1')).toEqual([]);
    for (const odd of ['%00', '%F0%9F', '-'])
      expect([200, 400, 422]).toContain((await finance.get(`/debits?account=${odd}`)).status);
    const swapped = await finance.get('/debits?from=2026-11-27&to=2026-11-26');
    expect([swapped.status, swapped.body.errors[0].field]).toEqual([422, 'to']);
  });

  test('comes newest first, page by page, each once', async () => {
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await finance.get(`/debits?limit=1${cursor}`);
      seen.push(...body.items.map(({ serial }: { serial: string }) => serial));
      if (!body.next) break;
      cursor = `&cursor=${body.next as string}`;
    }
    expect(seen.at(-1)).toBe('D1');
    expect([...seen].sort()).toEqual(['D1', 'D2', 'D3', 'D4']);
    expect((await finance.get('/debits?cursor=WyIyMDI2Il0')).body.errors[0].field).toBe('cursor');
  });

  test('is for finance and the manager, and who has read it is noted', async () => {
    for (const who of ['manager', 'finance'] as const)
      expect((await (await api.as(who)).get('/debits')).status).toBe(200);
    for (const who of ['clerk', 'reviewer'] as const)
      expect((await (await api.as(who)).get('/debits')).status).toBe(403);
    expect((await (await api.asNew(['administrator'])).get('/debits')).status).toBe(403);
    const noted = async () =>
      (
        await (await api.as('manager')).get(`/look-ups?limit=100&staffId=${api.office.staff.finance}`)
      ).body.items.filter(({ kind }: { kind: string }) => kind === 'debits').length as number;
    const before = await noted();
    await finance.get('/debits');
    await finance.get('/debits?from=2027-01-01');
    expect((await noted()) - before).toBe(1);
  });

  test('walks along an index however old the ledger is', async () => {
    await sql`insert into bank_entries (office_id, direction, booked_on, amount_fen, serial)
      select ${api.office.officeId}, case when n % 20 = 0 then 'debit' else 'credit' end, date '2020-01-01' + n % 2000, n, 'G' || n
      from generate_series(1, 40000) as n`.execute(api.db);
    await sql`analyze bank_entries`.execute(api.db);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select id from bank_entries
      where office_id = ${api.office.officeId} and direction = 'debit' and (booked_on, id) < (date '2024-01-01', ${crypto.randomUUID()}::uuid)
      order by booked_on desc, id desc limit 51`.execute(api.db);
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('bank_entries_debits');
    const ofTasks = await api.db.transaction().execute(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx);
      return sql<{ 'QUERY PLAN': string }>`explain select id from tasks
        where kind = 'moneyOut' and about ->> 'entryId' = any(${[crypto.randomUUID()]}::text[])`.execute(tx);
    });
    expect(ofTasks.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('tasks_of_entry');
  });
});

describe('money of a transfer', () => {
  let transferId: string;
  const caseNo = 'IN20269000001';
  beforeAll(async () => {
    await takeIn(api.db, api.office, 'counterparts', COUNTERPART_ROWS);
    const awaited = { 业务编号: caseNo, 姓名: '样例甲', 公民身份号码: aResidentId(), 信息表转移基金总额: '1001.00' };
    await takeIn(api.db, api.office, 'openTransfers', [{ ...awaited, 原参保地行政区划: '320100' }]);
    await paid('C9', { amountFen: 1001_00, memo: `养老转移${caseNo}`, bookedOn: '2026-11-22' });
    await left('D9', { amountFen: 1001_00, memo: `冲正 养老转移${caseNo}`, bookedOn: '2026-11-23' });
    ({ id: transferId } = await transferOf(api.db, caseNo));
  });

  test('is named by its case, beside what was taken and beside the task', async () => {
    const [debit] = await listed('&from=2026-11-23&to=2026-11-23');
    expect(debit).toMatchObject({
      serial: 'D9',
      found: 'reversed',
      takenBack: [{ serial: 'C9', amountFen: 1001_00, transferId, caseNo }],
      tasks: [{ transferId, caseNo, closedAt: null }],
    });
  });

  test('is noted with who read it, once for each reading', async () => {
    const manager = await api.as('manager');
    await manager.get('/debits?from=2026-11-23&to=2026-11-23');
    const { items } = (await manager.get(`/look-ups?transferId=${transferId}&staffId=${api.office.staff.manager}`))
      .body;
    expect(items).toMatchObject([{ kind: 'debits', transferIds: [transferId] }]);
  });
});
