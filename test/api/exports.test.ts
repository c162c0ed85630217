import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { startExportRunner, type ExportRunner } from '../../exports/run-export.ts';
import { createLogger } from '../../observability/logger.ts';
import { setRoles, updateStaff } from '../../db/office/staff.ts';
import type { ExportWhat } from '../../domain/exported.ts';
import { makeNext, rowsIn } from '../builders/exported.ts';
import { COUNTERPART_ROWS, standInNovember2026, takeIn } from '../builders/imports.ts';
import { ledgerInRow, ledgerOutRow } from '../builders/ledgers.ts';
import { testKeyring } from '../builders/office.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { fieldsOf, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';
import { eventually } from '../support/eventually.ts';

let api: TestApi;
let manager: Caller;
let transferId: string;
beforeAll(async () => {
  api = await startApi();
  await standInNovember2026(api.db);
  await takeIn(api.db, api.office, 'counterparts', COUNTERPART_ROWS);
  await takeIn(
    api.db,
    api.office,
    'ledgerIn',
    Array.from({ length: 7 }, (_, index) => ledgerInRow(index + 1)),
  );
  await takeIn(api.db, api.office, 'ledgerOut', [ledgerOutRow(1), ledgerOutRow(2)]);
  transferId = await anAcceptedTransfer(api.db, api.office);
  manager = await api.as('manager');
});
afterAll(() => api.stop());

const ask = (who: Caller, what: string, filter: Record<string, unknown> = {}, format = 'xlsx') =>
  who.post('/exports', { what, filter, format });

/** Asked for and made. */
async function made(who: Caller, what: ExportWhat, filter: Record<string, string> = {}, format = 'xlsx') {
  const answer = await ask(who, what, filter, format);
  expect([answer.status, answer.body]).toEqual([
    202,
    expect.objectContaining({ what, filter, format, state: 'waiting', rows: 0 }),
  ]);
  await makeNext(api.db, api.ask);
  const { body } = await who.get(answer.headers.get('Location')!);
  return body;
}

async function fileOf(who: Caller, id: string): Promise<{ answer: Response; bytes: Buffer }> {
  const { answer, bytes } = await download(who, id);
  expect(answer.status).toBe(200);
  return { answer, bytes };
}

async function download(who: Caller, id: string) {
  const answer = await who.fetched(`/exports/${id}/file`);
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
}

