/** What letters, forms and labels are filled with, as the ledger has it. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DocumentKindName } from '../../../domain/documents/kinds.ts';
import { Refusal } from '../../../domain/errors.ts';
import type { DocumentInput } from '../../../db/documents/reading.ts';
import { prepareDocument, type Prepared } from '../../../db/documents/prepare.ts';
import { filedPapersOf } from '../../../db/documents/readers/filed-papers.ts';
import { keepDocument } from '../../../db/documents/keep.ts';
import { addPaper } from '../../../db/forms/papers.ts';
import { writeNote } from '../../../db/holding/hand-over-notes.ts';
import { putBankAccounts } from '../../../db/office/bank-accounts.ts';
import { livedIn, type LivedInOffice } from '../../builders/lived-in-office.ts';
import { standClockAt } from '../../builders/office-clock.ts';
import { testKeyring } from '../../builders/office.ts';
import { letterArrives, letterIsToBeSent, sendLetter } from '../../builders/posted-letter.ts';
import { V2 } from '../../builders/vector-form.ts';
import { anAcceptedTransfer, walk } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';

const { db, office } = await ownOffice();
let lived: LivedInOffice;

interface About {
  readonly transferId?: string;
  readonly subjectId?: string;
  readonly input?: DocumentInput;
}

const prepare = (kind: DocumentKindName, { transferId, subjectId, input = {} }: About = {}): Promise<Prepared> =>
  prepareDocument(db, {
    kind,
    withCheck: true,
    keyring: testKeyring,
    officeId: office.officeId,
    staffId: office.staff.clerk,
    transferId: transferId ?? null,
    subjectId: subjectId ?? null,
    input,
    publicUrl: 'https://office.example',
  });
const data = async (kind: DocumentKindName, about: About) => (await prepare(kind, about)).data as never;
const refused = async (kind: DocumentKindName, about: About = {}) => {
  const error = await prepare(kind, about).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refusal);
  const { refusal, defects } = error as Refusal;
  return [refusal, ...defects.map(({ field, code }) => `${field} ${code}`)];
};
const withAddress = (address: string) =>
  sql`update counterparts set address = ${address}, postcode = '200000' where area_code = '310000'`.execute(db);
const keep = (prepared: Prepared) => keepDocument(db, prepared, { bytes: new Uint8Array([37, 80, 68, 70]), pages: 1 });

/** Reviewed, and its letter is to be sent. */
async function toBeSent() {
  const id = await anAcceptedTransfer(db, office);
  const the = walk(db, office, id);
  await letterIsToBeSent(the);
  return { id, the };
}

beforeAll(async () => {
  lived = await livedIn(db, office);
  await withAddress('样例市样例路1号');
});

describe('the liaison letter', () => {
  test('has the number that it will be sent under, and who found the person eligible', async () => {
    const { id } = await toBeSent();
    const { issued, data: said } = await prepare('liaisonLetter', { transferId: id });
    expect(issued.number).toMatch(/^IN\d+-1-1$/);
    expect(said).toMatchObject({
      letterNo: issued.number,
      typeName: '职工养老保险关系转入',
      person: { name: '样例甲' },
      counterpart: { areaCode: '310000', address: '样例市样例路1号' },
      areaCode: '110102',
      reviewedBy: 'reviewer',
      earlier: [],
    });
  });

  test('of the third attempt names the two before it, and is another paper than theirs', async () => {
    const { id, the } = await toBeSent();
    const first = await prepare('liaisonLetter', { transferId: id });
    await keep(first);
    await the.say('letterClerk', { kind: 'letterSent', channel: 'ems', waybill: '7900000000001' });
    await the.open('delivery');
    expect((await prepare('liaisonLetter', { transferId: id })).issued).toMatchObject({
      version: 2,
      number: first.issued.number,
    });
    await the.say(null, { kind: 'letterReturned', reasonCode: 'M01' });
    await the.open('liaisonLetter', 2);
    const second = await prepare('liaisonLetter', { transferId: id });
    expect(second.issued).toMatchObject({ version: 1 });
    expect(second.issued.number).toMatch(/-2-1$/);
    expect(second.replaces).toBeUndefined();
    expect(second.data).toMatchObject({ earlier: [{ letterNo: first.issued.number }] });
  });

  test('without an address is refused before it is printed; over the platform it needs none', async () => {
    const { id } = await toBeSent();
    await withAddress('  ');
    expect(await refused('liaisonLetter', { transferId: id })).toEqual(['invalid', 'counterpart.address noAddress']);
    await sql`update counterparts set channel = 'platform' where area_code = '310000'`.execute(db);
    expect((await prepare('liaisonLetter', { transferId: id })).issued.version).toBe(1);
    await sql`update counterparts set channel = 'ems' where area_code = '310000'`.execute(db);
    await withAddress('样例市样例路1号');
  });

  test('goes to the office under the name that it has today', async () => {
    const { id } = await toBeSent();
    await sql`update counterparts set valid_until = office_date(office_now()) - 1 where area_code = '310000'`.execute(
      db,
    );
    await sql`insert into counterparts (area_code, name, channel, address, valid_from)
      values ('310000', '样例市社保服务中心', 'ems', '新址2号', office_date(office_now()))`.execute(db);
    expect(await data('liaisonLetter', { transferId: id })).toMatchObject({
      counterpart: { name: '样例市社保服务中心', address: '新址2号' },
    });
    await sql`delete from counterparts where name = '样例市社保服务中心'`.execute(db);
    await sql`update counterparts set valid_until = null where area_code = '310000'`.execute(db);
  });

  test('is not due before the review, nor is any paper of another office’s transfer', async () => {
    const id = await anAcceptedTransfer(db, office);
    expect(await refused('liaisonLetter', { transferId: id })).toEqual(['not-due']);
    expect(await refused('liaisonLetter', { transferId: '00000000-0000-4000-8000-000000000000' })).toEqual([
      'not-found',
    ]);
  });
});

