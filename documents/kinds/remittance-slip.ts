/** 基金划转单: what finance compares with letter and form before the money leaves, and what lies with the form afterwards. */
import type { Content } from '../frame/content.ts';
import { capitalYuan } from '../../domain/money/capitals.ts';
import { formatYuan } from '../../domain/money/money.ts';
import { chineseDay, paragraphs, signatures, table, type Pair } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';
import { foldedPairs } from './folded-pairs.ts';
import { dayOrBlank, LETTER_SHEET, PERSON_FIELDS, personValues, type AboutTransfer } from './letter-parts.ts';
import type { LetterThatCame } from './letter-return.ts';
import { SAMPLE_OUT } from './samples.ts';

export interface RemittanceSlipData extends AboutTransfer {
  readonly caseNo: string;
  readonly letter: LetterThatCame;
  /** Where the other office wants its money; null: the directory does not say. */
  readonly account: { readonly number: string; readonly holder: string; readonly bank: string } | null;
  readonly form: {
    readonly formNo: string;
    readonly accountTotalFen: number;
    readonly pooledFundFen: number;
    readonly totalFen: number;
  };
  /** What had left before this payment. */
  readonly beforeFen: number;
  readonly amountFen: number;
  /** Null while it has not left. */
  readonly sentOn: string | null;
}

export const remittanceSlip = documentKind<RemittanceSlipData>()({
  kind: 'remittanceSlip',
  title: '基本养老保险转移基金划转单',
  toAnotherOffice: false,
  sealed: true,
  sheet: LETTER_SHEET,
  fields: { ...PERSON_FIELDS, counterpart: '转入地机构', amount: '划转金额' },
  words: {
    body: '根据{转入地机构}来函和我处出具的信息表，划转{姓名}（证件号码：{证件号码}）基本养老保险转移基金{划转金额}元。',
  },
  needed: { body: ['person', 'amount'] },
  sample: {
    ...SAMPLE_OUT,
    caseNo: 'OT20260100001',
    letter: { letterNo: '沪社转2026-118', letterDated: '2025-12-30', arrivedOn: '2026-01-05' },
    account: { number: '0200000000000000001', holder: '某市社会保险基金支出户', bank: '某银行某区支行' },
    form: { formNo: 'OT20260100001-XX', accountTotalFen: 1_380_644, pooledFundFen: 2_040_000, totalFen: 3_420_644 },
    beforeFen: 0,
    amountFen: 3_420_644,
    sentOn: null,
  },
  values: ({ person, counterpart, amountFen }) => ({
    ...personValues(person),
    counterpart: counterpart.name,
    amount: formatYuan(amountFen, { grouped: true }),
  }),
  content: (data, words): Content[] => [
    ...paragraphs(words.body),
    foldedPairs(about(data)),
    { stack: [amounts(data)], unbreakable: true },
    { stack: [signatures(['经办', '复核', '财务'])], unbreakable: true },
  ],
});

const about = ({ person, caseNo, letter, form, account, counterpart, sentOn }: RemittanceSlipData): Pair[] => [
  ['姓名', person.name],
  ['证件号码', person.idNumber],
  ['业务编号', caseNo],
  ['来函函号', letter.letterNo],
  ['收函日期', chineseDay(letter.arrivedOn)],
  ['信息表表号', form.formNo],
  ['转入地机构', `${counterpart.name}（区划${counterpart.areaCode}）`],
  ['收款户名', account?.holder ?? ''],
  ['开户银行', account?.bank ?? ''],
  ['收款账号', account?.number ?? ''],
  ['划转日期', dayOrBlank(sentOn)],
];

const amounts = ({ form, beforeFen, amountFen }: RemittanceSlipData): Content =>
  table(
    [{ title: '项目' }, { title: '金额（元）', width: 120, alignment: 'right' }, { title: '大写（人民币）' }],
    [
      ['④ 个人账户基金转移额', form.accountTotalFen] as const,
      ['⑤ 统筹基金转移额', form.pooledFundFen] as const,
      ['⑥ 转移基金总额（④＋⑤）', form.totalFen] as const,
      ...(beforeFen === 0 ? [] : [['此前已划转', beforeFen] as const]),
      ['本次划转', amountFen] as const,
    ].map(([title, fen]) => [title, formatYuan(fen, { grouped: true }), capitalYuan(fen)]),
  );