test('a list goes out with its filter, row by row as the screen has it', async () => {
  const filter = { state: 'closed', direction: 'in' };
  const done = await made(manager, 'listTransfers', filter);
  expect(done).toMatchObject({
    state: 'done',
    rows: 7,
    rowsTotal: 7,
    failure: null,
    fileName: '业务清单-2026-11-20.xlsx',
  });
  const { answer, bytes } = await fileOf(manager, done.id);
  expect(answer.headers.get('Content-Type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  expect(answer.headers.get('Content-Disposition')).toContain(encodeURIComponent('业务清单-2026-11-20.xlsx'));
  expect(bytes).toHaveLength(done.bytes);
  const rows = await rowsIn(bytes, ['业务编号', '姓名', '结果']);
  const { items } = (await manager.get('/transfers?state=closed&direction=in')).body;
  expect(rows.map((row) => [row['业务编号'], row['姓名'], row['结果']])).toEqual(
    items.map(({ caseNo, personName }: { caseNo: string; personName: string }) => [caseNo, personName, '办结']),
  );
});

const MONTH = { from: '2026-05-01', to: '2026-11-30' };
const FILTERS: Readonly<Record<string, Record<string, string>>> = {
  listManualDecisions: MONTH,
  listCompletionTransfers: { direction: 'in', ...MONTH, bucket: 'cohort' },
  listBelatedFacts: { direction: 'in', ...MONTH },
  listVolumeItems: { figure: 'accepted', ...MONTH },
  listStepTimeItems: { party: 'own', ...MONTH },
  listMonthSheetItems: { direction: 'in', figure: 'accepted', ...MONTH },
  readCompletion: { direction: 'in', ...MONTH, by: 'counterpart' },
  readVolume: { ...MONTH, compareWith: 'yearBefore' },
  readMainFigures: { ...MONTH, since: '2020-01-01' },
  readStepTimes: MONTH,
  readMonthSheet: { direction: 'in', ...MONTH },
};
const ADDRESSES: Readonly<Record<string, string>> = {
  listTransfers: '/transfers',
  listTasks: '/tasks',
  listLetters: '/letters',
  listCredits: '/credits',
  listWaitingMoney: '/credits/waiting',
  listDebits: '/debits',
  listBankStatements: '/bank-statements',
  listImports: '/imports',
  listRefusals: '/refusals',
  listManualDecisions: '/manual-decisions',
  listHeldWork: '/held-work',
  listCompletionTransfers: '/metrics/completion/transfers',
  listBelatedFacts: '/metrics/completion/belated-facts',
  listVolumeItems: '/metrics/volume/items',
  listStepTimeItems: '/metrics/steps/items',
  listMonthSheetItems: '/metrics/month-sheet/items',
  listCounterparts: '/counterparts',
  listStaff: '/staff',
};

test.each(Object.entries(ADDRESSES))('%s as a file has as many rows as %s answers', async (what, address) => {
  const filter = FILTERS[what] ?? {};
  const done = await made(manager, what as ExportWhat, filter, 'csvUtf8');
  const { body } = await manager.get(`${address}?${new URLSearchParams(filter).toString()}`);
  expect(done).toMatchObject({ state: 'done', rows: body.items.length });
  expect(body.next ?? null).toBeNull();
});

const REPORTS = [
  'readCompletion', 'readVolume', 'readMainFigures', 'readStepTimes', 'readMonthSheet', 'readMoney', 'readOpenWork',
] as const; // prettier-ignore

test.each(REPORTS)('%s goes out as a table of figures', async (what) => {
  const done = await made(manager, what, FILTERS[what] ?? {}, 'csvGb18030');
  expect(done).toMatchObject({ state: 'done' });
  const rows = await rowsIn((await fileOf(manager, done.id)).bytes, ['部分', '指标', '数值', '金额', '内容']);
  expect(rows.length).toBe(done.rows);
  expect(rows.length).toBeGreaterThan(5);
});

test('what is wrong with a filter is said as the list says it, all at once, and nothing is stored', async () => {
  const before = (await manager.get('/exports')).body.items.length;
  const answer = await ask(manager, 'listTransfers', { state: 'lost', ageFrom: 'x', colour: 'red' });
  expect(answer.status).toBe(422);
  expect(fieldsOf(answer).sort()).toEqual([
    'filter.ageFrom: type',
    'filter.colour: unknownParameter',
    'filter.state: unknownValue',
  ]);
  expect(fieldsOf(await ask(manager, 'listManualDecisions', { from: '2026-05-02', to: '2026-05-01' }))).toEqual([
    'filter.to: beforeFrom',
  ]);
  expect(fieldsOf(await ask(manager, 'listTransfers', { limit: '3', cursor: 'x' })).sort()).toEqual([
    'filter.cursor: unknownParameter',
    'filter.limit: unknownParameter',
  ]);
  expect(fieldsOf(await ask(manager, 'ledgerIn', { from: 'May', state: 'open' })).sort()).toEqual([
    'filter.from: form',
    'filter.state: unknownParameter',
  ]);
  expect(fieldsOf(await ask(manager, 'listSecrets'))).toEqual(['what: unknownValue']);
  expect((await manager.get('/exports')).body.items).toHaveLength(before);
});

test('whoever may not read a list gets no file of it, and the ledgers with their numbers go to the manager alone', async () => {
  const clerk = await api.as('clerk');
  expect((await ask(clerk, 'listDebits')).status).toBe(403);
  expect((await ask(clerk, 'ledgerIn')).status).toBe(403);
  expect((await ask(await api.asNew(['administrator']), 'listTransfers')).status).toBe(403);
  expect((await ask(clerk, 'listTransfers')).status).toBe(202);
  await makeNext(api.db, api.ask);
});

test('a file is for whoever asked for it: to others it is not there', async () => {
  const { id } = await made(manager, 'listTasks');
  const other = await api.asNew(['manager']);
  for (const path of [`/exports/${id}`, `/exports/${id}/file`]) expect((await other.get(path)).status).toBe(404);
  expect((await other.get('/exports')).body.items).toEqual([]);
});

async function leaving() {
  const who = await api.asNew(['manager']);
  const { id } = (await who.get('/me')).body;
  return { who, leave: () => setRoles(api.db, id as string, ['administrator']) };
}

test('whoever has lost the role meanwhile gets nothing, be the file made or not', async () => {
  const early = await leaving();
  const waiting = await ask(early.who, 'ledgerIn');
  await early.leave();
  await makeNext(api.db, api.ask);
  expect((await early.who.get(`/exports/${waiting.body.id}`)).body).toMatchObject({
    state: 'failed',
    failure: 'roleEnded',
    bytes: 0,
  });
  const late = await leaving();
  const done = await made(late.who, 'ledgerIn');
  await late.leave();
  await eventually(async () => (await late.who.get(`/exports/${done.id}/file`)).status === 403);
});

test('whose account was closed meanwhile gets nothing either', async () => {
  const who = await api.asNew(['manager']);
  const { id: staffId } = (await who.get('/me')).body;
  const { id } = (await ask(who, 'ledgerOut')).body;
  await updateStaff(api.db, staffId as string, { active: false });
  await makeNext(api.db, api.ask);
  const row = await api.db
    .selectFrom('exports')
    .select(['state', 'failure', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ state: 'failed', failure: 'roleEnded', bytes: 0 });
  expect(await keptParts(id)).toEqual([]);
});

const keptParts = (id: string) => api.db.selectFrom('export_parts').select('no').where('export_id', '=', id).execute();

test('a role that ends while the rows are read ends the file', async () => {
  const { who, leave } = await leaving();
  const answer = await ask(who, 'listTransfers', { state: 'all' });
  await makeNext(api.db, async (...question) => {
    const said = await api.ask(...question);
    await leave();
    return said;
  });
  expect(await keptParts(answer.body.id)).toEqual([]);
  const row = await api.db
    .selectFrom('exports')
    .select(['state', 'failure'])
    .where('id', '=', answer.body.id)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ state: 'failed', failure: 'roleEnded' });
});

