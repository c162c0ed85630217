/** What becomes of a bank's entries: each once, none twice, and a person asked where nobody can know. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { listRefusals } from '../../../db/imported/lines.ts';
import { putBankAccounts, readBankAccounts, type WrittenAccount } from '../../../db/office/bank-accounts.ts';
import { checkInvariants } from '../../../invariants/check.ts';
import { bankRow } from '../../builders/bank-files.ts';
import { statementFile, statementXml, zipOf, type Entry, type Statement } from '../../builders/statements.ts';
import { ownNumber, ref, takingStatements } from './taking-statements.ts';

const { url: databaseUrl, db, office, awaits, take, takeXml, statesOf } = await takingStatements();

const ours = (accounts: readonly WrittenAccount[]) =>
  db.transaction().execute((tx) => putBankAccounts(tx, office.officeId, readBankAccounts(accounts)));

describe('an entry is account, day, amount, direction and reference', () => {
  test('references that begin anew each day lose nothing, and the same file again changes nothing', async () => {
    const [one, two] = await awaits('1001.00', '1002.00');
    const day = (on: string, yuan: string, memo: string): Entry[] => [
      { ref: ref(1), day: on, yuan, memo },
      { ref: ref(2), day: on, yuan: '5.00', memo: '利息' },
    ];
    await takeXml(day('2026-11-26', '1001.00', `养老转移${one!}`), { account: '6222' });
    const second = day('2026-11-27', '1002.00', `养老转移${two!}`);
    const taken = await takeXml(second, { account: '6222' });
    expect(taken.lines).toEqual([
      ['accepted', 'match', 'referenceReused'],
      ['accepted', 'suspense', 'referenceReused'],
    ]);
    expect([await statesOf(one!), await statesOf(two!)]).toEqual([['matched'], ['matched']]);
    expect(await takeXml(second, { account: '6222' })).toMatchObject({ accepted: 0, unchanged: 2 });
  });

  test('a file of several days with one reference says that the bank counts anew', async () => {
    const taken = await takeXml([
      { ref: '1', day: '2026-11-23', yuan: '7.00', memo: '甲' },
      { ref: '1', day: '2026-11-24', yuan: '7.00', memo: '甲' },
    ]);
    expect(taken).toMatchObject({ accepted: 2, said: ['referencesRepeat'] });
  });

  test('a credit and the debit of the same reference are two entries', async () => {
    const rows = [
      bankRow({ serial: ref(1), yuan: '300.00', memo: '来账' }),
      bankRow({ serial: ref(1), yuan: '300.00', memo: '冲正', mark: '借' }),
    ];
    expect(await take(rows)).toMatchObject({ accepted: 2, unchanged: 0 });
    expect(await take(rows)).toMatchObject({ accepted: 0, unchanged: 2 });
  });

  test('two accounts may have equal references', async () => {
    const entries = [{ ref: ref(1), yuan: '11.00', memo: '往来款' }];
    expect((await takeXml(entries, { account: '6222-1' })).lines).toEqual([['accepted', 'suspense']]);
    expect((await takeXml(entries, { account: '6222-2' })).lines).toEqual([['accepted', 'suspense']]);
    expect((await takeXml(entries, { account: '62222' })).lines).toEqual([['unchanged', 'suspense']]);
  });

  test('one reference for two payments of one day and amount is two entries, and one for the same row twice is one', async () => {
    const [one] = await awaits('20.00');
    const taken = await takeXml([
      { ref: ref(1), yuan: '20.00', memo: '利息' },
      { ref: ref(1), yuan: '20.00', memo: one! },
      { ref: ref(1), yuan: '20.00', memo: one! },
    ]);
    expect(taken.lines).toEqual([
      ['accepted', 'suspense'],
      ['accepted', 'match', 'textChanged'],
      ['unchanged', 'match'],
    ]);
  });
});

test('one reference in two files of a zip is one entry, whatever each says about it', async () => {
  const [one] = await awaits('500.00');
  const told = (memo: string, message: string) =>
    statementXml([{ ref: ref(1), yuan: '200.00', memo }], { account: '6222', message });
  const files = {
    'day.xml': told(`${one!} 个人账户`, 'camt.053.001.08'),
    'notice.xml': told(`${one!} 个人账户 转移接续`, 'camt.054.001.08').replaceAll(/(BkToCstmr)?Stmt>/g, (_, message) =>
      message === undefined ? 'Ntfctn>' : 'BkToCstmrDbtCdtNtfctn>',
    ),
  };
  expect((await take(zipOf(files))).lines).toEqual([
    ['accepted', 'part'],
    ['unchanged', 'part'],
  ]);
  expect(await statesOf(one!)).toEqual(['matched']);
});

describe('without a reference', () => {
  test('an entry goes in under what there is, and once', async () => {
    const [one] = await awaits('1003.00');
    const entries = [{ yuan: '1003.00', memo: one! }];
    expect((await takeXml(entries)).lines).toEqual([['accepted', 'match', 'noReference']]);
    expect(await takeXml(entries)).toMatchObject({ accepted: 0, unchanged: 1 });
  });

  test('two that are alike in one statement are two, and a person says so', async () => {
    const entries = [
      { yuan: '8.00', memo: `来账${ref(1)}` },
      { yuan: '8.00', memo: `来账${ref(1)}` },
    ];
    expect((await takeXml(entries)).lines).toEqual([
      ['accepted', 'suspense', 'noReference'],
      ['accepted', 'suspense', 'noReference', 'likelyDouble'],
    ]);
    expect(await takeXml(entries)).toMatchObject({ accepted: 0, unchanged: 2 });
  });
});

describe('a likely double', () => {
  test('under another reference stops for a person, who is told what it is like', async () => {
    const [one] = await awaits('500.00');
    const part = (serial: string) => bankRow({ serial, yuan: '200.00', memo: `${one!} 个人账户` });
    await take([part(ref(1))]);
    const taken = await take([part(ref(2))]);
    expect(taken.lines).toEqual([['accepted', 'suspense', 'likelyDouble']]);
    expect(await statesOf(one!)).toEqual(['matched']);
    const { rows } = await sql<{ reason: string; hints: string[]; tasks: number }>`select part.reason,
      credits.explanation -> 'hints' as hints,
      (select count(*)::integer from tasks where about ->> 'creditId' = credits.id::text and closed_at is null) as tasks
      from credits join credit_parts part on part.credit_id = credits.id where serial = ${ref(2)}`.execute(db);
    expect(rows).toEqual([{ reason: 'likelyDouble', hints: [one], tasks: 1 }]);
  });
});

describe('a batch', () => {
  const detail = (yuan: string, memo: string): string =>
    `<TxDtls><Amt Ccy="CNY">${yuan}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RmtInf><Ustrd>${memo}</Ustrd></RmtInf></TxDtls>`;

  test('with other amounts than are awaited stops, though the sum agrees', async () => {
    const [one, two] = await awaits('1000.00', '1000.00');
    const details = detail('900.00', `养老转移 ${one!}`) + detail('1100.00', `养老转移 ${two!}`);
    expect((await takeXml([{ ref: ref(1), yuan: '2000.00', details }])).lines).toEqual([['accepted', 'amountDiffers']]);
    expect([await statesOf(one!), await statesOf(two!)]).toEqual([['proposed'], ['proposed']]);
  });

  test('of forty gives each his own, two details of one person together, and stops only the one that is wrong', async () => {
    const totals = Array.from({ length: 40 }, (_, n) => `${String(1000 + n)}.00`);
    const cases = await awaits(...totals);
    const details = cases.flatMap((one, n) =>
      n === 0
        ? [detail('400.00', `${one} 个人账户`), detail('600.00', `${one} 统筹`)]
        : [detail(n === 39 ? '1.00' : totals[n]!, `养老保险关系转移接续 ${one} ${'附言'.repeat(20)}`)],
    );
    const sum = totals.slice(0, 39).reduce((total, yuan) => total + Number(yuan), 1);
    await takeXml([{ ref: ref(1), yuan: `${String(sum)}.00`, details: details.join('') }]);
    const states = await Promise.all(cases.map(statesOf));
    expect(states.slice(0, 39).every((of) => of.every((state) => state === 'matched'))).toBe(true);
    expect(states[39]).toEqual(['proposed']);
  });

  test('whose details do not add up goes to nobody', async () => {
    const [one] = await awaits('10.00');
    const details = detail('10.00', one!) + detail('3.00', '手续费');
    const taken = await takeXml([{ ref: ref(1), yuan: '10.00', details }]);
    expect(taken.lines).toEqual([['accepted', 'suspense', 'detailsDiffer']]);
    expect(await statesOf(one!)).toEqual([]);
  });
});

test.each([
  [
    'the entry’s own text beside a generic one',
    (one: string) => ({ memo: '跨行汇款', more: `<AddtlNtryInf>养老转移${one}</AddtlNtryInf>` }),
  ],
  [
    'the payer’s own reference',
    (one: string) => ({
      details: `<TxDtls><Refs><EndToEndId>${one}</EndToEndId></Refs><RmtInf><Ustrd>跨行汇款</Ustrd></RmtInf></TxDtls>`,
    }),
  ],
  [
    'structured remittance',
    (one: string) => ({
      details: `<TxDtls><RmtInf><Strd><CdtrRefInf><Ref>${one}</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>`,
    }),
  ],
  [
    'two lines, broken inside the number',
    (one: string) => ({
      details: `<TxDtls><RmtInf><Ustrd>养老转移${one.slice(0, 9)}</Ustrd><Ustrd>${one.slice(9)}</Ustrd></RmtInf></TxDtls>`,
    }),
  ],
])('%s names the transfer', async (_, told) => {
  const [one] = await awaits('1001.00');
  expect((await takeXml([{ ref: ref(1), yuan: '1001.00', ...told(one!) }])).lines).toEqual([['accepted', 'match']]);
});

describe('statements', () => {
  const account = (n: number): string => `955${ownNumber(n)}`;

  test('that overlap by a day are taken once, and say so', async () => {
    const [one, two] = [
      { ref: ref(1), day: '2026-11-24', yuan: '1.00', memo: '甲' },
      { ref: ref(2), day: '2026-11-25', yuan: '2.00', memo: '乙' },
    ];
    await takeXml([one, two], { account: account(1), from: '2026-11-24', to: '2026-11-25' });
    const taken = await takeXml([two, { ...two, ref: ref(3), day: '2026-11-26' }], {
      account: account(1),
      from: '2026-11-25',
      to: '2026-11-26',
    });
    expect(taken).toMatchObject({ accepted: 1, unchanged: 1, said: ['statementOverlap'] });
  });

  test('between which one is missing say so, by their balances or their days', async () => {
    const day = (on: string, opening?: string, closing?: string): Statement => ({
      account: account(2),
      from: on,
      ...(opening && closing && { opening, closing }),
    });
    await takeXml([{ ref: ref(1), day: '2026-11-23', yuan: '5.00', memo: '甲' }], day('2026-11-23', '10.00', '15.00'));
    const next = await takeXml(
      [{ ref: ref(2), day: '2026-11-24', yuan: '5.00', memo: '甲' }],
      day('2026-11-24', '15.00', '20.00'),
    );
    expect(next.said).toEqual([]);
    const later = await takeXml(
      [{ ref: ref(3), day: '2026-11-26', yuan: '5.00', memo: '甲' }],
      day('2026-11-26', '29.00', '34.00'),
    );
    expect(later.warnings).toMatchObject([
      { code: 'statementGap', message: expect.stringContaining('closed with 20.00') as string },
    ]);
    const last = await takeXml([], day('2026-11-30'));
    expect(last.said).toEqual(['noEntries', 'statementGap']);
    expect(last.warnings[1]?.message).toContain('from 2026-11-27 to 2026-11-29');
  });

  test('in another currency give nothing, and say why', async () => {
    const file = statementFile([{ ref: ref(1), yuan: '5.00', memo: '甲' }], { account: account(3), currency: 'USD' });
    const text = new TextDecoder().decode(file).replaceAll('Ccy="CNY"', 'Ccy="USD"');
    const taken = await take(new TextEncoder().encode(text));
    expect(taken).toMatchObject({ accepted: 0, refused: 1, said: ['currency'] });
    expect(await listRefusals(db, taken.id)).toMatchObject([
      { code: 'currency', reason: expect.stringContaining('USD') as string },
    ]);
  });

  test('of an account that is not ours are refused once the office has named its own', async () => {
    await ours([{ number: account(4), name: '收入户' }]);
    const entries = [{ ref: ref(1), yuan: '5.00', memo: '甲' }];
    const foreign = await takeXml(entries, { account: '9999888877776666' });
    expect(foreign).toMatchObject({ state: 'failed', failure: expect.stringContaining('ending in 6666') as string });
    expect(await takeXml(entries, { account: account(4) })).toMatchObject({ accepted: 1 });
    // A file that names no account is of the only one there is.
    const told = bankRow({ serial: ref(1), yuan: '5.00', memo: '甲', payer: '样例省中心', bookedOn: '2026-11-26' });
    expect(await take([told])).toMatchObject({ unchanged: 1 });
    await ours([]);
  });

  test('without entries are done, and say so', async () => {
    expect(await takeXml([], { account: account(5) })).toMatchObject({
      state: 'done',
      linesTotal: 0,
      said: ['noEntries'],
    });
  });
});

test('whatever came in, every promise of the ledger holds', async () => {
  expect(await checkInvariants({ databaseUrl })).toEqual([]);
});
