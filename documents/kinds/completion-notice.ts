/** 办结通知书: what was taken into the account, and what comes next for the person (经办条例 Art. 16). */
import type { Content } from '../frame/content.ts';
import { amountTwice, chineseDay, chineseMonth, heading, paragraphs, type Pair } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';
import { foldedPairs } from './folded-pairs.ts';
import { LETTER_SHEET, PERSON_FIELDS, personValues, type Contact, type Person } from './letter-parts.ts';
import { SAMPLE_PERSON } from './samples.ts';

export interface CompletionNoticeData {
  readonly caseNo: string;
  readonly typeName: string;
  readonly person: Person;
  readonly counterpartName: string;
  readonly acceptedOn: string;
  readonly bookedOn: string;
  readonly totalFen: number;
  /** Null of a transfer of which only the total is known. */
  readonly moved: {
    readonly accountFen: number;
    readonly pooledFen: number;
    readonly months: number;
    readonly fromMonth: string | null;
    readonly toMonth: string | null;
  } | null;
  readonly next: {
    /** Months paid here and there are cleared after the transfer. */
    readonly paidTwice: boolean;
    /** Only when it is near. */
    readonly retirement: { readonly retiresIn: string; readonly kind: 'man60' | 'woman50' | 'woman55' } | null;
  };
  readonly contact: Contact;
}

export const completionNotice = documentKind<CompletionNoticeData>()({
  kind: 'completionNotice',
  title: '养老保险关系转移接续办结通知书',
  toAnotherOffice: false,
  sealed: true,
  sheet: LETTER_SHEET,
  fields: {
    ...PERSON_FIELDS,
    caseNo: '业务编号',
    bookedOn: '办结日期',
    counterpart: '原参保地机构',
    retiresIn: '退休年月',
  },
  words: {
    body: '您在{原参保地机构}的养老保险关系和资金已转入我处，并于{办结日期}记入您的个人账户，缴费年限合并计算。本业务办结（业务编号：{业务编号}）。',
    check:
      '请核对上述记录。如与您的实际缴费情况不符，请自收到本通知之日起持相关凭证到我处申请核查；漏转、错转的，可以补转、退回。',
    paidTwice:
      '核对发现部分月份在两地同时缴费。重复缴费不影响本次转移；请到我处确认保留哪一地的缴费关系，重复部分的个人账户金额将退还给您本人。',
    retirement: '按现行规定，您最早可于{退休年月}达到法定退休年龄，请提前三个月与我处或用人单位联系，办理待遇申领。',
    elsewhere: '如您在其他地区还有养老保险关系尚未转移，请及时申请；您今后的缴费记录可在国家社会保险公共服务平台查询。',
  },
  needed: { body: ['counterpart', 'bookedOn', 'caseNo'], retirement: ['retiresIn'] },
  sample: {
    caseNo: 'IN20260100001',
    typeName: '职工养老保险关系转入',
    person: SAMPLE_PERSON,
    counterpartName: '某市社会保险事业管理中心',
    acceptedOn: '2026-01-05',
    bookedOn: '2026-03-06',
    totalFen: 3_420_644,
    moved: { accountFen: 1_380_644, pooledFen: 2_040_000, months: 17, fromMonth: '202301', toMonth: '202405' },
    next: { paidTwice: true, retirement: null },
    contact: { name: '李四', telephone: '010-00000000' },
  },
  values: ({ person, caseNo, bookedOn, counterpartName, next }) => ({
    ...personValues(person),
    caseNo,
    bookedOn: chineseDay(bookedOn),
    counterpart: counterpartName,
    retiresIn: next.retirement ? chineseMonth(next.retirement.retiresIn) : '',
  }),
  content: (data, words, { office }): Content[] => [
    { text: `${data.person.name}：`, style: 'addressee' },
    ...paragraphs(words.body),
    foldedPairs(about(data, office.telephone)),
    heading('接下来'),
    ...paragraphs(words.check),
    ...(data.next.paidTwice ? paragraphs(words.paidTwice) : []),
    ...(data.next.retirement ? paragraphs(words.retirement) : []),
    ...paragraphs(words.elsewhere),
  ],
});

const about = (data: CompletionNoticeData, officeTelephone: string): Pair[] => [
  ['姓名', data.person.name],
  ['证件号码', data.person.idNumber],
  ['转移基金总额', amountTwice(data.totalFen)],
  ['其中：个人账户', data.moved ? amountTwice(data.moved.accountFen) : ''],
  ['其中：统筹基金', data.moved ? amountTwice(data.moved.pooledFen) : ''],
  ['转入缴费月数', monthsWords(data.moved)],
  ['联系人', [data.contact.name, data.contact.telephone || officeTelephone].filter(Boolean).join('　')],
];

function monthsWords(moved: CompletionNoticeData['moved']): string {
  if (!moved) return '';
  const span =
    moved.fromMonth !== null && moved.toMonth !== null
      ? `（${chineseMonth(moved.fromMonth)}至${chineseMonth(moved.toMonth)}）`
      : '';
  return `${String(moved.months)}个月${span}`;
}
