/**
 * One account alone never changes a fen or a figure of the past. Every operation of the contract that writes is sorted here, facts, files and
 * decisions by their kinds; whatever one account can say by it is said, and confirmed by the same account.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../domain/roles.ts';
import { toxicPairs } from '../../domain/staff/toxic-roles.ts';
import { bankRow } from '../builders/bank-files.ts';
import { CORE_OPERATIONS } from '../builders/one-account-core.ts';
import { PLATFORM_OPERATIONS } from '../builders/one-account-platform.ts';
import { REMITTANCE_OPERATIONS } from '../builders/one-account-remittances.ts';
import { APPROVED, everyWayOut } from '../builders/letters-in.ts';
import { ledgerInRow } from '../builders/ledgers.ts';
import {
  type Alone,
  aPast,
  boxAll,
  brings,
  BROKEN,
  decision,
  emptyBox,
  newCase,
  type Past,
  ROWS,
  say,
  settled,
  type Try,
  walkAlone,
  workOff,
} from '../builders/one-account.ts';
import { AFTER_CLOSING_OPERATIONS } from '../builders/one-account-after-closing.ts';
import { ACCOUNTS } from '../builders/one-account-roles.ts';
import { writingOperations } from './writing-operations.ts';
import { OF_2024, V2 } from '../builders/vector-form.ts';
import { aKey, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

/**
 * `looks`: notes who looked, or how often somebody tried. `own`: the account's own password and sign-in. `signed`: a counterpart's machine, and no account.
 * `setting`: how things are done from now on. `work`: the day's work, added to what is there; what it settles, others must have prepared.
 * `twoPeople`: proposed only.
 */
type Sort = 'looks' | 'own' | 'signed' | 'setting' | 'work' | 'twoPeople';

const looks: [Sort, Try?] = ['looks'];
/** About what is closed, by a colleague who was not there; what is open he brings there himself (`walkAlone`). */
const fact = (body: object, sort: Sort = 'work'): [Sort, Try] => [
  sort,
  async (alone) => [await say(alone, alone.past.done, body), await say(alone, await newCase(alone), body)],
];
const file = (kind: keyof typeof ROWS, sort: Sort): [Sort, Try] => [sort, (alone) => brings(alone, kind, ROWS[kind])];
const reason = (kind: string, reasonCode: string) => fact({ kind, reasonCode });