describe('the chaser', () => {
  async function awaited() {
    const id = await anAcceptedTransfer(db, office);
    const the = walk(db, office, id);
    await sendLetter(the);
    await letterArrives(the);
    return { id, the };
  }

  test('says what is owed: both, then the money alone', async () => {
    const { id, the } = await awaited();
    expect(await data('chaser', { transferId: id })).toMatchObject({ awaits: 'formAndMoney', isOverdue: false });
    await the.say('clerk', { kind: 'infoFormReceived', form: V2 });
    expect(await data('chaser', { transferId: id })).toMatchObject({ awaits: 'money' });
  });

  test('of another day is another paper; of the same day it takes the place of the first', async () => {
    const { id } = await awaited();
    const first = await prepare('chaser', { transferId: id });
    await keep(first);
    const again = await prepare('chaser', { transferId: id });
    expect(again.issued).toMatchObject({ number: first.issued.number, version: 2 });
    await standClockAt(db, new Date(Date.now() + 3 * 86_400_000).toISOString());
    const later = await prepare('chaser', { transferId: id });
    expect(later.issued).toMatchObject({ number: `${first.issued.number}2`, version: 1 });
    await sql`update office_clock set real_anchor = clock_timestamp(), office_anchor = clock_timestamp(), frozen = false`.execute(
      db,
    );
  });

  test('is not due while nothing is owed', async () => {
    expect(await refused('chaser', { transferId: lived.transfers.booked })).toEqual(['not-due']);
    expect(await refused('chaser', { transferId: (await toBeSent()).id })).toEqual(['not-due']);
  });
});

test('the request for correction has the defects of the form that went back, and why', async () => {
  const id = await anAcceptedTransfer(db, office);
  const the = walk(db, office, id);
  await sendLetter(the);
  await letterArrives(the);
  await the.say('clerk', { kind: 'infoFormReceived', form: { ...V2, accountTotalFen: 1_380_600, formNo: 'XX-1' } });
  await the.say('clerk', { kind: 'sentBackToCounterpart', reasonCode: 'D01' }, { note: '请核对④' });
  const { issued, data: said } = await prepare('correctionRequest', { transferId: id });
  expect(issued.number).toMatch(/-2-1$/);
  expect(said).toMatchObject({
    form: { formNo: 'XX-1', totalFen: 3_420_644 },
    why: { words: '勾稽关系不符', note: '请核对④' },
  });
  const { findings } = said as { findings: { code: string; field: string }[] };
  expect(findings.map(({ field, code }) => `${field} ${code}`)).toContain('accountTotalFen accountIdentity');
  expect(await refused('liaisonLetter', { transferId: lived.transfers.refused })).toEqual(['not-due']);
});

