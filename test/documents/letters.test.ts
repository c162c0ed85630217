/** Letters, forms, labels and the case file, read back from what was printed. */
import { describe, expect, test } from 'vitest';
import { loadFonts } from '../../documents/fonts/fonts.ts';
import type { DocumentKind, Issued, OfficeHead } from '../../documents/kind.ts';
import { KINDS } from '../../documents/kinds/index.ts';
import { renderPaper } from '../../documents/render/render.ts';
import { aPng } from '../builders/pictures.ts';
import { codeOf, pagesOf, textOf } from '../support/pdf.ts';

const fonts = loadFonts([]);
const office: OfficeHead = {
  name: '样例区社会保险事业管理中心',
  telephone: '010-66000000',
  address: '样例市样例区样例街88号政务服务中心3层',
  postcode: '100000',
  sealText: '',
  logo: null,
};
const address = 'https://office.example/d/7K2M9QXD4PB3T';
const issued: Issued = {
  number: 'IN20260100001-1-1',
  day: '2026-03-06',
  version: 1,
  check: { code: '7K2M9QXD4PB3T', address },
  preview: false,
};

const print = <Data>(kind: DocumentKind<Data>, change: Partial<Data> = {}, more: Partial<Issued> = {}) =>
  renderPaper(kind, { data: { ...kind.sample, ...change }, words: {}, office, issued: { ...issued, ...more } }, fonts);

const LONG =
  '样例省样例自治州样例县人力资源和社会保障局社会保险事业管理中心城镇职工养老保险关系转移接续业务经办服务大厅';
const RARE = '𠮷㛃䶮𬱖龦';
const UYGHUR = '买买提艾力·阿卜杜热依木·吐尔逊江·努尔艾合买提·古丽扎尔·依米提·阿不都克里木·麦麦提明';
const someone = (name: string) => ({ name, idNumber: '110102199912310357', sex: 'female' as const });
const elsewhere = {
  areaCode: '650000',
  name: LONG,
  address: '样例自治区样例州样例县样例镇样例街道样例路1888号政务服务中心A座12层1208室',
  postcode: '830000',
  telephone: '0991-1234567',
};

describe('a liaison letter', () => {
  test('is one page with person, account, where to answer, seal and check code', async () => {
    const { bytes, pages } = await print(KINDS.liaisonLetter);
    expect(pages).toBe(1);
    const text = await textOf(bytes);
    const { sample } = KINDS.liaisonLetter;
    const said = [`${sample.counterpart.name}：`, sample.person.name, sample.person.idNumber, sample.letterNo];
    for (const part of [
      ...said,
      '0200000000000000001',
      '某银行某区支行',
      '102100000001',
      '区划110102',
      office.address,
      '复核王五',
      '（盖章）',
      issued.check!.code,
    ])
      expect(text).toContain(part);
    expect(await codeOf(bytes, 'qr')).toBe(address);
  });

  test.each([
    ['rare characters', RARE],
    ['a long name with dots', UYGHUR],
  ])('has %s whole, beside an office with a long name', async (_, name) => {
    const person = { ...someone(name), oldIdNumber: '110102991231035' };
    const { bytes } = await print(KINDS.liaisonLetter, { person, counterpart: elsewhere });
    const text = await textOf(bytes);
    expect(text).toContain(`${name}（证件号码：110102199912310357）`);
    expect(text).toContain(`${LONG}：`);
    expect(text).toContain('曾用证件号码110102991231035');
  });

  test('is one page with a logo at its head, too', async () => {
    const logo = { mediaType: 'image/png' as const, bytes: new Uint8Array(aPng(90, 60)) };
    const { sample } = KINDS.liaisonLetter;
    const paper = { data: sample, words: {}, office: { ...office, logo }, issued };
    expect((await renderPaper(KINDS.liaisonLetter, paper, fonts)).pages).toBe(1);
  });

  test('names those before it, and leaves room for an account that the office has not named', async () => {
    const earlier = [{ letterNo: 'IN20260100001-1-1', postedOn: '2026-01-05' }];
    const text = await textOf((await print(KINDS.liaisonLetter, { earlier, accounts: [] })).bytes);
    expect(text).toContain('IN20260100001-1-1（2026年1月5日寄出）');
    expect(text).toContain('＿＿＿');
  });
});