const OPERATIONS: Readonly<Record<string, [Sort, Try?]>> = {
  signIn: ['own'],
  signOut: ['own'],
  changePassword: ['own'],
  saveDraft: ['own'],
  dropDraft: ['own'],
  // What he may read, as a file for himself.
  createExport: ['own'],
  searchTransfers: looks,
  revealPerson: looks,
  readStatus: looks,
  checkInfoForm: looks,
  checkPerson: looks,
  // Done and taken back.
  checkHanding: looks,
  checkTransfer: looks,
  // Of the practice desk: what somebody tries for himself, and which case was made for it.
  beginPractice: ['own'],
  finishPractice: ['own'],
  putPracticeCase: ['setting'],
  receiveScans: ['signed'],
  receiveSmsReceipts: ['signed'],
  receiveGatewayReceipts: ['signed'],

  // The cases of `walkAlone` are of this account.
  acceptTransfer: ['work'],
  'recordFact:reviewed': fact({ kind: 'reviewed', outcome: 'refused', reasonCode: 'A02' }),
  'recordFact:letterSent': fact({ kind: 'letterSent', channel: 'ems', waybill: '7200000000001', sameEnvelope: true }),
  'recordFact:letterDelivered': fact({ kind: 'letterDelivered', occurredAt: '2026-11-20T10:10:00+08:00' }),
  'recordFact:letterReturned': reason('letterReturned', 'M02'),
  'recordFact:letterLost': fact({ kind: 'letterLost' }),
  'recordFact:returnedByCounterpart': reason('returnedByCounterpart', 'L01'),
  'recordFact:infoFormReceived': fact({
    kind: 'infoFormReceived',
    form: { ...V2, years: [{ ...V2.years[0], baseFen: null, baseReason: '单位欠缴' }, OF_2024] },
  }),
  'recordFact:fundsAgreed': fact({ kind: 'fundsAgreed' }),
  'recordFact:sentBackToCounterpart': reason('sentBackToCounterpart', 'D01'),
  'recordFact:entered': fact({ kind: 'entered' }),
  'recordFact:secondReviewed': fact({ kind: 'secondReviewed', outcome: 'approved' }),
  'recordFact:booked': [
    'work',
    async (alone) => {
      await say(alone, alone.past.done, { kind: 'booked' });
      return say(alone, alone.past.overDefects, { kind: 'booked', note: '对方已说明' });
    },
  ],
  ...Object.fromEntries(
    everyWayOut.filter(({ kind }) => kind !== APPROVED.kind).map((one) => [`recordFact:${one.kind}`, fact(one)]),
  ),
  'recordFact:letterSentBack': reason('letterSentBack', 'L01'),
  // A transfer-out that is opened adds to the cohort, at once or later; it takes nothing away.
  // What was said and promised moves no fen, and no rate but its own, which it adds to.
  recordContact: ['work'],
  checkIdentity: looks,
  registerIncoming: ['work'],
  placeIncoming: ['work'],
  setIncomingAside: ['work'],
  takeIncomingUp: ['work'],
  'recordFact:decided': fact({ kind: 'decided', outcome: 'eligible', ordinal: 1 }),
  'recordFact:held': fact({ kind: 'held', reasonCode: 'H02', reviewOn: '2026-12-01' }),
  'recordFact:resumed': fact({ kind: 'resumed' }),
  'recordFact:withdrawn': fact({ kind: 'withdrawn' }),
  'recordFact:closedWithoutTransfer': reason('closedWithoutTransfer', 'L06'),
  'recordFact:takenOver': fact({ kind: 'takenOver' }),
  'recordFact:counterpartContacted': fact({ kind: 'counterpartContacted', channel: 'phone' }),
  'recordFact:personTold': fact({
    kind: 'personTold',
    taskId: '00000000-0000-4000-8000-000000000000',
    channel: 'phone',
  }),
  'recordFact:corrected': [
    'twoPeople',
    async (alone) => {
      const { done, overDefects, entered, formReceived } = alone.past;
      const corrects = (correctsSeq: number, more: object) => ({
        kind: 'corrected',
        correctsSeq,
        note: '有误',
        ...more,
      });
      return [
        await say(alone, overDefects, corrects(formReceived, { correctedForm: { ...BROKEN, formNo: 'F2' } })),
        await say(alone, done, corrects(1, { correctedName: '样例改' })),
        await say(alone, done, corrects(entered, { correctedOccurredAt: '2026-11-20T10:02:00+08:00' })),
      ];
    },
  ],
  ...AFTER_CLOSING_OPERATIONS,
  // Of persons: they touch no money, and no figure counts who somebody is.
  correctContact: ['work'],
  renewStatusCode: ['work'],
  putMessageTemplate: ['setting'],
  putDocumentTemplate: ['setting'],
  putLetterhead: ['setting'],
  addLogo: ['setting'],
  // Papers are added, and say what is so without them.
  makeDocument: [
    'work',
    ({ me, past: { done } }) => me.post(`/transfers/${done}/documents`, { kind: 'acceptanceSlip' }),
  ],
  makeRefusalDocument: ['work'],
  previewDocument: looks,
  previewDocumentTemplate: looks,
  previewLetterhead: looks,
  printDocumentBatch: looks,
  printLetters: ['work'],
  printEnvelopes: ['work'],
  printHandOverList: ['work'],
  correctCounterpart: ['setting'],
  writeHandOverNote: ['work'],
  markHandOverNoteRead: ['work'],
  refuseApplication: ['work'],
  // What is told and put away is beside the ledger: it changes no figure of it.
  makeMonthlySheet: [
    'work',
    async ({ me }) => {
      const body = { month: '2026-10' };
      return [
        await me.post('/monthly-sheets', body, aKey()),
        await me.post('/monthly-sheets', { ...body, reason: '退回重报' }, aKey()),
      ];
    },
  ],
  boxClosedCases: ['work', ({ me }) => boxAll(me)],
  takeOutOfBox: [
    'work',
    async ({ me }) => {
      await boxAll(me);
      const { items = [] } = (await me.get('/archive/boxes')).body as { items?: { id: string }[] };
      return Promise.all(items.map(({ id }) => emptyBox(me, id)));
    },
  ],
  printMonthlySheet: ['work'],
  printBoxContents: ['work'],
  drawAuditSample: [
    'work',
    ({ me }) =>
      me.post(
        '/audit-samples',
        { basis: 'accepted', from: '2026-01-01', to: '2026-11-01', size: 5, seed: 'alone' },
        aKey(),
      ),
  ],
  correctIdentity: ['twoPeople'],
  joinPersons: ['twoPeople'],
  addPaper: [
    'work',
    ({ me, past: { done } }) => {
      const body = new FormData();
      body.set('kind', '信息表');
      body.set('file', new Blob(['%PDF-1.7\n%%EOF\n'], { type: 'application/pdf' }), 'form.pdf');
      return me.raw(`/transfers/${done}/papers`, { method: 'POST', body });
    },
  ],
  closeTask: [
    'work',
    async ({ me }) => {
      const { items = [] } = (await me.get('/tasks?state=open&limit=5')).body as { items?: { id: string }[] };
      return Promise.all(items.map(({ id }) => me.post(`/tasks/${id}/closing`, { note: '已核实' })));
    },
  ],

  'decideMatch:confirm': decision('confirm'),
  'decideMatch:reject': decision('reject'),
  'decideMatch:match': decision('match', async (alone) => ({ transferId: await newCase(alone) })),
  'decideMatch:reverse': decision('reverse', () => ({ entryId: '00000000-0000-4000-8000-000000000000' })),
  returnCredit: [
    'twoPeople',
    ({ me, past: { suspense: credit } }) =>
      me.post(`/credits/${credit.creditId}/return`, { partId: credit.partId, reasonCode: 'F07' }, aKey()),
  ],

  'importFile:counterparts': file('counterparts', 'setting'),
  'importFile:ledgerIn': file('ledgerIn', 'twoPeople'),
  'importFile:ledgerOut': file('ledgerOut', 'twoPeople'),
  'importFile:openTransfers': [
    'work',
    (alone) => {
      const { 姓名, 公民身份号码 } = ledgerInRow(9);
      const row = { 业务编号: 'IN20260600009', 姓名: 姓名!, 公民身份号码: 公民身份号码!, 原参保地行政区划: '320100' };
      return brings(alone, 'openTransfers', [{ ...row, 信息表转移基金总额: '100.00' }]);
    },
  ],
  // What the bank has paid out or in is its own word, and nothing of it is booked or returned by it.
  'importFile:bankStatement': [
    'work',
    (alone) =>
      brings(alone, 'bankStatement', [
        bankRow({ serial: aKey()['Idempotency-Key']!.slice(0, 30), yuan: '34,206.44', memo: '养老保险' }),
      ]),
  ],
  'importFile:courierScans': [
    'work',
    (alone) =>
      brings(alone, 'courierScans', [{ 邮件号: '7200000000001', 时间: '2026-11-20 10:50', 代码: '704', 描述: '妥投' }]),
  ],

  ...CORE_OPERATIONS,
  ...PLATFORM_OPERATIONS,
  ...REMITTANCE_OPERATIONS,

  // The same rows as of any file, one of them put right.
  correctImportLines: [
    'twoPeople',
    async (alone) => {
      const { body } = await brings(alone, 'ledgerIn', [ledgerInRow(5, { 公民身份号码: '' })]);
      const value = ledgerInRow(5).公民身份号码!;
      const rows = [{ line: 2, cells: [{ column: '公民身份号码', value }] }];
      const answer = await alone.me.post(`/imports/${String(body.id)}/corrections`, { rows });
      await workOff(alone.api);
      return answer;
    },
  ],

  confirmApproval: ['twoPeople'],
  refuseApproval: ['twoPeople'],

  addStaff: [
    'twoPeople',
    ({ me, myId }) =>
      me.post('/staff', { username: `more-${myId.slice(0, 8)}`, displayName: '新同事', roles: ['accountClerk'] }),
  ],
  changeStaff: [
    'twoPeople',
    async ({ me, api: { office } }) => {
      await me.send('PATCH', `/staff/${office.staff.manager}`, { active: false });
      return me.send('PATCH', `/staff/${office.staff.finance}`, { roles: ['finance', 'reviewer'] });
    },
  ],
  resetPassword: ['twoPeople', ({ me, api: { office } }) => me.post(`/staff/${office.staff.reviewer}/password`)],
  loadCalendar: [
    'twoPeople',
    ({ me }) =>
      me.send('PUT', '/calendar/2026', {
        notice: '补发通知',
        supplements: true,
        rest: [{ from: '2026-11-16', to: '2026-11-17' }],
        work: [],
      }),
  ],
  askForRepair: ['setting', ({ me }) => me.post('/upkeep/repairs', { kind: 'openSteps' })],
  addAbsence: [
    'setting',
    ({ me, api: { office } }) => me.post('/absences', { staffId: office.staff.letterClerk2, fromDay: '2026-11-20' }),
  ],
  endAbsence: [
    'setting',
    async ({ me }) => {
      const { items = [] } = (await me.get('/absences')).body as { items?: { id: string }[] };
      return Promise.all(items.map(({ id }) => me.send('DELETE', `/absences/${id}`)));
    },
  ],
  putBankAccounts: [
    'twoPeople',
    ({ me }) => me.send('PUT', '/bank-accounts', { items: [{ number: '6222 0000-9999', name: '收入户' }] }),
  ],
  putInterestRate: [
    'twoPeople',
    ({ me }) => me.send('PUT', '/interest-rates/2025', { basisPoints: 151, source: '补发通知' }),
  ],
  changeOffice: [
    'twoPeople',
    async ({ me }) => {
      const { areaCode: _, ...details } = (await me.get('/office')).body as { areaCode: string };
      return me.send('PUT', '/office', { ...details, telephone: '010-66009999' });
    },
  ],
  putOfficeRule: [
    'twoPeople',
    ({ me }) =>
      me.send('PUT', '/office-rules', {
        name: 'silentAfterWorkingDays',
        value: 4,
        source: '承诺',
        fromDay: '2027-01-04',
      }),
  ],
  putBankLayout: ['setting'],
  steerClock: ['setting', ({ me }) => me.send('PUT', '/clock', { speed: 1 })],
};

