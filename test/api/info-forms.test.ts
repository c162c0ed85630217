/** An info form from the desk to the booking: what it may say, what is said of it, and what is not booked over. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startImportRunner } from '../../imports/run-import.ts';
import { testKeyring } from '../builders/office.ts';
import { statementFile } from '../builders/statements.ts';
import { agreeingMoney, anAcceptedTransfer, walk } from '../builders/walk.ts';
import { aKey, fieldsOf, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';
import { letterArrives, sendLetter } from '../builders/posted-letter.ts';
import { OF_2023, OF_2024, V2 } from '../builders/vector-form.ts';
import { eventually } from '../support/eventually.ts';

let api: TestApi;
const desks = {} as Record<'clerk' | 'letterClerk' | 'entryClerk' | 'reviewer' | 'reviewer2' | 'accountClerk', Caller>;
beforeAll(async () => {
  api = await startApi();
  for (const who of ['clerk', 'letterClerk', 'entryClerk', 'reviewer', 'reviewer2', 'accountClerk'] as const)
    desks[who] = await api.as(who);
});
afterAll(() => api.stop());

const SILENT = { info: () => undefined, error: () => undefined };
/** ④ is off by 400.00, ⑥ is what was paid. */
const BROKEN = { ...V2, accountUntilLastYearFen: 940_644 };

/** A letter has arrived: form and money are awaited. */
async function awaited() {
  const id = await anAcceptedTransfer(api.db, api.office);
  const the = walk(api.db, api.office, id);
  const say = (who: keyof typeof desks, fact: object): Promise<Answer> =>
    desks[who].post(`/transfers/${id}/facts`, fact, aKey());
  await sendLetter(the);
  await letterArrives(the);
  return { id, the, say };
}

const formOf = async (id: string) => (await desks.clerk.get(`/transfers/${id}`)).body.infoForms[0];
const received = (form: object) => ({ kind: 'infoFormReceived', form });

describe('an info form', () => {
  test('is given back as it was written, with what moves of it', async () => {
    const { id, say } = await awaited();
    expect((await say('clerk', received(V2))).status).toBe(201);
    expect(await formOf(id)).toMatchObject({
      transferredOn: '2024-06-03',
      temporaryAccount: false,
      secondPersonId: null,
      flags: [],
      years: V2.years.map((year, index) => ({ ...year, year: 2023 + index })),
      movable: { principalFen: 1_360_000, excessFen: 0 },
    });
  });

  test('is flagged in the contract’s words, with what was computed and what was found', async () => {
    const { id, say } = await awaited();
    const years = [{ ...OF_2023, interestFen: 30_000, balanceFen: 990_000 }, OF_2024];
    await say('clerk', received({ ...V2, years }));
    const { flags } = await formOf(id);
    expect(flags).toContainEqual({
      field: 'years.0.interestFen',
      code: 'interestDiffers',
      severity: 'flag',
      reasonCode: 'D01',
      computedFen: 20_644,
      foundFen: 30_000,
      message: 'to be looked at: D01, computed 206.44, found 300.00',
    });
  });

  test('may have a year without months and a temporary account', async () => {
    const { id, say } = await awaited();
    const idle = { year: 2024, months: 0, creditedFen: 0, interestFen: 25_693, balanceFen: 1_006_337 };
    const years = [{ ...OF_2023, employerRate: 0.16 }, idle];
    const sums = { accountUntilLastYearFen: 1_006_337, accountThisYearFen: 0, accountTotalFen: 1_006_337 };
    const form = { ...V2, ...sums, transferredOn: '2025-01-20', pooledFundFen: 1_920_000, totalFen: 2_926_337 };
    expect((await say('clerk', received({ ...form, temporaryAccount: true, years }))).status).toBe(201);
    expect(await formOf(id)).toMatchObject({
      temporaryAccount: true,
      flags: [],
      years: [{ year: 2023 }, { year: 2024, fromMonth: null, toMonth: null, months: 0, baseFen: null }],
      movable: { principalFen: 0, excessFen: 0, years: [] },
    });
  });

  test('of the release before is read as it was kept', async () => {
    const { id } = await awaited();
    await keptByTheReleaseBefore(id);
    expect(await formOf(id)).toMatchObject({
      transferredOn: null,
      temporaryAccount: false,
      flags: [{ field: 'accountFen', code: 'accountIdentity', message: 'D01 -40000' }],
      years: [{ year: 2023, fromMonth: '202301', baseFen: 1_000_000 }],
    });
  });

  test('goes back before the money comes, and only where there is one', async () => {
    const { id, the, say } = await awaited();
    const back = { kind: 'sentBackToCounterpart', reasonCode: 'D01' };
    expect(fieldsOf(await say('clerk', back))).toEqual(['reasonCode: noForm']);
    await say('clerk', received(BROKEN));
    const { status, body } = await say('clerk', back);
    expect(status).toBe(201);
    expect(body.closedStep).toMatchObject({ step: 'formAndFunds', outcome: 'returned' });
    expect(await formOf(id)).toMatchObject({ state: 'sentBack' });
    await the.open('liaisonLetter', 2);
  });
});

