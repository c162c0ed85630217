/** 不予转移告知书: what of the contributions stays where it was paid, and why; the person is told within ten working days (94号 Art. 3). */
import type { Content } from '../frame/content.ts';
import { formatYuan } from '../../domain/money/money.ts';
import { chineseDay, paragraphs, table, type Pair } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';
import { foldedPairs } from './folded-pairs.ts';
import { LETTER_SHEET, PERSON_FIELDS, personValues, type Contact, type Person } from './letter-parts.ts';
import { SAMPLE_OUT } from './samples.ts';
import { titled } from './titled-table.ts';

type WhyItStays = 'paperMissing' | 'paperNotEnough' | 'paperUndated' | 'paperLater';

export interface UntransferableNoticeData {
  readonly caseNo: string;
  readonly person: Person;
  readonly counterpartName: string;
  readonly arrivedOn: string;
  readonly why: { readonly words: string; readonly ground: string; readonly note: string };
  /** Lump sums; empty where the core system has told no rows. */
  readonly staying: readonly {
    readonly paidOn: string;
    readonly months: number;
    readonly paidFen: number;
    readonly reasons: readonly WhyItStays[];
  }[];
  readonly contact: Contact;
}

const REASONS: Readonly<Record<WhyItStays, string>> = {
  paperMissing: '缺少相关文书',
  paperNotEnough: '文书不符合规定',
  paperUndated: '文书无日期',
  paperLater: '文书晚于补缴日期',
};

export const untransferableNotice = documentKind<UntransferableNoticeData>()({
  kind: 'untransferableNotice',
  title: '部分缴费不予转移告知书',
  toAnotherOffice: false,
  sealed: true,
  sheet: LETTER_SHEET,
  fields: { ...PERSON_FIELDS, counterpart: '新参保地机构', arrivedOn: '收函日期', reason: '原因' },
  words: {
    body: '{姓名}：\n{新参保地机构}就您的基本养老保险关系转移接续来函，我处已于{收函日期}收到。经核查，您的部分缴费因以下原因目前不能转移：{原因}。其余缴费年限和资金按规定正常转移，不受影响。',
    papers:
      '按照人社厅发〔2019〕94号，一次性缴纳养老保险费超过三年（含）的，须提供人民法院、审计部门、实施劳动保障监察的行政部门或劳动争议仲裁委员会出具的、具有法律效力的证明一次性缴费期间存在劳动关系的相应文书。您取得上述文书后，可向我处提出，由我处补办转移。',
    closing: '如对缴费记录有异议，请与我处联系核查。',
  },
  needed: { body: ['person', 'reason'] },
  sample: {
    caseNo: 'OT20260100001',
    person: SAMPLE_OUT.person,
    counterpartName: SAMPLE_OUT.counterpart.name,
    arrivedOn: '2026-01-05',
    why: { words: '一次性缴费超3年缺文书', ground: '人社厅发〔2019〕94号第三条', note: '' },
    staying: [{ paidOn: '2021-05-06', months: 36, paidFen: 8_640_000, reasons: ['paperMissing'] }],
    contact: SAMPLE_OUT.contact,
  },
  values: ({ person, counterpartName, arrivedOn, why }) => ({
    ...personValues(person),
    counterpart: counterpartName,
    arrivedOn: chineseDay(arrivedOn),
    reason: why.words,
  }),
  content: (data, words, { office }): Content[] => [
    ...paragraphs(words.body),
    ...stayingTable(data.staying),
    foldedPairs(about(data, office.telephone)),
    ...paragraphs(words.papers),
    ...paragraphs(words.closing),
  ],
});

const about = ({ person, caseNo, why, contact }: UntransferableNoticeData, officeTelephone: string): Pair[] => [
  ['姓名', person.name],
  ['证件号码', person.idNumber],
  ['业务编号', caseNo],
  ['依据', why.ground],
  ['说明', why.note],
  ['联系人', [contact.name, contact.telephone || officeTelephone].filter(Boolean).join('　')],
];

const stayingTable = (staying: UntransferableNoticeData['staying']): Content[] =>
  staying.length === 0
    ? []
    : [
        titled(
          '不予转移的一次性缴费',
          table(
            [
              { title: '缴费日期', width: 90 },
              { title: '月数', width: 40, alignment: 'right' },
              { title: '金额（元）', width: 90, alignment: 'right' },
              { title: '原因' },
            ],
            staying.map(({ paidOn, months, paidFen, reasons }) => [
              chineseDay(paidOn),
              String(months),
              formatYuan(paidFen, { grouped: true }),
              reasons.map((reason) => REASONS[reason]).join('、'),
            ]),
          ),
        ),
      ];