test('every operation that writes is sorted here', () => {
  expect(Object.keys(OPERATIONS).sort()).toEqual(writingOperations().sort());
});

let api: TestApi;
let past: Past;
beforeAll(async () => {
  api = await startApi();
  past = await aPast(api);
});
afterAll(() => api.stop());

async function alone(roles: readonly Role[]): Promise<Alone> {
  const me = await api.asNew(roles);
  return { api, past, me, myId: (await me.get('/me')).body.id as string };
}
const waitingOf = async (me: Caller): Promise<{ id: string; kind: string }[]> =>
  ((await me.get('/approvals')).body.proposed as { id: string; kind: string; state: string }[]).filter(
    ({ state }) => state === 'waiting',
  );

describe.each(ACCOUNTS)('%s alone', (_, roles, proposes) => {
  test('changes no fen that is settled and no figure of the past, whatever it says and confirms', async () => {
    expect(toxicPairs(roles)).toEqual([]);
    const one = await alone(roles);
    const before = await settled(api);
    await walkAlone(one);
    for (const [name, [, attempt]] of Object.entries(OPERATIONS)) {
      const answers = [(await attempt?.(one)) ?? []].flat();
      // Said as the contract wants it: it was understood, whatever came of it.
      for (const { status, text } of answers)
        expect([200, 201, 202, 204, 403, 409, 422], `${name} ${text}`).toContain(status);
    }
    const waiting = await waitingOf(one.me);
    expect(new Set(waiting.map(({ kind }) => kind))).toEqual(new Set(proposes));
    for (const { id } of waiting) {
      expect((await one.me.post(`/approvals/${id}/confirmation`)).status).toBe(409);
      expect((await one.me.post(`/approvals/${id}/refusal`, { note: '撤回' })).status).toBe(200);
    }
    await workOff(api);
    expect(await settled(api)).toEqual(before);
  });

  test('comes no further with a case of its own than to where a second person is needed', async () => {
    const { cameTo } = await walkAlone(await alone(roles));
    expect(cameTo).toBe(roles.includes('manager') || roles.includes('clerk') ? 'secondReview' : 'review');
  });
});