test.each([
  ['formAndMoney', '尚未收到《基本养老保险关系转移接续信息表》和转移基金。'],
  ['form', '尚未收到《基本养老保险关系转移接续信息表》（转移基金已到账）。'],
  ['money', '尚未收到转移基金（信息表已收到）。'],
] as const)('a chaser says that it waits for %s', async (awaits, said) => {
  const { bytes, pages } = await print(KINDS.chaser, { awaits });
  expect(pages).toBe(1);
  const text = await textOf(bytes);
  for (const part of [said, '2026年2月2日，已逾期', '国办发〔2009〕66号', '1000000000001'])
    expect(text).toContain(part);
});

describe('a request for correction', () => {
  test('says line by line where, what, as found and as computed', async () => {
    const text = await textOf((await print(KINDS.correctionRequest)).bytes);
    for (const part of ['④不等于①＋②＋③', '13,806.44', '10,206.44', '历年第2行月数', '月数与起止时间不符'])
      expect(text).toContain(part);
    expect(text).toContain('¥34,206.44（大写：叁万肆仟贰佰零陆元肆角肆分）');
  });

  test('goes over pages under the same heading', async () => {
    const findings = Array.from({ length: 60 }, (_, row) => ({
      field: `years.${String(row)}.months`,
      code: 'monthsDiffer',
    }));
    const { bytes, pages } = await print(KINDS.correctionRequest, { findings });
    expect(pages).toBeGreaterThan(1);
    const withRows = (await pagesOf(bytes)).filter((page) => page.includes('月数与起止时间不符'));
    for (const page of withRows) expect(page).toContain('需更正之处序号位置问题');
  });
});

describe('a hand-over', () => {
  test('list names all three, counts what it lists, and says of what there is none', async () => {
    const text = await textOf((await print(KINDS.handOverList, { tasks: [] })).bytes);
    for (const part of [
      '移交李四，由王五监交：业务1件、待办0件、待处理款项1笔',
      '待办（0）无',
      '暂收款（待认领）',
      '移交人：＿',
    ])
      expect(text.replaceAll('_', '＿')).toContain(part);
  });

  test('note has its words line by line', async () => {
    const text = await textOf(
      (await print(KINDS.handOverNote, { text: '一、已电话联系。\n二、信息表下周到。' })).bytes,
    );
    for (const part of ['一、已电话联系。', '二、信息表下周到。', '移交人李四（转移接续岗）'])
      expect(text).toContain(part);
  });
});

describe('a notice', () => {
  test('to the employer has neither amounts nor the whole number', async () => {
    const text = await textOf((await print(KINDS.employerNotice)).bytes);
    expect(text).toContain('110102********0357');
    expect(text).not.toContain('¥');
    expect(text).toContain('2026年3月6日记入个人账户，本业务办结');
  });

  test.each([
    ['closedWithoutTransfer', '2026年3月6日终止办理，原因：已在原地退休/领取。'],
    ['withdrawn', '2026年3月6日申请人撤回，原因：已在原地退休/领取。'],
  ] as const)('to the employer says that it was %s, and why', async (closing, said) => {
    const closingReason = { words: '已在原地退休/领取', ground: '' };
    expect(await textOf((await print(KINDS.employerNotice, { closing, closingReason })).bytes)).toContain(said);
  });

  test('of completion says what comes next, and only what does', async () => {
    const plain = await textOf(
      (await print(KINDS.completionNotice, { next: { paidTwice: false, retirement: null } })).bytes,
    );
    expect(plain).not.toContain('重复缴费');
    expect(plain).not.toContain('法定退休年龄');
    const next = { paidTwice: true, retirement: { retiresIn: '2027-05', kind: 'woman50' as const } };
    const { bytes, pages } = await print(KINDS.completionNotice, { next });
    expect(pages).toBe(1);
    const text = await textOf(bytes);
    for (const part of ['重复缴费不影响本次转移', '2027年5月', '17个月（2023年1月至2024年5月）'])
      expect(text).toContain(part);
  });
});

