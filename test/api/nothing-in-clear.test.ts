/**
 * Whatever somebody may write goes through every operation of the contract as a marked value, and stands nowhere in clear: no table,
 * no message to Temporal, no log, no metric. A text that the contract gains must be written here too.
 */
import type { Client } from '@temporalio/client';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { procedureRows } from '../../db/connection/procedure-rows.ts';
import { relayOnce } from '../../relay/relay.ts';
import { fileOf, makeNext } from '../builders/exported.ts';
import { bringIn, COUNTERPART_ROWS, standInNovember2026, workOffNext } from '../builders/imports.ts';
import { ledgerInRow, ledgerOutRow } from '../builders/ledgers.ts';
import { FORGIVEN, FORMED, isInClear, mark, marked, texts, type Body } from '../builders/marked.ts';
import { inSuspense } from '../builders/marked-money-in.ts';
import { moneyGoesOut } from '../builders/marked-money-out.ts';
import { markedLedgerIn, markedLedgerOut, PLATFORM_ROW, TYPED } from '../builders/marked-rows.ts';
import { somebodyTalks } from '../builders/marked-talks.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { everyWayOut } from '../builders/letters-in.ts';
import { goesOnFrom } from '../builders/marked-after-closing.ts';
import { aForm, aResidentId, money } from '../builders/walk.ts';
import { MADE_UP_LIMITS, madeUp, WITH_MADE_UP } from '../made-up/procedure.ts';
import { aKey, COURIER_SECRET, SMS_SECRET, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';
import { SEALED_COLUMNS } from '../support/in-clear.ts';
import { textOf } from '../support/pdf.ts';
import { silentEvents } from '../support/running-office.ts';
import { deliverSigned } from '../support/signed-delivery.ts';
import { tracesOf } from '../support/traces.ts';

/** Of files that go out: what was asked for, and what is in them. */
const OF_EXPORTS = ['export_parts.content_sealed', 'exports.filter_sealed'];

const written = new Map<string, string>();
const toTemporal: string[] = [];
let api: TestApi;
/** Two who may do everything that the office does, and one who administers. */
let one: Caller, other: Caller;
let administrator: Caller;

/** Sends it with its marks, and remembers them once it was taken. */
async function writes(operation: string, body: Body, send: (body: Body) => Promise<Answer>): Promise<Answer> {
  const filled = marked(operation, body);
  const answer = await send(filled.body);
  expect([200, 201, 202, 204], `${operation} ${answer.text}`).toContain(answer.status);
  for (const [text, value] of filled.marks) written.set(text, value);
  return answer;
}

const says = (who: Caller, id: string, fact: Body): Promise<Answer> =>
  writes(`recordFact[${String(fact['kind'])}]`, fact, (body) => who.post(`/transfers/${id}/facts`, body, aKey()));

async function accepts(change: Body = {}): Promise<string> {
  const application = {
    person: {},
    employer: {},
    agent: {},
    counterpartAreaCode: '310000',
    scheme: 'enterprise',
    ...change,
  };
  const answer = await writes('acceptTransfer', application, (body) => one.post('/transfers', body, aKey()));
  return answer.body.transfer.id as string;
}

const reads = async (id: string) => (await one.get(`/transfers/${id}`)).body;
const taskOf = async (path: string): Promise<string> => (await one.get(`/tasks?${path}`)).body.items[0].id;
let waybill = 7_300_000_000_000;
const letterSent = () => ({ kind: 'letterSent', channel: 'ems', waybill: String(++waybill) });
const eligible = { kind: 'reviewed', outcome: 'eligible' };
const TOTAL = 3_420_644;
const form = () => {
  const [first, ...rest] = aForm(TOTAL).years;
  return { ...aForm(TOTAL), years: [{ ...first }, ...rest] };
};

beforeAll(async () => {
  api = await startApi({}, WITH_MADE_UP);
  await sql.raw(procedureRows(WITH_MADE_UP)).execute(api.db);
  await api.db.insertInto('limits').values(MADE_UP_LIMITS).execute();
  await standClockAt(api.db, '2026-03-03T10:00:00+08:00');
  [one, other] = [await api.asNew(['manager']), await api.asNew(['manager'])];
  administrator = await api.asNew(['administrator']);
}, 60_000);
afterAll(() => api.stop());

/** Proposed by one, done by the other; the note of the proposal is that of the act. */
async function takesTwo(proposed: Promise<Answer>, note: string): Promise<void> {
  const { id } = (await proposed).body as { id: string };
  written.set(`approval of ${id}`, written.get(note)!);
  for (const who of [one, other]) expect((await who.get(`/approvals/${id}`)).text).toContain(written.get(note));
  const confirmed = await other.post(`/approvals/${id}/confirmation`, {});
  expect(confirmed.status, confirmed.text).toBe(200);
}

/** Its bases are somebody's decision, and that takes two. */
const formComes = (id: string): Promise<void> =>
  takesTwo(says(one, id, { kind: 'infoFormReceived', form: form() }), 'recordFact[infoFormReceived] note');

test('a transfer goes from the counter to its booking, with a word at every step', async () => {
  const id = await accepts();
  await says(one, id, { kind: 'counterpartContacted', channel: 'phone' });
  await says(one, id, { kind: 'held', reasonCode: 'H01', reviewOn: '2026-03-20' });
  await says(one, id, {
    kind: 'personTold',
    taskId: await taskOf(`transferId=${id}&kind=tellPerson`),
    channel: 'phone',
  });
  await says(one, id, { kind: 'resumed' });
  await says(other, id, { kind: 'takenOver' });
  await says(one, id, eligible);
  await says(one, id, letterSent());
  await says(one, id, { kind: 'letterDelivered' });
  const { creditId, partId } = await money(api.db, api.office, id, TOTAL + 1);
  await formComes(id);
  // What was too much is gone, and nobody has told of it: finance compares.
  await sql`with credit as (update credits set amount_fen = ${TOTAL} where id = ${creditId})
    update credit_parts set amount_fen = ${TOTAL} where id = ${partId}`.execute(api.db);
  await says(one, id, { kind: 'fundsAgreed' });
  await says(one, id, { kind: 'entered' });
  await says(other, id, { kind: 'secondReviewed', outcome: 'approved' });
  const { items } = (await one.get(`/transfers/${id}/events?limit=200`)).body;
  const seqOf = (kind: string): number => items.find((event: { kind: string }) => event.kind === kind).seq;
  const correction = { kind: 'corrected', correctsSeq: 1 };
  const refused = (await says(one, id, correction)).body;
  await writes('refuseApproval', {}, (body) => other.post(`/approvals/${refused.id}/refusal`, body));
  const ofForm = { ...correction, correctsSeq: seqOf('infoFormReceived'), correctedName: undefined };
  for (const corrected of [correction, { ...ofForm, correctedForm: form() }])
    await takesTwo(says(one, id, corrected), 'recordFact[corrected] note');
  await says(await api.as('accountClerk'), id, { kind: 'booked' });
  await goesOnFrom(id, { one, writes, says, takesTwo });
});

test('and others end in every other way', async () => {
  const [back, sentBack, withdrawn, ended] = [await accepts(), await accepts(), await accepts(), await accepts()];
  await says(one, back, eligible);
  for (const fact of [
    { kind: 'letterReturned', reasonCode: 'M01' },
    { kind: 'letterLost' },
    { kind: 'returnedByCounterpart', reasonCode: 'L01' },
  ]) {
    await says(one, back, letterSent());
    await says(one, back, fact);
  }
  await says(one, sentBack, eligible);
  await says(one, sentBack, letterSent());
  await says(one, sentBack, { kind: 'letterDelivered' });
  await formComes(sentBack);
  await says(one, sentBack, { kind: 'sentBackToCounterpart', reasonCode: 'F03' });
  await says(one, withdrawn, { kind: 'withdrawn' });
  await says(one, ended, eligible);
  await says(one, ended, letterSent());
  await says(one, ended, { kind: 'closedWithoutTransfer', reasonCode: 'L06' });
  const same = (body: Body) => one.post(`/transfers/${ended}/same-person`, body, aKey());
  await takesTwo(writes('joinPersons', { transferId: withdrawn }, same), 'joinPersons note');
  await api.db.updateTable('counterparts').set({ channel: 'platform' }).execute();
  const madeUpOne = await accepts({ procedureType: madeUp.type });
  await says(one, madeUpOne, { kind: 'letterSent', channel: 'platform' });
  await says(one, madeUpOne, { kind: 'decided', ordinal: 2, outcome: 'given' });
});

test('a letter of another region comes, and its transfer-out goes every way', async () => {
  const unread = { kind: 'letter', arrivedAt: '2026-03-02T09:00:00+08:00' };
  const comes = async (letterNo: string): Promise<string> => {
    const paper = { ...unread, senderAreaCode: '310000', person: {}, letterNo };
    return (await writes('registerIncoming', paper, (body) => one.post('/incoming', body, aKey()))).body.transferId;
  };
  const id = await comes('L-1');
  for (const fact of everyWayOut) await says(fact.kind === 'secondReviewed' ? other : one, id, fact);
  await says(one, await comes('L-2'), { kind: 'letterSentBack', reasonCode: 'L01' });
  const { id: waiting } = (await one.post('/incoming', unread, aKey())).body as { id: string };
  const aside = (body: Body) => one.post(`/incoming/${waiting}/setting-aside`, body);
  await writes('setIncomingAside', {}, aside);
  await one.post(`/incoming/${waiting}/taking-up`, {});
  await writes('placeIncoming', { senderAreaCode: '310000', person: {} }, (body) =>
    one.post(`/incoming/${waiting}/placing`, body),
  );
});

test('a person is corrected, and another is refused in writing', async () => {
  const id = await accepts();
  await writes('correctContact', { identitySeen: true }, (body) => one.send('PATCH', `/transfers/${id}/contact`, body));
  const identity = (body: Body) => one.send('PATCH', `/transfers/${id}/identity`, body, aKey());
  await takesTwo(writes('correctIdentity', {}, identity), 'correctIdentity note');
  const { personName, person } = await reads(id);
  expect([personName, person.address]).toEqual(
    ['correctIdentity name', 'correctContact address'].map((text) => written.get(text)),
  );
  const application = { person: {}, employer: {}, agent: {}, counterpartAreaCode: '310000', drawsPension: true };
  const refused = await writes('refuseApplication', { application, reasonCode: 'A02' }, (body) =>
    one.post('/refusals', body, aKey()),
  );
  expect((await one.get(`/refusals/${refused.body.id}`)).body.note).toBe(written.get('refuseApplication note'));
});

test('the courier and the gateway write what they like', async () => {
  const id = await accepts();
  const scans = [{ waybill: '1099999999990', scannedAt: '2026-03-03T01:00:00Z', code: '999' }];
  await writes('receiveScans', { scans }, (body) =>
    deliverSigned(api, { path: '/courier/scans', secret: COURIER_SECRET, body: JSON.stringify(body) }),
  );
  await writes('closeTask', {}, async (body) => one.post(`/tasks/${await taskOf('kind=unknownScan')}/closing`, body));
  await sql`update notices set state = 'sent' where transfer_id = ${id}`.execute(api.db);
  const [notice] = (await reads(id)).notices;
  for (const reference of ['of-nobody', notice.id as string]) {
    await writes('receiveSmsReceipts', { receipts: [{ reference, state: 'failed' }] }, (body) =>
      deliverSigned(api, { path: '/sms/receipts', secret: SMS_SECRET, body: JSON.stringify(body) }),
    );
    written.set(`receipt of ${reference}`, written.get('receiveSmsReceipts receipts.0.reason')!);
  }
  expect((await reads(id)).notices[0].failure).toBe(written.get(`receipt of ${notice.id as string}`));
});

test('what the core system says otherwise is settled in words', async () => {
  const receipt = { serial: 'BZ1', answers: 'IN20990100001', amountFen: 1, bookedOn: '2026-03-02' };
  const accountClerk = await api.as('accountClerk');
  expect((await accountClerk.post('/core/receipts', receipt)).status).toBe(201);
  const [difference] = (await accountClerk.get('/core/differences')).body.items;
  await writes('settleCoreDifference', {}, (body) =>
    accountClerk.post(`/core/differences/${difference.id as string}/settlement`, body),
  );
});

test('money is decided about, papers come, colleagues are away, somebody looks for a person', async () => {
  const id = await accepts();
  const [given, returned] = [
    await inSuspense({ api, one, written }, 'G1'),
    await inSuspense({ api, one, written }, 'G2'),
  ];
  await writes('decideMatch', { partId: given.partId, decision: 'match', transferId: id }, (body) =>
    one.post(`/credits/${given.creditId}/matches`, body, aKey()),
  );
  const back = await writes('returnCredit', { partId: returned.partId, reasonCode: 'F05' }, (body) =>
    one.post(`/credits/${returned.creditId}/return`, body, aKey()),
  );
  expect((await other.post(`/approvals/${back.body.id}/confirmation`, {})).status).toBe(200);
  await writes('addPaper', {}, (body) => {
    const file = new FormData();
    file.set('kind', body['kind']);
    file.set('file', new Blob(['%PDF-1.4 nothing in it']), 'a.pdf');
    return one.raw(`/transfers/${id}/papers`, { method: 'POST', body: file });
  });
  expect((await reads(id)).papers[0].kind).toBe(written.get('addPaper kind'));
  await writes('addAbsence', { staffId: api.office.staff.letterClerk2, fromDay: '2026-03-10' }, (body) =>
    one.post('/absences', body),
  );
  expect((await one.get('/absences')).body.items[0].note).toBe(written.get('addAbsence note'));
  for (const field of ['any', 'name', 'idNumber', 'mobile'])
    await writesOne('searchTransfers', field, (body) => one.post('/transfers/search', body));
  await writes('revealPerson', { reason: 'other' }, (body) => one.post(`/transfers/${id}/person/revealing`, body));
  await writes('checkPerson', {}, (body) => one.post('/checks/person', body));
  const application = { person: {}, employer: {}, agent: {}, counterpartAreaCode: '310000' };
  await writes('checkTransfer', application, (body) => one.post('/checks/transfer', body));
  await writes('checkInfoForm', { form: form() }, (body) => one.post('/checks/info-form', body));
});

/** Of a body of which one member is enough. */
async function writesOne(operation: string, field: string, send: (body: Body) => Promise<Answer>): Promise<void> {
  const text = `${operation} ${field}`;
  const value = (FORMED[text] ?? mark)();
  const answer = await send({ [field]: value });
  expect(answer.status, `${text} ${answer.text}`).toBe(200);
  written.set(text, value);
}

test('whoever leaves writes for whoever takes over', async () => {
  const id = await accepts();
  const note = await writes('writeHandOverNote', {}, (body) => one.post(`/transfers/${id}/hand-over-notes`, body));
  expect(note.body.text).toBe(written.get('writeHandOverNote text'));
  expect((await one.get(`/transfers/${id}/hand-over-notes`)).body.items[0].text).toBe(note.body.text);
});

test('somebody is talked to', async () => somebodyTalks(await accepts(), { one, writes, written }));

test('money goes out', async () => moneyGoesOut(await accepts(), { api, one, writes, written, takesTwo }));

test('papers say what only they say, and a preview keeps nothing', async () => {
  const id = await accepts();
  const made = await writes('makeDocument', TYPED.missing(), (body) => one.post(`/transfers/${id}/documents`, body));
  const text = await textOf((await one.bytes(`/documents/${made.body.id}/file`)).body);
  for (const said of ['makeDocument input.materials.0', 'makeDocument input.note', 'acceptTransfer person.name'])
    expect(text, said).toContain(written.get(said));
  // What is printed is packed, so that no word of it would be found: no paper lies there unsealed.
  written.set('the head of a paper', '%PDF-1.');
  for (const paper of [TYPED.missing(), TYPED.certificate()])
    await writes('previewDocument', paper, (body) => one.post(`/transfers/${id}/documents/preview`, body));
  await writes('makeDocument', TYPED.certificate(), (body) => one.post(`/transfers/${id}/documents`, body));
  await writes('previewDocumentTemplate', { kind: 'notTakenUp', words: {} }, ({ kind, words }) =>
    administrator.post('/document-templates/preview', { kind, words: { closing: (words as Body)['*'] } }),
  );
});

test('a case is taken out of its box and a monthly sheet is sent back, each with a reason', async () => {
  const boxed = await one.post('/archive/boxes', { month: '2026-03' }, aKey());
  expect(boxed.status, boxed.text).toBe(201);
  const address = `/archive/boxes/${boxed.body.items[0].id as string}`;
  const [{ caseId }] = (await one.get(address)).body.items;
  const out = await writes('takeOutOfBox', { caseId }, (body) => one.post(`${address}/removals`, body));
  expect(out.text).toContain(written.get('takeOutOfBox reason'));
  const sheet = { month: '2026-03' };
  expect((await one.post('/monthly-sheets', sheet, aKey())).status).toBe(201);
  const anew = await writes('makeMonthlySheet', sheet, (body) => one.post('/monthly-sheets', body, aKey()));
  expect(anew.body.reason).toBe(written.get('makeMonthlySheet reason'));
});

test('passwords are set and changed', async () => {
  const account = { username: 'somebody-new', displayName: 'somebody', roles: ['clerk'] };
  const added = await writes('addStaff', account, (body) => administrator.post('/staff', body));
  const password = written.get('addStaff password')!;
  const signedIn = await writes('signIn', { username: 'somebody-new', password }, (body) =>
    api.anonymous.post('/sessions', body),
  );
  const headers = { Authorization: `Bearer ${String(signedIn.body.token)}` };
  await writes('changePassword', { current: password }, (body) =>
    api.anonymous.send('PUT', '/me/password', body, headers),
  );
  await writes('saveDraft', { seen: null }, (body) =>
    api.anonymous.send('PUT', '/drafts/accept.office', body, headers),
  );
  await writes('changeStaff', {}, (body) => administrator.send('PATCH', `/staff/${added.body.id}`, body));
});

test('a ledger comes in with its persons', async () => {
  await standInNovember2026(api.db);
  const said = markedLedgerIn();
  await bringIn(api.db, api.office, 'counterparts', COUNTERPART_ROWS);
  const brought = await bringIn(api.db, api.office, 'ledgerIn', [ledgerInRow(1, { ...said, 性别: '' })]);
  expect(brought).toMatchObject({ accepted: 1 });
  const broken = await bringIn(api.db, api.office, 'ledgerIn', [ledgerInRow(2, { 公民身份号码: '' })]);
  await writes('correctImportLines', { rows: [{ line: 2, cells: [{ column: '姓名' }] }] }, (body) =>
    one.post(`/imports/${broken.id}/corrections`, body),
  );
  await workOffNext(api.db);
  for (const [column, value] of Object.entries(said)) written.set(`ledgerIn ${column}`, value);

  const later = { ...said, 办理进度: mark(), 存在问题: mark() };
  expect(await bringIn(api.db, api.office, 'ledgerIn', [ledgerInRow(1, { ...later, 性别: '' })])).toMatchObject({
    changed: 1,
  });
  for (const [column, value] of Object.entries(later)) written.set(`later ledgerIn ${column}`, value);

  const gone = markedLedgerOut();
  expect(await bringIn(api.db, api.office, 'ledgerOut', [ledgerOutRow(1, gone)])).toMatchObject({ accepted: 1 });
  for (const [column, value] of Object.entries(gone)) written.set(`ledgerOut ${column}`, value);
});

test('the national platform lists its persons, and somebody says what a difference was', async () => {
  const said = { 姓名: mark(), 公民身份号码: aResidentId() };
  expect(await bringIn(api.db, api.office, 'platformInTransit', [{ ...PLATFORM_ROW, ...said }])).toMatchObject({
    accepted: 1,
  });
  for (const [column, value] of Object.entries(said)) written.set(`platformInTransit ${column}`, value);
  const [{ id }] = (await one.get('/platform-differences')).body.items;
  await writes('settlePlatformDifference', {}, (body) =>
    one.post(`/platform-differences/${id as string}/settling`, body),
  );
  expect((await one.get('/platform-differences')).text).toContain(written.get('settlePlatformDifference note'));
});

test('also in a row that is refused', async () => {
  const said = { 姓名: mark(), 公民身份号码: mark(), 手机号码: mark(), 存在问题: mark(), 受理日期: mark() };
  const brought = await bringIn(api.db, api.office, 'ledgerIn', [ledgerInRow(2, said)]);
  expect(brought).toMatchObject({ accepted: 0, refused: 1 });
  for (const [column, value] of Object.entries(said)) written.set(`refused row ${column}`, value);
});

test('files go out with persons in them, and with what was looked for', async () => {
  await writes('createExport', { what: 'listCredits', format: 'csvUtf8', filter: {} }, ({ filter, ...asked }) =>
    one.post('/exports', { ...asked, filter: { serial: (filter as Body)['*'] } }),
  );
  await makeNext(api.db, api.ask);
  const { items } = (await one.get('/exports')).body;
  expect(items[0]).toMatchObject({ state: 'done', filter: { serial: written.get('createExport filter.*') } });
  const transfers = await fileOf(api, one, 'listTransfers', { state: 'all' });
  expect(transfers).toContain(written.get('acceptTransfer person.name'));
  const ledger = await fileOf(api, one, 'ledgerIn', {});
  for (const column of ['姓名', '公民身份号码']) expect(ledger).toContain(written.get(`ledgerIn ${column}`));
});

test('every text of the contract was written, or is in clear for a reason that still holds', () => {
  // The contract wants more than blanks there, which narrows nothing.
  expect(texts).toEqual(expect.arrayContaining(['takeOutOfBox reason', 'makeMonthlySheet reason']));
  const covered = [...written.keys()].filter((text) => texts.includes(text));
  expect([...covered, ...texts.filter(isInClear)].sort()).toEqual(texts);
  expect(FORGIVEN.filter((text) => !texts.includes(text))).toEqual([]);
});

test('whoever may reads what was said of a fact', async () => {
  const said = await saidInHistories();
  const notes = [...written].filter(([text]) => /^recordFact\[.*\] (note|legalGround)$/.test(text));
  expect(notes.length).toBeGreaterThan(20);
  expect(notes.filter(([, value]) => !said.includes(value)).map(([text]) => text)).toEqual([]);
});

async function saidInHistories(): Promise<string> {
  const { items } = (await one.get('/transfers?state=all&limit=100')).body as { items: { id: string }[] };
  const histories = items.map(({ id }) => one.get(`/transfers/${id}/events?limit=200`));
  return (await Promise.all(histories)).map(({ text }) => text).join('\n');
}

test('no table holds a word of it in clear', async () => {
  const tables = await sql<{ name: string }>`select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`.execute(api.db);
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ all: string | null }>`select string_agg(to_jsonb(t)::text, E'\n') as all
      from ${sql.table(name)} t`.execute(api.db);
    found.push(...tracesIn(name, rows[0]!.all ?? ''));
  }
  expect(tables.rows.length).toBeGreaterThan(50);
  expect(found).toEqual([]);
});

