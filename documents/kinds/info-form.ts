/** 信息表 (66号 Art. 8, domain 4.4): the lines ① to ⑥ and a row for every year. */
import type { Content } from '../frame/content.ts';
import { capitalYuan } from '../../domain/money/capitals.ts';
import { CERTIFICATE_WORDS } from '../../domain/official-words/certificate.ts';
import { formatYuan } from '../../domain/money/money.ts';
import { bornOnOf } from '../../domain/persons/resident-id.ts';
import { chineseDay, chineseMonth, paragraphs, signatures, table, type Pair } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';
import { foldedPairs } from './folded-pairs.ts';
import {
  dayOrBlank,
  FORM_PAIRS,
  FORM_SHEET,
  PERSON_FIELDS,
  personValues,
  sexWord,
  type Person,
} from './letter-parts.ts';
import { yearsTable, type YearRow } from './years-table.ts';

export interface InfoFormData {
  readonly direction: 'in' | 'out';
  readonly caseNo: string;
  readonly person: Person & { readonly address: string };
  readonly employer: string | null;
  /** Whose form it is: of a transfer-in the other office’s. */
  readonly from: { readonly areaCode: string; readonly name: string };
  /** Of our own: where the relation goes. */
  readonly to: { readonly areaCode: string; readonly name: string } | null;
  readonly areaNames: Readonly<Record<string, string>>;
  /** Of our own what the core system knows; months are `YYYYMM`. */
  readonly history: {
    readonly workSince: string | null;
    readonly firstPaid: string | null;
    readonly accountSince: string | null;
  } | null;
  readonly form: {
    readonly formNo: string;
    readonly receivedOn: string;
    readonly transferredOn: string | null;
    readonly temporaryAccount: boolean;
    readonly personalBefore1998Fen: number;
    readonly accountUntilLastYearFen: number;
    readonly accountThisYearFen: number;
    readonly accountTotalFen: number;
    readonly pooledFundFen: number;
    readonly totalFen: number;
    readonly years: readonly YearRow[];
  };
}

export const infoForm = documentKind<InfoFormData>()({
  kind: 'infoForm',
  title: '基本养老保险关系转移接续信息表',
  toAnotherOffice: true,
  sealed: true,
  sheet: FORM_SHEET,
  fields: { ...PERSON_FIELDS, formNo: '表号', from: '出具机构', receivedOn: '收表日期' },
  words: {
    copy: '本表依据{出具机构}出具的信息表（表号：{表号}，{收表日期}收到）登记，供核对和归档使用。',
    own: '本表由本机构依据参保缴费记录出具。',
  },
  needed: { copy: ['from'] },
  sample: {
    direction: 'in',
    caseNo: 'IN20260100001',
    person: { name: '张三', idNumber: '110102199912310357', sex: 'male', address: '' },
    employer: null,
    from: { areaCode: '310000', name: '某市社会保险事业管理中心' },
    to: null,
    areaNames: {},
    history: null,
    form: {
      formNo: 'XX-2026-0001',
      receivedOn: '2024-06-10',
      transferredOn: '2024-06-03',
      temporaryAccount: false,
      personalBefore1998Fen: 0,
      accountUntilLastYearFen: 980_644,
      accountThisYearFen: 400_000,
      accountTotalFen: 1_380_644,
      pooledFundFen: 2_040_000,
      totalFen: 3_420_644,
      years: [
        {
          year: 2023,
          areaCode: '310000',
          fromMonth: '202301',
          toMonth: '202312',
          months: 12,
          baseFen: 1_000_000,
          personalRate: 0.08,
          accountRate: 0.08,
          creditedFen: 960_000,
          interestFen: 20_644,
          balanceFen: 980_644,
        },
      ],
    },
  },
  values: ({ person, form, from }) => ({
    ...personValues(person),
    formNo: form.formNo || '未编号',
    from: from.name,
    receivedOn: chineseDay(form.receivedOn),
  }),
  content: (data, words): Content[] => [
    foldedPairs(about(data), FORM_PAIRS),
    { stack: [amounts(data.form)], unbreakable: true },
    ...yearsTable(data.form.years, data.areaNames),
    ...paragraphs(data.direction === 'in' ? words.copy : words.own, { style: 'remark' }),
    { stack: [signatures(['经办', '复核', '负责人'])], unbreakable: true },
  ],
});

const about = ({ person, employer, from, to, form, caseNo, history }: InfoFormData): Pair[] => [
  ['姓名', person.name],
  ['性别', sexWord(person.sex)],
  ['证件号码', person.idNumber],
  ['出生日期', dayOrBlank(bornOnOf(person.idNumber))],
  ['业务编号', caseNo],
  ['转移编号', form.formNo],
  ['出具机构', from.name],
  ['行政区划', from.areaCode],
  ['转入地机构', to ? `${to.name}（区划${to.areaCode}）` : ''],
  ['单位名称', employer ?? ''],
  ['户籍地址', person.address],
  ['转移日期', dayOrBlank(form.transferredOn)],
  ['是否临时账户', form.temporaryAccount ? '是' : '否'],
  ...span(form.years),
  [CERTIFICATE_WORDS.workSince, monthOrBlank(history?.workSince)],
  [CERTIFICATE_WORDS.firstPaid, monthOrBlank(history?.firstPaid)],
  [CERTIFICATE_WORDS.accountSince, monthOrBlank(history?.accountSince)],
];

const monthOrBlank = (month: string | null | undefined): string => (month ? chineseMonth(month) : '');

function span(years: readonly YearRow[]): Pair[] {
  const months = years.flatMap(({ fromMonth, toMonth }) => [fromMonth ?? [], toMonth ?? []].flat()).sort();
  const [first, last] = [months.at(0), months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const total = years.reduce((sum, { months: some }) => sum + some, 0);
  return [
    ['缴费起止', `${chineseMonth(first)}至${chineseMonth(last)}`],
    ['实际缴费月数', String(total)],
  ];
}

const LINES = [
  ['① 1998年1月1日前账户中个人缴费累计储存额', 'personalBefore1998Fen'],
  ['② 1998年1月1日至调转上年末个人账户累计储存额', 'accountUntilLastYearFen'],
  ['③ 调转当年记入个人账户本金金额', 'accountThisYearFen'],
  ['④ 个人账户基金转移额（①＋②＋③）', 'accountTotalFen'],
  ['⑤ 统筹基金转移额', 'pooledFundFen'],
  ['⑥ 转移基金总额（④＋⑤）', 'totalFen'],
] as const;

const amounts = (form: InfoFormData['form']): Content =>
  table(
    [
      { title: '项目', width: 222 },
      { title: '金额（元）', width: 76, alignment: 'right' },
      { title: '大写（人民币）' },
    ],
    LINES.map(([title, line]) => [title, formatYuan(form[line], { grouped: true }), capitalYuan(form[line])]),
    { dense: true, fontSize: 9.5 },
  );
