/** 参保缴费凭证 (domain 4.1): what the original place gives the person, for the new place. */
import { CERTIFICATE_WORDS as WORDS } from '../../domain/official-words/certificate.ts';
import type { Content } from '../frame/content.ts';
import { amountTwice, chineseDay, chineseMonth, paragraphs, signatures, type Pair } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';
import { foldedPairs } from './folded-pairs.ts';
import {
  FORM_PAIRS,
  FORM_SHEET,
  PERSON_FIELDS,
  personValues,
  sexWord,
  type Contact,
  type Person,
} from './letter-parts.ts';
import { yearsTable, type YearRow } from './years-table.ts';

export interface CertificateData {
  readonly person: Person & { readonly hukou: string };
  readonly account: CertifiedAccount;
  readonly areaCode: string;
  readonly areaNames: Readonly<Record<string, string>>;
  readonly handledBy: Contact;
}

/** As the core system keeps it; months are `YYYYMM`, null where it does not know. */
export interface CertifiedAccount {
  readonly personalNo: string;
  readonly employer: string;
  readonly workSince: string | null;
  /** 当地统筹时间 */
  readonly pooledSince: string | null;
  readonly firstPaid: string | null;
  readonly accountSince: string | null;
  readonly insuredFrom: string;
  readonly insuredTo: string;
  readonly monthsHere: number;
  readonly monthsInAll: number;
  readonly balanceFen: number;
  /** 省外转入的统筹基金转移额 */
  readonly pooledFromElsewhereFen: number;
  readonly years: readonly YearRow[];
}

export const certificate = documentKind<CertificateData>()({
  kind: 'certificate',
  title: '基本养老保险参保缴费凭证',
  toAnotherOffice: true,
  sealed: true,
  sheet: FORM_SHEET,
  fields: { ...PERSON_FIELDS, monthsHere: '本地缴费月数', from: '参保起', to: '参保止' },
  words: {
    body: '兹证明{姓名}（证件号码：{证件号码}）自{参保起}至{参保止}在我处参加企业职工基本养老保险，本地实际缴费{本地缴费月数}个月。具体情况如下。',
    closing: '本凭证供参保人向新参保地经办机构申请办理基本养老保险关系转移接续使用，不作为领取养老保险待遇的依据。',
  },
  needed: { body: ['person', 'idNumber', 'monthsHere'] },
  sample: {
    person: { name: '张三', idNumber: '110102199912310357', sex: 'male', hukou: '某市某区' },
    account: {
      personalNo: '1000000001',
      employer: '某某有限公司',
      workSince: '202301',
      pooledSince: null,
      firstPaid: '202301',
      accountSince: '202301',
      insuredFrom: '202301',
      insuredTo: '202312',
      monthsHere: 12,
      monthsInAll: 12,
      balanceFen: 980_644,
      pooledFromElsewhereFen: 0,
      years: [
        {
          year: 2023,
          areaCode: '110102',
          fromMonth: '202301',
          toMonth: '202312',
          months: 12,
          baseFen: 1_000_000,
          personalRate: 0.08,
          creditedFen: 960_000,
          interestFen: 20_644,
          balanceFen: 980_644,
        },
      ],
    },
    areaCode: '110102',
    areaNames: {},
    handledBy: { name: '李四', telephone: '010-00000000' },
  },
  values: ({ person, account }) => ({
    ...personValues(person),
    monthsHere: String(account.monthsHere),
    from: monthWords(account.insuredFrom),
    to: monthWords(account.insuredTo),
  }),
  content: (data, words, { office, issued }): Content[] => [
    ...paragraphs(words.body),
    foldedPairs(about(data), FORM_PAIRS),
    ...yearsTable(data.account.years, data.areaNames),
    ...paragraphs(words.closing, { style: 'remark' }),
    foldedPairs(
      [
        ['经办机构', office.name],
        ['行政区划', data.areaCode],
        ['地址和邮编', [office.address, office.postcode].filter(Boolean).join('　')],
        ['联系电话', data.handledBy.telephone || office.telephone],
        ['打印日期', chineseDay(issued.day)],
      ],
      FORM_PAIRS,
    ),
    { stack: [signatures([`经办（${data.handledBy.name}）`, '复核'])], unbreakable: true },
  ],
});

const about = ({ person, account }: CertificateData): Pair[] => [
  ['姓名', person.name],
  ['性别', sexWord(person.sex)],
  ['证件号码', person.idNumber],
  [WORDS.personalNo, account.personalNo],
  ['户籍', person.hukou],
  [WORDS.employer, account.employer],
  [WORDS.workSince, monthWords(account.workSince)],
  [WORDS.pooledSince, monthWords(account.pooledSince)],
  [WORDS.firstPaid, monthWords(account.firstPaid)],
  [WORDS.accountSince, monthWords(account.accountSince)],
  ['本地参保起止', `${monthWords(account.insuredFrom)}至${monthWords(account.insuredTo)}`],
  [WORDS.monthsHere, String(account.monthsHere)],
  [WORDS.monthsInAll, String(account.monthsInAll)],
  [WORDS.balanceFen, amountTwice(account.balanceFen)],
  [WORDS.pooledFromElsewhereFen, amountTwice(account.pooledFromElsewhereFen)],
];

const monthWords = (month: string | null): string => (month === null ? '' : chineseMonth(month));
