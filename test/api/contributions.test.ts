/** Rows of contributions over HTTP: by hand, asked of the core system, and what follows from them. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownerOfTransfer } from '../../db/contributions/of-transfer.ts';
import { takeInContributions } from '../../db/contributions/take-in.ts';
import type { CoreAccount, CoreAnswer, CoreSystem } from '../../domain/core/core-system.ts';
import { aYear } from '../builders/contributions.ts';
import { testKeyring } from '../builders/office.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';
import { textOf } from '../support/pdf.ts';

let api: TestApi;
let clerk: Caller;
let answer: CoreAnswer<CoreAccount | null> = { ok: false, reason: 'noAnswer' };
const core: CoreSystem = {
  fetchAccount: () => Promise.resolve(answer),
  sendBatch: () => Promise.resolve({ state: 'sent', reason: '' }),
  fetchReceipts: () => Promise.resolve({ ok: true, value: [] }),
};
beforeAll(async () => {
  api = await startApi({}, undefined, { core });
  clerk = await api.as('clerk');
});
afterAll(() => api.stop());

const newCase = () => anAcceptedTransfer(api.db, api.office);
const pathOf = (id: string) => `/transfers/${id}/contributions`;
const enter = (id: string, rows: readonly object[]) => clerk.post(pathOf(id), { rows });

describe('rows entered by hand', () => {
  test('are given back with the form that follows from them', async () => {
    const id = await newCase();

    const entered = await enter(id, [aYear(2023), aYear(2024, { toMonth: '202405' })].map(plain));

    expect(entered.status, entered.text).toBe(200);
    expect(entered.body).toMatchObject({
      known: true,
      months: 17,
      rows: [
        { fromMonth: '202301', source: 'hand', months: 12 },
        { fromMonth: '202401', months: 5 },
      ],
      notTransferable: [],
    });
    const { body } = await clerk.get(`${pathOf(id)}?transferredOn=2024-06-03`);
    expect(body.form).toMatchObject({
      accountUntilLastYearFen: 980_644,
      pooledFundFen: 2_040_000,
      totalFen: 3_420_644,
    });
  });

  test('are refused with all that is wrong with each of them, and none goes in', async () => {
    const id = await newCase();

    const refused = await enter(id, [aYear(2023), aYear(2023, { baseFen: 0, creditedFen: 9_999_999 })].map(plain));

    expect(refused.status).toBe(422);
    expect(fieldsOf(refused)).toEqual(['rows.1.baseFen: baseZero', 'rows.1.creditedFen: creditedAbovePaid']);
    expect((await clerk.get(pathOf(id))).body).toMatchObject({ known: false, rows: [], form: null });
  });

  test('are replaced and taken back by hand, and both stay kept', async () => {
    const id = await newCase();
    await enter(id, [plain(aYear(2023))]);
    const { body } = await enter(id, [plain(aYear(2023, { interestFen: 20_638 }))]);
    expect(body.rows).toMatchObject([{ interestFen: 20_638 }]);

    const withdrawn = await clerk.post(`${pathOf(id)}/${body.rows[0].id}/withdrawal`);

    expect(withdrawn.body.rows).toEqual([]);
    const { rows } = await sql<{ kept: number }>`select count(*)::integer as kept from contributions
      where account_id = (select account_id from contributions where id = ${body.rows[0].id})`.execute(api.db);
    expect(rows[0]!.kept).toBe(2);
  });

  test('are never typed over what the core system has told', async () => {
    const id = await newCase();
    await told(id, [aYear(2023)]);

    const refused = await enter(id, [plain(aYear(2023, { interestFen: 1 }))]);

    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ field: 'rows.0.fromMonth', code: 'fromCore' }]);
    const [{ id: rowId }] = (await clerk.get(pathOf(id))).body.rows;
    expect((await clerk.post(`${pathOf(id)}/${rowId}/withdrawal`)).status).toBe(404);
  });

  test('a lump sum of three years without a paper is set apart, with its reason', async () => {
    const id = await newCase();
    const lump = [2018, 2019, 2020].map((year) => aYear(year, { nature: 'lumpSum', paidOn: '2021-05-06' }));

    const { body } = await enter(id, [...lump, aYear(2023)].map(plain));

    expect(body.notTransferable).toEqual([
      { paidOn: '2021-05-06', months: 36, paidFen: 8_640_000, creditedFen: 2_880_000, reasons: ['paperMissing'] },
    ]);
    expect(body.form.years.map(({ fromMonth }: { fromMonth?: string }) => fromMonth)).not.toContain('201801');
  });

  test('are entered by who has such work, and who looked at them is noted', async () => {
    const id = await newCase();
    const finance = await api.as('finance');
    expect((await finance.post(pathOf(id), { rows: [plain(aYear(2023))] })).status).toBe(403);
    await finance.get(pathOf(id));
    await api.lookUps.flush();
    const { rows } = await sql`select from look_ups where kind = 'contributions' and ${id} = any (transfer_ids)
      and staff_id = ${api.office.staff.finance}`.execute(api.db);
    expect(rows).toHaveLength(1);
  });
});

describe('rows asked of the core system', () => {
  const account = (more: Partial<CoreAccount> = {}): CoreAccount => ({
    facts: { personalNo: '1000000001' },
    rows: [aYear(2023)],
    unreadable: 0,
    form: null,
    ...more,
  });
  const fetching = (id: string) => clerk.post(`${pathOf(id)}/fetching`);
  const differencesOf = async (id: string) =>
    (await clerk.get('/core/differences')).body.items
      .filter(({ transferId }: { transferId: string }) => transferId === id)
      .map(({ kind, about }: { kind: string; about: object }) => ({ kind, about }));

  test('go in, and replace what was typed', async () => {
    const id = await newCase();
    await enter(id, [plain(aYear(2023, { interestFen: 1 }))]);
    answer = { ok: true, value: account() };

    const { status, body, text } = await fetching(id);

    expect(status, text).toBe(200);
    expect(body).toMatchObject({ coreConnected: true, rows: [{ source: 'core', interestFen: null }] });
    expect(await differencesOf(id)).toEqual([]);
  });

  test('what cannot be, what is only here and a form that differs are differences with an owner', async () => {
    const id = await newCase();
    await enter(id, [plain(aYear(2020))]);
    const wrong = { personalBefore1998Fen: 0, accountUntilLastYearFen: 1, accountThisYearFen: 0 };
    const form = { ...wrong, accountTotalFen: 1, pooledFundFen: 2_880_000, totalFen: 2_880_001 };
    answer = {
      ok: true,
      value: account({ rows: [aYear(2023), aYear(2023, { fromMonth: '202306' })], unreadable: 1, form }),
    };

    await fetching(id);

    const found = await differencesOf(id);
    expect(found.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual([
      'formDiffers',
      'rowOnlyHere',
      'rowRefused',
      'rowRefused',
    ]);
    expect(found).toContainEqual({
      kind: 'rowRefused',
      about: { areaCode: '110102', fromMonth: '202306', toMonth: '202312', nature: 'regular', codes: 'overlap' },
    });

    answer = { ok: true, value: account({ rows: [aYear(2020), aYear(2023)] }) };
    await fetching(id);
    expect(await differencesOf(id)).toEqual([]);
  });

  test('one that does not answer, or knows nobody, changes nothing', async () => {
    const id = await newCase();
    answer = { ok: false, reason: 'noAnswer' };
    expect((await fetching(id)).status).toBe(503);
    answer = { ok: true, value: null };
    expect((await fetching(id)).status).toBe(404);
    expect((await clerk.get(pathOf(id))).body.rows).toEqual([]);
  });

  test('a difference is settled by whoever found out what it was, with words that are sealed', async () => {
    const id = await newCase();
    answer = { ok: true, value: account({ unreadable: 2 }) };
    await fetching(id);
    const listed = (await clerk.get('/core/differences')).body.items;
    const one = listed.find(({ transferId }: { transferId: string }) => transferId === id);

    expect((await clerk.post(`/core/differences/${one.id}/settlement`, { note: '  ' })).status).toBe(422);
    const settle = () => clerk.post(`/core/differences/${one.id}/settlement`, { note: '省厅更正' });
    const both = await Promise.all([settle(), settle()]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await settle()).status).toBe(409);
    const { rows } =
      await sql`select by_staff_id as by, payload from office_events where kind = 'coreDifferenceSettled'`.execute(
        api.db,
      );
    expect(rows).toEqual([{ by: api.office.staff.clerk, payload: { differenceId: one.id } }]);

    // Seen again on the same day it is not told again.
    await fetching(id);
    expect(await differencesOf(id)).toEqual([]);
  });
});

describe('a certificate', () => {
  test('says what the rows say', async () => {
    const id = await newCase();
    await told(id, [aYear(2023, { interestFen: 20_644 })], { personalNo: '1000000001', employer: '某某有限公司' });

    const made = await clerk.post(`/transfers/${id}/documents`, { kind: 'certificate' });

    expect(made.status, made.text).toBe(201);
    const { body } = await clerk.bytes(`/documents/${made.body.id}/file`);
    const text = (await textOf(body)).replaceAll(/[\s,]/g, '');
    for (const said of ['1000000001', '某某有限公司', '9806.44', '2023年1月']) expect(text).toContain(said);
  });

  const account = {
    personalNo: '1000000001',
    employer: '某某有限公司',
    firstPaid: '202301',
    insuredFrom: '202301',
    insuredTo: '202312',
    monthsHere: 12,
    monthsInAll: 12,
    balanceFen: 980_644,
    years: [
      {
        fromMonth: '202301',
        toMonth: '202312',
        months: 12,
        baseFen: null,
        baseReason: '定额缴费',
        balanceFen: 980_644,
      },
    ],
  };
  const typed = async (change: object = {}) =>
    clerk.post(`/transfers/${await newCase()}/documents`, {
      kind: 'certificate',
      input: { account: { ...account, ...change } },
    });

  test('says what somebody reads from the screen of the core system; what names no place was paid here', async () => {
    const made = await typed();
    expect(made.status, made.text).toBe(201);
    const text = await textOf((await clerk.bytes(`/documents/${made.body.id}/file`)).body);
    for (const said of ['1000000001', '某某有限公司', '9,806.44', '首次缴费时间2023年1月', '11101022023', '定额缴费'])
      expect(text).toContain(said);
    expect(text).not.toContain('参加工作时间');
  });

  test('certifies nothing that contradicts itself or lies ahead, and says all of it at once', async () => {
    const [year] = account.years;
    const ahead = { ...year!, fromMonth: '204901', toMonth: '204912' };
    const wrong = { insuredTo: '204912', monthsInAll: 3, balanceFen: 1, years: [{ ...year!, months: 11 }, ahead] };
    expect(fieldsOf(await typed(wrong))).toEqual([
      'input.account.balanceFen: balanceDiffers',
      'input.account.insuredTo: future',
      'input.account.monthsHere: monthsDiffer',
      'input.account.monthsInAll: fewerThanHere',
      'input.account.years.0.months: monthsDiffer',
      'input.account.years.1.toMonth: future',
    ]);
    expect(fieldsOf(await typed({ insuredFrom: '202313', years: [] }))).toEqual([
      'input.account.insuredFrom: form',
      'input.account.years: tooFew',
    ]);
  });

  test('is not made where no row is known and nobody says what the core system shows', async () => {
    const made = await clerk.post(`/transfers/${await newCase()}/documents`, { kind: 'certificate' });
    expect(made.status).toBe(422);
    expect(fieldsOf(made)).toEqual(['input.account: missing']);
  });
});

/** As the contract has it: what is not said is left out. */
function plain(row: ReturnType<typeof aYear>): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}

async function told(id: string, rows: ReturnType<typeof aYear>[], facts: CoreAccount['facts'] = {}): Promise<void> {
  const { officeId } = api.office;
  const owner = (await ownerOfTransfer(api.db, testKeyring, officeId, id))!;
  await api.db
    .transaction()
    .execute((tx) =>
      takeInContributions(tx, testKeyring, { officeId, owner, rows, facts, today: '2026-11-26', source: 'core' }),
    );
}