function tracesIn(where: string, all: string): string[] {
  return [...written].flatMap(([text, value]) =>
    tracesOf(value).some((trace) => all.includes(trace)) ? [`${where}: ${text}`] : [],
  );
}

test('no message to Temporal does', async () => {
  const note = (options: unknown) => Promise.resolve(void toTemporal.push(JSON.stringify(options)));
  const client = {
    workflow: {
      signalWithStart: (_: unknown, options: unknown) => note(options),
      getHandle: (id: string) => ({ signal: (...args: unknown[]) => note([id, args]) }),
    },
    withDeadline: (_: number, call: () => Promise<unknown>) => call(),
  } as unknown as Client;
  await sql`update outbox set not_before = clock_timestamp() where sent_at is null`.execute(api.db);
  const relay = { db: api.db, databaseUrl: api.databaseUrl, client, events: silentEvents };
  while ((await relayOnce(relay)).taken > 0);
  expect(toTemporal.length).toBeGreaterThan(5);
  expect(tracesIn('Temporal', toTemporal.join('\n'))).toEqual([]);
});

test('nor a log or a metric', async () => {
  expect(api.log.length).toBeGreaterThan(50);
  expect(tracesIn('log', api.log.join('\n'))).toEqual([]);
  expect(tracesIn('metrics', await api.scraped())).toEqual([]);
});

test('what is sealed in a column of its own is known by name', async () => {
  const { rows } = await sql<{ name: string }>`select table_name || '.' || column_name as name
    from information_schema.columns where table_schema = 'public' and column_name like '%\_sealed' order by 1`.execute(
    api.db,
  );
  expect(rows.map(({ name }) => name)).toEqual([...SEALED_COLUMNS, ...OF_EXPORTS].sort());
});
