/** How papers lie on the sheet: whole, within it, and never a seal by itself. */
import { describe, expect, test } from 'vitest';
import { loadFonts } from '../../documents/fonts/fonts.ts';
import type { DocumentKind, Issued, OfficeHead } from '../../documents/kind.ts';
import { KINDS, kindOf } from '../../documents/kinds/index.ts';
import type { YearRow } from '../../documents/kinds/years-table.ts';
import { renderPaper, type Rendered } from '../../documents/render/render.ts';
import { DOCUMENT_KINDS, type DrawnKind } from '../../domain/documents/kinds.ts';
import { aPng } from '../builders/pictures.ts';
import { beyondTheSheet, codeOf, pagesOf, textOf } from '../support/pdf.ts';

const fonts = loadFonts([]);
const office: OfficeHead = {
  name: '样例区社会保险事业管理中心',
  telephone: '010-66000000',
  address: '样例市样例区样例街88号政务服务中心3层',
  postcode: '100000',
  sealText: '样例区社会保险事业管理中心业务专用章',
  logo: { mediaType: 'image/png', bytes: new Uint8Array(aPng(90, 60)) },
};
const address = 'https://office.samplecity.example/d/7K2M9QXD4PB3T';
const issued: Issued = {
  number: 'IN20260100001-1-1',
  day: '2026-03-06',
  version: 1,
  check: { code: '7K2M9QXD4PB3T', address },
  preview: false,
};

type Change = Readonly<Record<string, unknown>>;
const print = (name: DrawnKind, change: Change = {}, head: OfficeHead = office): Promise<Rendered> => {
  const kind = kindOf(name) as DocumentKind<object>;
  const check = kind.toAnotherOffice ? issued.check : null;
  const data = { ...kind.sample, ...change };
  return renderPaper(kind, { data, words: {}, office: head, issued: { ...issued, check } }, fonts);
};

const yearsOf = (count: number): YearRow[] =>
  Array.from({ length: count }, (_, at) => ({
    year: 1992 + at,
    areaCode: '310115',
    fromMonth: `${String(1992 + at)}01`,
    toMonth: `${String(1992 + at)}12`,
    months: 12,
    baseFen: 1_234_567,
    employerRate: 0.2,
    personalRate: 0.08,
    accountRate: 0.11,
    creditedFen: 1_629_629,
    interestFen: 123_456,
    balanceFen: 99_999_999,
  }));
const account = {
  name: '样例区社会保险事业管理中心职工养老保险基金收入户',
  number: '0200003409014400123',
  bank: '某国某商银行股份有限公司样例市样例区支行',
  bankCode: '102100000345',
};
const certified = { ...KINDS.certificate.sample.account, years: yearsOf(8), employer: '样例市第一机械制造有限公司' };
const months = { in: 60, out: 4 };

describe('ordinary papers of an office with a logo are one page', () => {
  const typeName = '企业职工基本养老保险关系转入（跨省）';
  const ordinary: readonly (readonly [DrawnKind, Change])[] = [
    ['liaisonLetter', { accounts: [account], typeName, reviewedBy: '王五' }],
    ['chaser', { typeName }],
    ['completionNotice', { next: { paidTwice: true, retirement: { retiresIn: '2027-05', kind: 'woman50' } } }],
    ['certificate', { account: certified, areaNames: { '310115': '样例市样例新区' } }],
    ['infoForm', { form: { ...KINDS.infoForm.sample.form, years: yearsOf(8) } }],
    ['monthlySheet', { steps: Array.from({ length: 11 }, (_, at) => ({ name: `环节${String(at + 1)}`, ...months })) }],
    ['handOverList', { transfers: [], tasks: [], money: [], remittances: [] }],
  ];

  test.each(ordinary)('%s', async (name, change) => {
    expect((await print(name, change)).pages).toBe(1);
  });
});

describe('however much is written, nothing of it is cut off', () => {
  const sentences = Array.from({ length: 180 }, (_, at) => `第${String(at + 1000)}句说明。`);
  const note = sentences.join('');
  const why = { words: '其他', ground: '', note };
  const caseFile = KINDS.caseFile.sample;
  const written: readonly (readonly [DrawnKind, Change])[] = [
    ['correctionRequest', { why }],
    ['letterReturn', { why }],
    ['untransferableNotice', { why }],
    ['handOverNote', { text: note }],
    ['missingMaterials', { note }],
    ['handOverList', { tasks: [{ kind: 'tellPerson', caseNo: null, dueOn: '2026-02-03', reason: note }] }],
    ['caseFile', { notes: [{ text: note, by: '张三', on: '2026-01-01', readBy: null }] }],
    ['caseFile', { events: [{ ...caseFile.events[0]!, note }] }],
    ['monthlySheet', { reason: note }],
    ['boxContents', { items: [{ ...KINDS.boxContents.sample.items[0]!, outOn: '2026-01-01', outReason: note }] }],
  ];

  test.each(written)('%s', async (name, change) => {
    const pages = await pagesOf((await print(name, change)).bytes);
    // A cell that goes on over the page has the foot between two halves of a sentence.
    const whole = pages.join('');
    const lacking = sentences.filter((sentence) => !whole.includes(sentence));
    expect(lacking.length).toBeLessThan(pages.length);
    expect(pages.length).toBeGreaterThan(1);
  });
});

