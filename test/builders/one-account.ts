/** An office with a past, and one account that tries whatever the contract offers. */
import { sql } from 'kysely';
import { receiveCredit } from '../../db/credits/receive.ts';
import { readCompletion } from '../../db/metrics/completion.ts';
import { readMoneyBoard } from '../../db/metrics/money-board.ts';
import { withNextImport } from '../../db/imported/files.ts';
import { recordLogin } from '../../db/office/sessions.ts';
import { importFile } from '../../imports/import-file.ts';
import { aKey, type Answer, type Caller, type TestApi } from '../support/api.ts';
import { seqOf } from './ledger-rows.ts';
import { csvFile, type Row } from './files.ts';
import { COUNTERPART_ROWS, takeIn } from './imports.ts';
import { open } from './ledger-changes.ts';
import { ledgerInRow, ledgerOutRow } from './ledgers.ts';
import { testKeyring } from './office.ts';
import { standClockAt } from './office-clock.ts';
import { letterArrives, sendLetter } from './posted-letter.ts';
import { aPlan, isDebited, isSent } from './remittances.ts';
import { V2 } from './vector-form.ts';
import { agreeingMoney, anAcceptedTransfer, money, walk } from './walk.ts';

const at = (time: string): string => `2026-11-20T${time}:00+08:00`;
const [KNOWN, NOW] = [at('10:30'), at('11:00')];
const LATE = { 信息表发出日期: '2026-06-15', 基金划转日期: '2026-06-16', 办理完结日期: '2026-06-16' };
const UNDER_WAY = { 信息表发出日期: '', 基金划转日期: '', 划转金额: '', 办理进度: '办理中', 办理完结日期: '' };
export const BROKEN = { ...V2, accountUntilLastYearFen: 940_644 };

export type Past = Awaited<ReturnType<typeof aPast>>;

/** Everything in it was done by several people, half an hour ago. */
export async function aPast(api: TestApi) {
  const { db, office } = api;
  await standClockAt(db, at('10:00'));
  await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
  await takeIn(db, office, 'ledgerIn', [ledgerInRow(1), ledgerInRow(2, open({ 办理进度: '联系函已发出' }))]);
  const out = [ledgerOutRow(1, { ...LATE, 更正次数: '2' }), ledgerOutRow(2, UNDER_WAY)];
  await takeIn(db, office, 'ledgerOut', out);
  const [done, overDefects] = [await atTheBooking(api, V2, '10:0'), await atTheBooking(api, BROKEN, '10:1')];
  await walk(db, office, done).say('accountClerk', { kind: 'booked' });
  // There is a second administrator, who has been here lately.
  await recordLogin(db, { officeId: office.officeId, staffId: office.staff.manager, succeeded: true });
  const entered = await seqOf(db, done, 'entered');
  const formReceived = await seqOf(db, overDefects, 'infoFormReceived');
  const paid = await wordedOtherwise(api);
  await standClockAt(db, NOW);
  return { paid, done, overDefects, entered, formReceived, suspense: await suspense(api) };
}

/** A payment of ours, and the debit under its reference that names another account. */
async function wordedOtherwise({ db, office }: TestApi) {
  const remittanceId = await aPlan(db, office, { transferId: await anAcceptedTransfer(db, office) });
  await isSent(db, office, remittanceId);
  const { entryId } = await isDebited(db, office, remittanceId, { payerAccount: '999', account: '' });
  return { remittanceId, entryId };
}

/** Within ten minutes. */
async function atTheBooking({ db, office }: TestApi, form: typeof V2, minute: string): Promise<string> {
  const id = await anAcceptedTransfer(db, office);
  const the = walk(db, office, id);
  await sendLetter(the);
  await letterArrives(the);
  await the.say('clerk', { kind: 'infoFormReceived', form });
  await the.say(null, await agreeingMoney(db, office, id, form.totalFen));
  await the.open('entry');
  await standClockAt(db, at(`${minute}4`));
  await the.say('entryClerk', { kind: 'entered' });
  await the.open('secondReview');
  await standClockAt(db, at(`${minute}8`));
  await the.say('reviewer', { kind: 'secondReviewed', outcome: 'approved' });
  return id;
}