describe('an info form', () => {
  const years = Array.from({ length: 40 }, (_, row) => ({
    year: 1985 + row,
    areaCode: '650000',
    fromMonth: `${String(1985 + row)}01`,
    toMonth: `${String(1985 + row)}12`,
    months: 12,
    baseFen: 1_234_567_89,
    personalRate: 0.08,
    creditedFen: 123_456_789,
    interestFen: 23_456_789,
    balanceFen: 9_876_543_210,
  }));
  const form = { ...KINDS.infoForm.sample.form, years };

  test('of forty years has its head on every page, all rows once, and their sums', async () => {
    const { bytes, pages } = await print(KINDS.infoForm, { form, areaNames: { '650000': LONG } });
    expect(pages).toBeGreaterThan(1);
    const read = await pagesOf(bytes);
    const rows = read.filter((page) => /\d{4}-01\d{4}-12/.test(page));
    expect(rows.length).toBeGreaterThan(1);
    for (const page of rows) expect(page).toContain('序号参保地年份起止月数');
    const whole = read.join('');
    for (const { year } of years) expect(whole.split(`${String(year)}-01${String(year)}-12`)).toHaveLength(2);
    expect(whole).toContain('480');
    expect(whole).toContain(`参保地：650000${LONG}`);
  });

  test('has its lines in figures and in capitals', async () => {
    const text = await textOf((await print(KINDS.infoForm)).bytes);
    for (const part of ['⑤统筹基金转移额20,400.00贰万零肆佰元整', '34,206.44叁万肆仟贰佰零陆元肆角肆分'])
      expect(text).toContain(part);
  });

  test('without rows says so', async () => {
    const bare = { ...form, years: [] };
    expect(await textOf((await print(KINDS.infoForm, { form: bare })).bytes)).toContain('未登记明细');
  });
});

test('a certificate has the account as the core system says', async () => {
  const text = await textOf((await print(KINDS.certificate)).bytes);
  for (const part of [
    '本地实际缴费12个月',
    '个人编号1000000001',
    '¥9,806.44（大写：玖仟捌佰零陆元肆角肆分）',
    '2023-012023-12',
  ])
    expect(text).toContain(part);
});

describe('labels', () => {
  const to = elsewhere;
  const label = { to, letterNos: ['IN20260100001-1-1'] };

  test('lie ten on a sheet, after those that are used up', async () => {
    const labels = Array.from({ length: 10 }, () => label);
    expect((await print(KINDS.addressLabels, { labels, skip: 0 })).pages).toBe(1);
    const { bytes, pages } = await print(KINDS.addressLabels, { labels, skip: 3 });
    expect(pages).toBe(2);
    const [first, second] = (await pagesOf(bytes)).map((page) => page.split(LONG).length - 1);
    expect([first, second]).toEqual([7, 3]);
  });

  test('have address, postcode and name whole, however long', async () => {
    const text = await textOf((await print(KINDS.addressLabels, { labels: [label], skip: 0 })).bytes);
    for (const part of [to.address, to.name, to.postcode, 'IN20260100001-1-1', office.name])
      expect(text).toContain(part);
  });
});