test('who took what away, with how many rows and of whom, is in the read log before the first byte', async () => {
  const { id, rows } = await made(manager, 'listTransfers', { state: 'all' });
  const before = (await manager.get('/look-ups?limit=200')).body.items.filter(isTaken).length;
  await fileOf(manager, id);
  const taken = (await manager.get('/look-ups?limit=200')).body.items.filter(isTaken);
  expect(taken).toHaveLength(before + 1);
  expect(taken[0]).toMatchObject({ kind: 'export listTransfers', rows, by: { id: api.office.staff.manager } });
  expect(taken[0].transferIds).toContain(transferId);
  expect(new Set(taken[0].transferIds).size).toBe(rows);
  expect((await manager.get(`/look-ups?transferId=${transferId}`)).body.items.some(isTaken)).toBe(true);
});
const isTaken = ({ kind }: { kind: string }): boolean => kind.startsWith('export ');

test('the counts for the public name nobody, and hide what is few', async () => {
  const done = await made(manager, 'publicStatistics', {}, 'csvUtf8');
  const rows = await rowsIn((await fileOf(manager, done.id)).bytes, [
    '受理月份',
    '方向',
    '对方省份',
    '险种',
    '办理结果',
    '件数',
  ]);
  expect(rows).toContainEqual({
    受理月份: '2026-05',
    方向: '转入',
    对方省份: '江苏',
    险种: '企业职工',
    办理结果: '办结',
    件数: '7',
  });
  expect(rows).toContainEqual({
    受理月份: '2026-05',
    方向: '转出',
    对方省份: '浙江',
    险种: '企业职工',
    办理结果: '办结',
    件数: '少于5',
  });
  expect(rows.filter((row) => Number(row['件数']) < 5)).toEqual([]);
  const { body } = await manager.get('/look-ups?limit=200');
  expect(body.items.find(isTaken)).toMatchObject({
    kind: 'export publicStatistics',
    transferIds: [],
    rows: rows.length,
  });
});