/** Or the test above would see nothing. */
describe('two people', () => {
  const confirmed = async ({ body }: Answer, by: Caller): Promise<void> => {
    expect((await by.post(`/approvals/${body.id as string}/confirmation`)).status).toBe(200);
    await workOff(api);
  };

  test.each([
    'returnCredit',
    'importFile:ledgerIn',
    'importFile:ledgerOut',
    // Before the booking, after which no figure of the form changes.
    'recordFact:corrected',
    'recordFact:booked',
    'changeStaff',
    // What is booked goes back.
    'reverseTransfer',
  ])('do what one cannot: %s', async (operation) => {
    const one = await alone(operation === 'changeStaff' ? ['administrator'] : ['manager']);
    const before = await settled(api);
    await OPERATIONS[operation]![1]!(one);
    const second = await api.asNew(operation === 'changeStaff' ? ['administrator'] : ['manager']);
    // Of a fact each of its corrections: of an instant, of a name, of figures.
    const isCorrection = operation === 'recordFact:corrected';
    const waiting = (await waitingOf(one.me)).slice(0, isCorrection ? 3 : 1);
    expect(waiting).toHaveLength(isCorrection ? 3 : 1);
    let last = before;
    for (const body of waiting) {
      await confirmed({ body } as unknown as Answer, second);
      const now = await settled(api);
      expect(now).not.toEqual(last);
      last = now;
    }
  });
});