describe('the courier’s sheet', () => {
  const parcel = (waybill: string) => ({ ...KINDS.emsSheet.sample.parcels[0]!, waybill, to: elsewhere });

  test.each(['1000000000001', 'EA123456785CN'])('has the waybill %s as a scanner reads it', async (waybill) => {
    const { bytes } = await print(KINDS.emsSheet, { parcels: [parcel(waybill)] });
    expect(await codeOf(bytes, 'code128')).toBe(waybill);
    expect(await textOf(bytes)).toContain(waybill);
  });

  test('has two envelopes a page, and all numbers of a full one', async () => {
    const letterNos = Array.from({ length: 40 }, (_, at) => `IN2026010${String(1000 + at)}-1-1`);
    const parcels = [{ ...parcel('1000000000001'), letterNos }, parcel('1000000000002'), parcel('1000000000003')];
    const { bytes, pages } = await print(KINDS.emsSheet, { parcels });
    expect(pages).toBe(2);
    const [first, second] = await pagesOf(bytes);
    for (const number of letterNos) expect(first).toContain(number);
    expect(second).toContain('1000000000003');
  });
});

test('a case file lists its parts with count and page, and each begins there', async () => {
  const event = KINDS.caseFile.sample.events[0]!;
  const events = Array.from({ length: 90 }, (_, at) => ({ ...event, seq: at + 1, kind: 'counterpartContacted' }));
  const money = [{ serial: 'S-1', bookedOn: '2026-02-11', amountFen: 3_420_644, state: 'booked' }];
  const pages = await pagesOf((await print(KINDS.caseFile, { events, money })).bytes);
  const contents = pages[0]!;
  for (const [title, count] of [
    ['办理环节', 1],
    ['办理过程记录', 90],
    ['到账资金', 1],
  ] as const) {
    const [, page] = new RegExp(`${title}${String(count)}(\\d+?)20\\d\\d-`).exec(contents) ?? [];
    expect(pages[Number(page) - 1], title).toContain(`、${title}`);
  }
  expect(contents).not.toContain('函件');
});

describe('papers of a transfer-out', () => {
  test('the return of a letter is one page that says why, and where the answer goes', async () => {
    const { bytes, pages } = await print(KINDS.letterReturn);
    expect(pages).toBe(1);
    const text = await textOf(bytes);
    for (const part of ['沪社转2026-118', '未停保/未减员', '原参保地机构', office.address, issued.check!.code])
      expect(text).toContain(part);
  });

  test('the notice of what stays lists each lump sum with its reason, and is for the person: without a check code', async () => {
    const why = { words: '一次性缴费超3年缺文书', ground: '', note: '' };
    const { bytes, pages } = await print(KINDS.untransferableNotice, { why }, { check: null });
    expect(pages).toBe(1);
    const text = await textOf(bytes);
    for (const part of ['2021年5月6日', '86,400.00', '缺少相关文书', '其余缴费年限和资金按规定正常转移'])
      expect(text).toContain(part);
    const none = await textOf((await print(KINDS.untransferableNotice, { staying: [] }, { check: null })).bytes);
    expect(none).not.toContain('不予转移的一次性缴费');
  });

  test('the slip says what had left before, in figures and in capitals', async () => {
    const { bytes, pages } = await print(
      KINDS.remittanceSlip,
      { beforeFen: 3_000_000, amountFen: 420_644, sentOn: '2026-01-20' },
      { check: null },
    );
    expect(pages).toBe(1);
    const text = await textOf(bytes);
    for (const part of [
      '此前已划转',
      '30,000.00',
      '4,206.44',
      '肆仟贰佰零陆元肆角肆分',
      '2026年1月20日',
      '0200000000000000001',
    ])
      expect(text).toContain(part);
  });

  test('our own info form names where the relation goes, and says that it is ours', async () => {
    const to = { areaCode: '650000', name: LONG };
    const history = { workSince: '199207', firstPaid: '199210', accountSince: null };
    const text = await textOf((await print(KINDS.infoForm, { direction: 'out', to, history })).bytes);
    const said = [`${LONG}（区划650000）`, '参加工作时间1992年7月', '首次缴费时间1992年10月'];
    for (const part of [...said, '本表由本机构依据参保缴费记录出具']) expect(text).toContain(part);
    expect(text).not.toContain('建立个人账户');
  });
});