let serial = 0;
export async function suspense({ db, office: { officeId } }: TestApi, amountFen = 12_00, memo = '看不懂') {
  const credit = { officeId, serial: `ONE${String(++serial)}`, bookedOn: '2026-11-20', amountFen, memo };
  const { creditId } = await db
    .transaction()
    .execute((tx) => receiveCredit(tx, testKeyring, { ...credit, payerName: '', payerAccount: '' }));
  const { rows } = await sql<{ partId: string }>`select id as "partId" from credit_parts
    where credit_id = ${creditId}`.execute(db);
  return { creditId, partId: rows[0]!.partId };
}

/** What nobody changes alone: money that is settled or that no bank has told of, what was known before, who may do what, which days count. */
export async function settled({ db, office: { officeId, staff } }: TestApi) {
  const question = { officeId, from: '2026-01-01', to: '2026-11-20', asOf: '2026-11-20', knownAt: KNOWN };
  const { openingFen, bookedFen, returnedFen } = await readMoneyBoard(db, officeId);
  const [into, out] = [
    await readCompletion(db, { ...question, direction: 'in' }),
    await readCompletion(db, { ...question, direction: 'out' }),
  ];
  const { rows } = await sql`select
    (select count(*) from transfers where closing = 'completed' and direction = 'in')::integer as completed,
    (select coalesce(sum(amount_fen), 0) from bookings)::bigint as booked,
    (select md5(string_agg(events::text, '' order by transfer_id, seq)) from events where recorded_at <= ${KNOWN}) as events,
    (select md5(string_agg(steps::text, '' order by transfer_id, ordinal)) from steps where closed_recorded_at <= ${KNOWN}) as steps,
    (select md5(string_agg(info_forms::text, '' order by id)) from info_forms where recorded_at <= ${KNOWN}) as forms,
    (select md5(string_agg(concat(id, name_sealed), '' order by id)) from persons where id in (select person_id from cases
      join transfers on transfers.case_id = cases.id where accepted_at <= ${KNOWN})) as names,
    (select md5(string_agg(concat(id, closed_at, closing), '' order by id)) from transfers where closed_at <= ${KNOWN}) as ends,
    (select md5(string_agg(transfers_out::text, '' order by transfer_id)) from transfers_out where recorded_at <= ${KNOWN}) as "out",
    (select md5(string_agg(concat(id, active, password_hash, (select string_agg(role, ',' order by role) from staff_roles
      where staff_id = id)), '' order by id)) from staff where id = any(${Object.values(staff)}::uuid[])) as rights,
    (select count(*) from remittances where state in ('released', 'sent', 'confirmed'))::integer as released,
    (select count(*) from staff where exists (select from staff_roles where staff_id = id))::integer as "whoMay",
    (select md5(string_agg(concat(day, kind), '' order by day)) from calendar_days) as days,
    (select md5(string_agg(interest_rates::text, '' order by region, year)) from interest_rates) as rates`.execute(db);
  return { money: { openingFen, bookedFen, returnedFen }, in: into, out, rows };
}

export interface Alone {
  readonly api: TestApi;
  readonly past: Past;
  readonly me: Caller;
  readonly myId: string;
}

export const say = ({ me }: Alone, transferId: string, fact: object): Promise<Answer> =>
  me.post(`/transfers/${transferId}/facts`, fact, aKey());

/** Taken in and worked off, whatever becomes of it. */
export async function brings({ api, me }: Alone, kind: string, rows: readonly Row[]): Promise<Answer> {
  const body = new FormData();
  body.set('kind', kind);
  body.set('file', new Blob([Buffer.from(csvFile(rows))]), 'file.csv');
  const answer = await me.raw('/imports', { method: 'POST', body });
  await workOff(api);
  return answer;
}