test('one that was cut off is begun anew, never half a file, and five times at most', async () => {
  const { body } = await ask(manager, 'ledgerIn', {}, 'csvUtf8');
  const stopping = new AbortController();
  stopping.abort();
  await makeNext(api.db, api.ask, stopping.signal);
  expect((await manager.get(`/exports/${body.id}`)).body.state).toBe('running');
  expect((await manager.get(`/exports/${body.id}/file`)).status).toBe(404);
  await sql`insert into export_parts (export_id, no, content_sealed) values (${body.id}, 1, ${testKeyring.seal('half', `export_parts ${body.id} 1`)}),
    (${body.id}, 7, ${testKeyring.seal('a file', `export_parts ${body.id} 7`)})`.execute(api.db);
  await makeNext(api.db, api.ask);
  const done = (await manager.get(`/exports/${body.id}`)).body;
  expect(done).toMatchObject({ state: 'done', rows: 8, rowsTotal: 8 });
  const { bytes } = await fileOf(manager, body.id);
  expect(bytes).toHaveLength(done.bytes);
  expect(await rowsIn(bytes, ['业务编号'])).toHaveLength(8);

  const away = (await ask(manager, 'listTasks')).body.id;
  const isAway = () => makeNext(api.db, () => Promise.reject(new Error('Connection terminated unexpectedly')));
  for (let times = 0; times < 6; times++) await expect(isAway()).rejects.toThrow('Connection terminated');
  await makeNext(api.db, api.ask);
  expect((await manager.get(`/exports/${away}`)).body.state).toBe('done');

  const bad = (await ask(manager, 'listTasks')).body.id;
  const dies = () => makeNext(api.db, () => Promise.reject(new Error('the process dies')));
  for (let times = 0; times < 5; times++) await expect(dies()).rejects.toThrow('the process dies');
  await dies();
  expect((await manager.get(`/exports/${bad}`)).body).toMatchObject({ state: 'failed', failure: 'cannotBeMade' });
});

test('a file is gone when its days are over', async () => {
  const { id } = await made(manager, 'listTasks');
  await sql`update exports set kept_until = now() - interval '1 second' where id = ${id}`.execute(api.db);
  expect((await manager.get(`/exports/${id}`)).body.state).toBe('expired');
  expect((await manager.get(`/exports/${id}/file`)).status).toBe(404);
  const logger = createLogger({ level: 'info', process: 'test', destination: { write: (line) => api.log.push(line) } });
  const runner: ExportRunner = startExportRunner({
    db: api.db,
    keyring: testKeyring,
    ask: api.ask,
    logger,
    pollMs: 50,
  });
  try {
    await eventually(async () => {
      const parts = await api.db.selectFrom('export_parts').select('no').where('export_id', '=', id).execute();
      return parts.length === 0;
    });
    const { body } = await ask(manager, 'listImports');
    runner.wake();
    await eventually(async () => (await manager.get(`/exports/${body.id}`)).body.state === 'done');
  } finally {
    await runner.stop();
  }
});

test('more than five at once of one colleague are a mistake', async () => {
  const who = await api.asNew(['manager']);
  const answers: Answer[] = [];
  for (let times = 0; times < 6; times++) answers.push(await ask(who, 'listTasks'));
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202, 429]);
  while (await makeNext(api.db, api.ask));
});

test('nothing of a person stands in clear in what is kept, nor in the log', async () => {
  const { id } = await made(manager, 'ledgerIn', {}, 'csvUtf8');
  const name = ledgerInRow(1)['姓名']!;
  expect((await fileOf(manager, id)).bytes.toString('utf8')).toContain(name);
  const { content_sealed: sealed } = await api.db
    .selectFrom('export_parts')
    .select('content_sealed')
    .where('export_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(sealed.includes(Buffer.from(name))).toBe(false);
  expect(api.log.join('\n')).not.toContain(name);
});
