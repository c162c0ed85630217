/** 催办函: the letter has arrived, and the other office owes the form, the money or both. */
import type { Content } from '../frame/content.ts';
import { chineseDay, paragraphs, type Pair } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';
import { foldedPairs } from './folded-pairs.ts';
import {
  answerTo,
  dayOrBlank,
  PERSON_FIELDS,
  personValues,
  LETTER_SHEET,
  toOffice,
  type AboutTransfer,
} from './letter-parts.ts';
import { SAMPLE_TRANSFER } from './samples.ts';

export interface ChaserData extends AboutTransfer {
  readonly letter: {
    readonly letterNo: string;
    readonly postedOn: string | null;
    readonly waybill: string | null;
    readonly deliveredOn: string | null;
  };
  readonly dueOn: string;
  readonly isOverdue: boolean;
  readonly awaits: 'formAndMoney' | 'form' | 'money';
  /** Days on which the other office was asked before, the oldest first. */
  readonly contacts: readonly string[];
}

const AWAITED = {
  formAndMoney: '《基本养老保险关系转移接续信息表》和转移基金',
  form: '《基本养老保险关系转移接续信息表》（转移基金已到账）',
  money: '转移基金（信息表已收到）',
} as const;

export const chaser = documentKind<ChaserData>()({
  kind: 'chaser',
  title: '基本养老保险关系转移接续催办函',
  toAnotherOffice: true,
  sealed: true,
  sheet: LETTER_SHEET,
  fields: { ...PERSON_FIELDS, letterNo: '函号', sentOn: '寄出日期', awaits: '未到事项', dueOn: '办理期限' },
  words: {
    body: [
      '我处{寄出日期}寄出的《基本养老保险关系转移接续联系函》（函号：{函号}），就{姓名}（证件号码：{证件号码}）基本养老保险关系转移接续事宜请你处办理。截至今日，我处尚未收到{未到事项}。',
      '按照《城镇企业职工基本养老保险关系转移接续暂行办法》（国办发〔2009〕66号）第八条，原参保地经办机构应在收到联系函之日起15个工作日内办结。本件办理期限为{办理期限}，请你处尽快办理，并将办理情况告知我处。',
    ].join('\n'),
    closing: '如已办理，请告知信息表寄出日期、快递单号和汇款日期；如不能办理，请书面说明原因。',
  },
  needed: { body: ['person', 'letterNo', 'awaits', 'dueOn'] },
  sample: {
    ...SAMPLE_TRANSFER,
    letter: {
      letterNo: 'IN20260100001-1-1',
      postedOn: '2026-01-08',
      waybill: '1000000000001',
      deliveredOn: '2026-01-12',
    },
    dueOn: '2026-02-02',
    isOverdue: true,
    awaits: 'formAndMoney',
    contacts: ['2026-02-04'],
  },
  values: ({ person, letter, awaits, dueOn, isOverdue }) => ({
    ...personValues(person),
    letterNo: letter.letterNo,
    sentOn: dayOrBlank(letter.postedOn),
    awaits: AWAITED[awaits],
    dueOn: `${chineseDay(dueOn)}${isOverdue ? '，已逾期' : ''}`,
  }),
  content: (data, words, { office }): Content[] => [
    toOffice(data.counterpart),
    ...paragraphs(words.body),
    foldedPairs(about(data)),
    ...paragraphs(words.closing),
    answerTo(office, data.areaCode, data.contact),
  ],
});

const about = ({ person, letter, typeName, contacts }: ChaserData): Pair[] => [
  ['姓名', person.name],
  ['证件号码', person.idNumber],
  ['转移类型', typeName],
  ['函号', letter.letterNo],
  ['寄出日期', dayOrBlank(letter.postedOn)],
  ['快递单号', letter.waybill ?? ''],
  ['签收日期', dayOrBlank(letter.deliveredOn)],
  ['此前联系', contacts.map(chineseDay).join('、')],
];