describe('the hand-over', () => {
  test('list has everything that the colleague holds, and nobody twice', async () => {
    const { clerk, manager } = office.staff;
    const said = (await data('handOverList', { subjectId: clerk, input: { toStaffId: manager } })) as {
      transfers: { isSteward: boolean; holdsStep: boolean }[];
      tasks: unknown[];
    };
    const counted = await sql<{ transfers: number; tasks: number }>`select
      (select count(*)::integer from transfers t left join steps s on s.transfer_id = t.id and s.closed_at is null
        where t.closed_at is null and (t.steward_id = ${clerk} or s.owner_id = ${clerk})) as transfers,
      (select count(*)::integer from tasks where owner_id = ${clerk} and closed_at is null) as tasks`.execute(db);
    expect({ transfers: said.transfers.length, tasks: said.tasks.length }).toEqual(counted.rows[0]);
    expect(said.transfers.length).toBeGreaterThan(0);
    expect(said).toMatchObject({ from: { name: 'clerk' }, to: { name: 'manager' }, watchedBy: null });
    expect(
      await refused('handOverList', { subjectId: clerk, input: { toStaffId: clerk, watchedById: clerk } }),
    ).toEqual(['invalid', 'input.toStaffId same', 'input.watchedById same']);
    expect(await refused('handOverList')).toEqual(['invalid', 'subjectId missing']);
  });

  test('note says what was written, and is not due where nobody wrote one', async () => {
    const { waiting, held } = lived.transfers;
    const writer = { id: office.staff.manager, officeId: office.officeId, roles: ['manager'] as const };
    const noteId = await writeNote(db, testKeyring, writer, { transferId: waiting, text: '对方本周寄表。' });
    const said = { text: '对方本周寄表。', writtenBy: { name: 'manager' }, readBy: null };
    expect(await data('handOverNote', { transferId: waiting })).toMatchObject(said);
    expect(await data('handOverNote', { transferId: waiting, subjectId: noteId })).toMatchObject(said);
    expect(await refused('handOverNote', { transferId: held, subjectId: noteId })).toEqual(['not-found']);
    expect(await refused('handOverNote', { transferId: held })).toEqual(['not-due']);
  });
});

describe('the notices', () => {
  test('of completion has what was booked and the months of the form; it is not due before', async () => {
    expect(await data('completionNotice', { transferId: lived.transfers.booked })).toMatchObject({
      totalFen: 3_420_644,
      next: { paidTwice: false, retirement: null },
    });
    expect(await refused('completionNotice', { transferId: lived.transfers.waiting })).toEqual(['not-due']);
  });

  test('to an employer needs one, and says where an open transfer stands', async () => {
    expect(await refused('employerNotice', { transferId: lived.transfers.held })).toEqual([
      'invalid',
      'employer noEmployer',
    ]);
    const id = await anAcceptedTransfer(db, office, { employer: { name: '样例有限公司' } });
    expect(await data('employerNotice', { transferId: id })).toMatchObject({
      employer: '样例有限公司',
      closing: null,
      stands: { stepName: '资格审核' },
    });
  });
});

describe('forms', () => {
  test('the valid one is printed, and one that is named', async () => {
    const transferId = lived.transfers.booked;
    expect(await data('infoForm', { transferId })).toMatchObject({ direction: 'in', form: { totalFen: 3_420_644 } });
    expect(await refused('infoForm', { transferId: lived.transfers.held })).toEqual(['not-due']);
    expect(await refused('infoForm', { transferId, subjectId: transferId })).toEqual(['not-found']);
  });

  const account = {
    personalNo: '1',
    employer: '',
    workSince: null,
    pooledSince: null,
    firstPaid: null,
    accountSince: null,
    insuredFrom: '202301',
    insuredTo: '202312',
    monthsHere: 12,
    monthsInAll: 12,
    balanceFen: 980_644,
    pooledFromElsewhereFen: 0,
    years: [
      { year: 2023, areaCode: '110102', fromMonth: '202301', toMonth: '202312', months: 12, balanceFen: 980_644 },
    ],
  };

  test('a certificate certifies nothing that contradicts itself, and says all of it at once', async () => {
    const { booked } = lived.transfers;
    expect(await data('certificate', { transferId: booked, input: { account } })).toMatchObject({
      account,
      handledBy: { name: 'clerk' },
    });
    expect(await refused('certificate', { transferId: booked })).toEqual(['invalid', 'input.account missing']);
    const [year] = account.years;
    const wrong = { ...account, insuredTo: '202212', monthsHere: 13, balanceFen: 1, years: [{ ...year!, months: 11 }] };
    expect(await refused('certificate', { transferId: booked, input: { account: wrong } })).toEqual([
      'invalid',
      'input.account.years.0.months monthsDiffer',
      'input.account.insuredTo order',
      'input.account.monthsHere monthsDiffer',
      'input.account.monthsInAll fewerThanHere',
      'input.account.balanceFen balanceDiffers',
    ]);
  });
});

