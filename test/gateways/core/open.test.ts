/** The core system over HTTP: as the simulated one speaks, and as a template of an operator says. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CoreForm, CoreSystem } from '../../../domain/core/core-system.ts';
import { openCore } from '../../../gateways/core/open.ts';
import { accountOf } from '../../../simulator/core/accounts.ts';
import { startCoreSystem, type PlayedCore } from '../../../simulator/core/core-system.ts';
import { receiptsOf } from '../../../simulator/core/receipts.ts';
import { residentId } from '../../builders/persons.ts';
import { aGateway, type PlayedAnswer, type PlayedGateway } from '../sms/a-gateway.ts';

const CORE_SECRET = 'core-secret-of-at-least-thirty-two-c';
const TODAY = '2026-03-10';

const form = (infoFormId: string, totalFen = 3_420_644): CoreForm => ({
  infoFormId,
  caseNo: 'IN20260300001',
  person: { idNumber: residentId('1980-01-01', 11), name: '甲子丑' },
  months: 17,
  amounts: {
    personalBefore1998Fen: 0,
    accountUntilLastYearFen: 980_644,
    accountThisYearFen: 400_000,
    accountTotalFen: 1_380_644,
    pooledFundFen: 2_040_000,
    totalFen,
  },
});

describe('the simulated core system', () => {
  let folder: string;
  let played: PlayedCore;
  let core: CoreSystem;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-core-'));
    played = await startCoreSystem({
      port: 0,
      secret: CORE_SECRET,
      dataDir: folder,
      areaCode: '110102',
      today: () => Promise.resolve(TODAY),
    });
    core = openCore({ environment: { CORE_URL: played.url, CORE_SECRET } })!.system!;
  });
  afterAll(() => played.stop());

  const known = Array.from({ length: 30 }, (_, day) =>
    residentId(`1980-01-${String(day + 1).padStart(2, '0')}`, 11),
  ).find((idNumber) => accountOf(idNumber, '110102', TODAY)?.form)!;

  test('answers the rows and the form of an account, to the fen', async () => {
    const account = accountOf(known, '110102', TODAY)!;

    const answer = await core.fetchAccount({ idNumber: known, name: '甲子丑' });

    expect(answer).toMatchObject({
      ok: true,
      value: {
        rows: account.rows,
        unreadable: 0,
        facts: { personalNo: account.personalNo, firstPaid: account.firstPaid },
      },
    });
    expect(answer.ok && answer.value!.form).toMatchObject({
      totalFen: (account.form as { totalFen: number }).totalFen,
    });
  });

  test('takes a batch once, keeps a log of its own without persons, and has its receipts', async () => {
    const told = { number: 'HX20260300001', forms: [form('11111111-1111-4111-8111-111111111111')] };

    expect(await core.sendBatch(told)).toEqual({ state: 'sent', reason: '' });
    expect(await core.sendBatch(told)).toEqual({ state: 'sent', reason: '' });

    const log = await readFile(join(folder, 'core.ndjson'), 'utf8');
    expect(
      log
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { kind: string }).kind),
    ).toEqual(['batch', 'batchAgain']);
    expect(log).not.toContain(told.forms[0]!.person.idNumber);
    const expected = receiptsOf({ id: told.forms[0]!.infoFormId, caseNo: '', totalFen: 3_420_644 }, TODAY);
    expect(await core.fetchReceipts('2026-03-01')).toEqual({ ok: true, value: expected });
    expect(await core.fetchReceipts('2026-03-11')).toEqual({ ok: true, value: [] });
  });

  test('knows nobody whom it does not know, and nobody who cannot prove himself', async () => {
    const unknown = Array.from({ length: 400 }, (_, day) => residentId(`19${String(60 + (day % 30))}-02-11`, day)).find(
      (idNumber) => accountOf(idNumber, '110102', TODAY) === undefined,
    )!;
    const stranger = openCore({ environment: { CORE_URL: played.url, CORE_SECRET: 'x'.repeat(32) } })!.system!;

    expect(await core.fetchAccount({ idNumber: unknown, name: '甲' })).toEqual({ ok: true, value: null });
    expect(await stranger.fetchAccount({ idNumber: known, name: '甲' })).toEqual({ ok: false, reason: 'core401' });
  });
});

describe('a core system by a template of an operator', () => {
  let server: PlayedGateway | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  async function coreBy(template: object, answer: (path: string) => PlayedAnswer | undefined): Promise<CoreSystem> {
    server = await aGateway(({ url }) => answer(url));
    const file = join(await mkdtemp(join(tmpdir(), 'baton-core-')), 'core.json');
    await writeFile(file, JSON.stringify({ name: 'province', money: 'yuan', ...template }));
    return openCore({ template: file, environment: { CORE_URL: server.url, CORE_USER: '四川' } }, 2_000)!.system!;
  }
  const json = (content: unknown): PlayedAnswer => ({
    status: 200,
    body: JSON.stringify(content),
    headers: { 'content-type': 'application/json' },
  });

  const account = {
    request: {
      address: '{env.CORE_URL}/q',
      headers: { 'x-user': '{env.CORE_USER|percent}' },
      body: { json: { aac002: '{idNumber}' } },
    },
    rows: 'data.list',
    nobody: { 'data.found': false },
    row: {
      areaCode: 'aab299',
      fromMonth: 'aae041',
      toMonth: 'aae042',
      nature: 'lx',
      base: 'aae180',
      employer: 'dw',
      personal: 'gr',
      credited: 'aae381',
    },
  };
  const ROW = {
    aab299: '510100',
    aae041: '2023-01',
    aae042: '2023-12',
    aae180: '10000.00',
    dw: '19200',
    gr: '9600',
    aae381: '9600',
  };

  test('its fields and yuan are read, and a row that cannot be read is counted', async () => {
    const core = await coreBy({ account }, () =>
      json({
        data: { list: [ROW, { ...ROW, lx: '定额缴费', aae180: '' }, { ...ROW, gr: 'viel' }, { ...ROW, aae041: '' }] },
      }),
    );

    expect(await core.fetchAccount({ idNumber: '110102199912310357', name: '甲' })).toMatchObject({
      ok: true,
      value: {
        rows: [
          { areaCode: '510100', fromMonth: '202301', toMonth: '202312', baseFen: 1_000_000, personalFen: 960_000 },
          { nature: 'fixedAmount', baseFen: null },
        ],
        unreadable: 2,
        form: null,
      },
    });
    expect(JSON.parse(server!.heard[0]!.body)).toEqual({ aac002: '110102199912310357' });
  });

  test('“nobody” is said in its own words', async () => {
    const core = await coreBy({ account }, () => json({ data: { found: false } }));
    expect(await core.fetchAccount({ idNumber: '1', name: '甲' })).toEqual({ ok: true, value: null });
  });

  test('an answer that is none makes nothing', async () => {
    const core = await coreBy({ account }, () => json({ data: 'later' }));
    expect(await core.fetchAccount({ idNumber: '1', name: '甲' })).toEqual({ ok: false, reason: 'unreadable' });
  });

  const batch = {
    request: { address: '{env.CORE_URL}/b', body: { json: { pch: '{number}', sl: '{count}', mx: '{forms}' } } },
    form: { id: '{infoFormId}', xm: '{name}', je: '{total}' },
    taken: { code: '0' },
  };
  const told = { number: 'HX20260300002', forms: [form('22222222-2222-4222-8222-222222222222')] };

  test('a batch is told in its words and in yuan', async () => {
    const core = await coreBy({ batch }, () => json({ code: 0 }));

    expect(await core.sendBatch(told)).toEqual({ state: 'sent', reason: '' });

    expect(JSON.parse(Buffer.from(server!.heard[0]!.body, 'latin1').toString('utf8'))).toEqual({
      pch: 'HX20260300002',
      sl: '1',
      mx: [{ id: told.forms[0]!.infoFormId, xm: '甲子丑', je: '34206.44' }],
    });
  });

  test.each<[string, PlayedAnswer | undefined, string]>([
    ['a refusal', { status: 422 }, 'refused'],
    ['an answer that says no', json({ code: 7 }), 'unknown'],
    ['a failure', { status: 500 }, 'unknown'],
    ['who are you', { status: 401 }, 'unknown'],
    ['a redirect', { status: 302 }, 'unknown'],
    ['silence', undefined, 'unknown'],
  ])('%s is never “sent”', async (_, answer, state) => {
    const core = await coreBy({ batch }, () => answer);
    expect((await core.sendBatch(told)).state).toBe(state);
  });

  test('where nobody listens nothing was said', async () => {
    const core = await coreBy({ batch }, () => undefined);
    await server!.stop();
    expect((await core.sendBatch(told)).state).toBe('unreachable');
    server = undefined;
  });
});

describe('a template that cannot work', () => {
  test('is refused with everything that is wrong with it, and no value', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'baton-core-')), 'core.json');
    const account = {
      request: { address: '{env.CORE_URL}/{nowhere}', headers: { a: '{env.CORE_USER}' } },
      rows: 'r',
      row: {},
    };
    await writeFile(file, JSON.stringify({ name: 'province', account }));

    const open = () => openCore({ template: file, environment: { CORE_URL: 'https://secret-host.example' } });

    expect(open).toThrow(/\{nowhere\}.*\n.*CORE_USER.*\n.*account\.row\.areaCode/);
    expect(open).not.toThrow(/secret-host/);
  });

  test('sees nothing of the environment but what begins with CORE_', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'baton-core-')), 'core.json');
    const receipts = {
      request: { address: '{env.SMS_SECRET}' },
      items: 'i',
      item: { serial: 's', answers: 'a', amount: 'b', bookedOn: 'c' },
    };
    await writeFile(file, JSON.stringify({ name: 'province', receipts }));
    expect(() => openCore({ template: file, environment: { SMS_SECRET: 'x' } })).toThrow(/SMS_SECRET/);
  });

  test('none is opened where none is named', () => {
    expect(openCore({ environment: {} })).toBeUndefined();
  });
});