test.each(DOCUMENT_KINDS.filter((name) => kindOf(name).toAnotherOffice))(
  'what %s carries beside its seal is read by a scanner',
  async (name) => {
    const { bytes, pages } = await print(name);
    expect(await codeOf(bytes, 'qr', pages)).toBe(address);
  },
);

describe('a seal', () => {
  const long = { name: '张三', idNumber: '110102199912310357', sex: null };
  const pushed: readonly (readonly [DrawnKind, Change, string])[] = [
    ['liaisonLetter', { accounts: [account, account, account] }, '请书面说明原因'],
    ['chaser', { contacts: Array.from({ length: 60 }, () => '2026-02-04') }, '如不能办理'],
    ['promise', { materials: Array.from({ length: 33 }, (_, at) => `材料${String(at)}`) }, '一式两份'],
    ['completionNotice', { person: { ...long, name: '木'.repeat(60) }, typeName: 'x' }, '如您在其他地区'],
  ];

  test.each(pushed)('of %s never stands on a page without the last words', async (name, change, words) => {
    const pages = await pagesOf((await print(name, change)).bytes);
    const sealed = pages.find((page) => page.includes('（盖章）'));
    expect(sealed).toContain(words);
  });
});

describe('nothing runs out of the sheet', () => {
  const number = 'HS-2026-0123456789-0123456789-0123456789-0123456789';
  const form = { formNo: number, receivedOn: '2026-02-02', state: 'received', years: yearsOf(3) };
  const amounts = { accountTotalFen: 123_456_789, pooledFundFen: 123_456_789, totalFen: 246_913_578 };
  const money = { serial: number, bookedOn: '2026-02-11', amountFen: 123_456_789, state: 'booked', caseNo: null };
  const numbered: readonly (readonly [DrawnKind, Change])[] = [
    ['caseFile', { forms: [{ ...form, ...amounts }], money: [money] }],
    [
      'handOverList',
      { money: [money], remittances: [{ ...KINDS.handOverList.sample.remittances[0]!, reference: number }] },
    ],
    ['remittanceSlip', { account: { number, holder: number, bank: number } }],
    ['infoForm', { form: { ...KINDS.infoForm.sample.form, formNo: number } }],
    ['liaisonLetter', { accounts: [{ name: number, number, bank: number, bankCode: number }] }],
  ];

  test.each([...numbered, ...DOCUMENT_KINDS.map((name) => [name, {}] as const)])('of %s', async (name, change) => {
    expect(await beyondTheSheet((await print(name, change)).bytes)).toEqual([]);
  });
});

test('two full envelopes with the longest names lie on one sheet of the courier', async () => {
  const to = {
    areaCode: '650000',
    name: '样'.repeat(60),
    address: '例'.repeat(60),
    postcode: '830000',
    telephone: '0991-1234567',
  };
  const letterNos = Array.from({ length: 50 }, (_, at) => `IN2026010${String(1000 + at)}-1-1`);
  const parcel = {
    ...KINDS.emsSheet.sample.parcels[0]!,
    to,
    sender: { name: '木'.repeat(60), telephone: '' },
    letterNos,
  };
  const { bytes, pages } = await print('emsSheet', { parcels: [parcel, parcel] });
  expect(pages).toBe(1);
  expect(await beyondTheSheet(bytes)).toEqual([]);
});

test('an office without a telephone asks nobody to call it', async () => {
  const silent = { ...office, telephone: '' };
  for (const name of ['acceptanceSlip', 'notTakenUp', 'missingMaterials', 'promise'] as const) {
    const text = await textOf((await print(name, {}, silent)).bytes);
    expect(text).not.toContain('致电。');
    expect(text).not.toContain('咨询电话。');
  }
});

test('whom a paper calls by name stands at the margin, on a line of its own', async () => {
  const text = await textOf((await print('notTakenUp')).bytes);
  expect(text).toContain('张三：您提出的养老保险关系转移接续申请');
});