describe('envelopes', () => {
  test('labels are for what is to be sent now, one an office; without an address they say which', async () => {
    const [one, other] = [await toBeSent(), await toBeSent()];
    const transferIds = [one.id, other.id];
    const said = (await data('addressLabels', { input: { transferIds, skip: 4 } })) as {
      labels: { letterNos: string[] }[];
    };
    expect(said).toMatchObject({ skip: 4, labels: [{ to: { areaCode: '310000' } }] });
    expect(said.labels[0]!.letterNos).toHaveLength(2);
    await withAddress('');
    expect(await refused('addressLabels', { input: { transferIds } })).toEqual([
      'invalid',
      'counterparts.310000.address noAddress',
    ]);
    await withAddress('样例市样例路1号');
    expect(await refused('addressLabels', { input: { transferIds: [lived.transfers.booked] } })).toEqual(['not-due']);
  });

  test('the courier’s sheet has one parcel a waybill, whatever lies in it', async () => {
    const [one, other] = [await toBeSent(), await toBeSent()];
    const letter = { kind: 'letterSent', channel: 'ems', waybill: '7900000000009' } as const;
    await one.the.say('letterClerk', letter);
    await other.the.say('letterClerk', { ...letter, sameEnvelope: true });
    const said = (await data('emsSheet', { input: { waybills: ['7900000000009'] } })) as {
      parcels: { letterNos: string[] }[];
    };
    expect(said.parcels).toHaveLength(1);
    expect(said.parcels[0]!.letterNos).toHaveLength(2);
    expect(await refused('emsSheet', { input: { postedOn: '2010-01-04' } })).toEqual(['not-due']);
  });
});

test('the case file has every event, letter, form and paper of the transfer', async () => {
  const { returned: transferId } = lived.transfers;
  const said = (await data('caseFile', { transferId })) as Record<
    'events' | 'letters' | 'forms' | 'steps' | 'money',
    unknown[]
  >;
  const { rows } = await sql<Record<string, number>>`select
    (select count(*)::integer from events where transfer_id = ${transferId}) as events,
    (select count(*)::integer from letters where transfer_id = ${transferId}) as letters,
    (select count(*)::integer from info_forms where transfer_id = ${transferId}) as forms,
    (select count(*)::integer from steps where transfer_id = ${transferId}) as steps,
    (select count(*)::integer from credit_parts where transfer_id = ${transferId}) as money`.execute(db);
  const { events, letters, forms, steps, money } = said;
  const counted = {
    events: events.length,
    letters: letters.length,
    forms: forms.length,
    steps: steps.length,
    money: money.length,
  };
  expect(counted).toEqual(rows[0]);
  expect(said).toMatchObject({ closing: 'completed', printed: [] });
});

test('the case file has the bytes of its scans in their order, up to what one file can hold', async () => {
  const { id: transferId } = await toBeSent();
  const scan = (kind: string, length: number) =>
    addPaper(db, testKeyring, {
      officeId: office.officeId,
      transferId,
      kind,
      mediaType: 'image/png',
      content: Buffer.alloc(length, length),
      byStaffId: office.staff.clerk,
    });
  await scan('申请表', 60);
  await scan('户口簿', 50);
  await scan('身份证', 40);
  const all = await filedPapersOf(db, testKeyring, transferId);
  expect(all.map(({ kind, bytes }) => [kind, bytes?.length])).toEqual([
    ['申请表', 60],
    ['户口簿', 50],
    ['身份证', 40],
  ]);
  expect(all[0]!.bytes).toEqual(new Uint8Array(60).fill(60));
  const some = await filedPapersOf(db, testKeyring, transferId, 100);
  expect(some.map(({ kind, bytes }) => [kind, bytes === null])).toEqual([
    ['申请表', false],
    ['户口簿', true],
    ['身份证', false],
  ]);
});

test('a letter asks to pay to the accounts that stand on letters, each with its bank', async () => {
  const account = { name: '收入户', bank: '某银行样例支行', bankCode: '102100000001' };
  const { id: transferId } = await toBeSent();
  await db.transaction().execute((tx) =>
    putBankAccounts(tx, office.officeId, [
      { ...account, number: '622200001111', onLetters: true },
      { ...account, number: '622200002222', onLetters: false },
    ]),
  );
  await withAddress('样例市样例路1号');
  const { accounts } = (await data('liaisonLetter', { transferId })) as { accounts: object[] };
  expect(accounts).toMatchObject([{ ...account, number: '622200001111' }]);
});