/** V10: the form is right, the bank says 34,260.44. */
test('money with two digits swapped stops before it is entered, and says what is too much', async () => {
  const { id, say } = await awaited();
  await say('clerk', received(V2));
  const finance = await api.as('finance');
  const { caseNo } = (await finance.get(`/transfers/${id}`)).body;
  const body = new FormData();
  body.set('kind', 'bankStatement');
  body.set('file', new Blob([Buffer.from(statementFile([{ ref: 'V10', yuan: '34260.44', memo: caseNo }]))]), 'v10.xml');
  expect((await finance.raw('/imports', { method: 'POST', body })).status).toBe(202);
  const runner = startImportRunner({ db: api.db, keyring: testKeyring, logger: SILENT, pollMs: 100 });
  const credit = await eventually(async () => (await finance.get('/credits?serial=V10')).body.items[0] ?? false);
  await runner.stop();
  expect(credit).toMatchObject({
    verdict: 'amountDiffers',
    amountFen: V2.totalFen + 54_00,
    parts: [{ state: 'proposed', transferId: id, reason: 'F03' }],
  });
  expect((await finance.get(`/transfers/${id}`)).body.openStep).toMatchObject({ step: 'match' });
});

async function keptByTheReleaseBefore(transferId: string): Promise<void> {
  await sql`with form as (
      insert into info_forms (office_id, transfer_id, attempt, received_on, personal_before_1998_fen,
        account_until_last_year_fen, account_this_year_fen, account_total_fen, pooled_fund_fen, total_fen, flags, fact_seq)
      values (${api.office.officeId}, ${transferId}, 1, '2024-06-20', 0, 940644, 400000, 1380644, 2040000, 3420644,
        '[{"field": "accountFen", "code": "accountIdentity", "message": "D01 -40000"}]', 9) returning id)
    insert into info_form_years (info_form_id, row_no, from_month, to_month, months, base_fen)
    select id, 1, '202301', '202312', 12, 1000000 from form`.execute(api.db);
}

describe('the booking', () => {
  async function atTheBooking(form: object | 'kept before') {
    const { id, the, say } = await awaited();
    if (form === 'kept before') await keptByTheReleaseBefore(id);
    else await say('clerk', received(form));
    await the.say(null, await agreeingMoney(api.db, api.office, id, V2.totalFen));
    await the.open('entry');
    await the.say('entryClerk', { kind: 'entered' });
    await the.open('secondReview');
    await the.say('reviewer', { kind: 'secondReviewed', outcome: 'approved' });
    await the.open('booking');
    return { id, say };
  }

  test.each([
    ['just found', BROKEN, 'accountTotalFen: accountIdentity'],
    ['that the release before kept', 'kept before' as const, 'accountFen: accountIdentity'],
  ])('is refused over a defect %s', async (_, form, defect) => {
    const { say } = await atTheBooking(form);
    for (const note of [undefined, ' ']) {
      const refused = await say('accountClerk', { kind: 'booked', note });
      expect([refused.status, refused.body.type]).toEqual([409, '/problems/open-defects']);
      expect(fieldsOf(refused)).toEqual([defect]);
    }
  });

  test('needs nobody over what is only to be looked at', async () => {
    const { say } = await atTheBooking({ ...V2, years: [{ ...OF_2023, interestFen: 1 }, OF_2024] });
    expect((await say('accountClerk', { kind: 'booked' })).status).toBe(201);
  });
});