export const workOff = async ({ db }: TestApi): Promise<void> => {
  while (await withNextImport(db, (next) => importFile(db, testKeyring, next))) continue;
};

/** From the counter as far as one comes who says everything himself. */
export async function walkAlone(alone: Alone): Promise<{ id: string; cameTo: string }> {
  const { api, me } = alone;
  const id = await anAcceptedTransfer(api.db, api.office, { byStaffId: alone.myId });
  const { caseNo } = await api.db
    .selectFrom('cases')
    .innerJoin('transfers', 'case_id', 'cases.id')
    .select('case_no as caseNo')
    .where('transfers.id', '=', id)
    .executeTakeFirstOrThrow();
  for (let acts = 0; acts < 20; acts++) {
    const { rows } = await sql<{ step: string }>`select step from steps
      where transfer_id = ${id} and closed_at is null`.execute(api.db);
    const step = rows[0]?.step ?? 'closed';
    if (step === 'formAndFunds') await suspense(api, V2.totalFen, caseNo);
    const answer = await me.post(`/transfers/${id}/facts`, ONWARD[step] ?? { kind: 'takenOver' }, aKey());
    if (answer.status !== 201) return { id, cameTo: step };
  }
  return { id, cameTo: 'nowhere' };
}

const ONWARD: Readonly<Record<string, object>> = {
  review: { kind: 'reviewed', outcome: 'eligible' },
  liaisonLetter: { kind: 'letterSent', channel: 'ems', waybill: '7300000000001', sameEnvelope: true },
  delivery: { kind: 'letterDelivered' },
  formAndFunds: { kind: 'infoFormReceived', form: V2 },
  match: { kind: 'fundsAgreed' },
  entry: { kind: 'entered' },
  secondReview: { kind: 'secondReviewed', outcome: 'approved' },
  booking: { kind: 'booked' },
};

export const ROWS = {
  counterparts: COUNTERPART_ROWS.map((row) => ({ ...row, 电话: '025-00000000' })),
  // Ends what is open, and brings a new case with its money.
  ledgerIn: [ledgerInRow(2), ledgerInRow(4), ledgerInRow(3, { 办理完结日期: '', 办理进度: '信息表、基金已到' })],
  ledgerOut: [
    ledgerOutRow(1, { ...LATE, 更正次数: '0' }),
    ledgerOutRow(2, { 办理进度: '办理中', 办理完结日期: '' }),
    ledgerOutRow(3, LATE),
  ],
} as const;

export const boxAll = (me: Caller): Promise<Answer[]> =>
  Promise.all(['2026-10', '2026-11'].map((month) => me.post('/archive/boxes', { month }, aKey())));
export async function emptyBox(me: Caller, id: string): Promise<Answer> {
  const [{ caseId }] = (await me.get(`/archive/boxes/${id}`)).body.items;
  return me.post(`/archive/boxes/${id}/removals`, { caseId, reason: '调卷' });
}

export type Try = (alone: Alone) => Promise<Answer | readonly Answer[] | undefined>;

export const newCase = ({ api }: Alone): Promise<string> => anAcceptedTransfer(api.db, api.office);

/** About a credit that waits, or one of which something is proposed. */
export const decision = (
  name: string,
  more: (alone: Alone) => object | Promise<object> = () => ({}),
): ['work', Try] => [
  'work',
  async (alone) => {
    const proposed = { state: 'proposed', reason: 'named' } as const;
    const isAsked = name === 'confirm' || name === 'reject';
    const { creditId, partId } = isAsked
      ? await money(alone.api.db, alone.api.office, await newCase(alone), 100, proposed)
      : await suspense(alone.api);
    const body = { partId, decision: name, ...(await more(alone)) };
    return alone.me.post(`/credits/${creditId}/matches`, body, aKey());
  },
];
