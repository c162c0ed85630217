/** 受理回执: what the person takes home from the counter (经办条例 Art. 16). */
import { qrCode } from '../frame/codes.ts';
import { chineseDay, pairs, paragraphs } from '../frame/parts.ts';
import { schemeWords } from '../frame/official-words.ts';
import { documentKind } from '../kind.ts';

export interface AcceptanceSlipData {
  readonly personName: string;
  readonly caseNo: string;
  readonly acceptedOn: string;
  readonly counterpart: string;
  readonly scheme: string;
  readonly statusCode: string;
  /** Of the page that the code opens. */
  readonly statusAddress: string;
  readonly steward: string;
  readonly stewardPost: string;
  readonly telephone: string;
  readonly nextStep: string;
  readonly dueOn: string;
  /** Counts days of a year whose holidays are not known yet. */
  readonly provisional: boolean;
  /** Working days that the whole may take while the ball is with us or with the other office. */
  readonly totalWorkingDays: number;
}

export const acceptanceSlip = documentKind<AcceptanceSlipData>()({
  kind: 'acceptanceSlip',
  title: '受理回执',
  toAnotherOffice: false,
  sealed: true,
  fields: { personName: '姓名', caseNo: '业务编号', acceptedOn: '受理日期', statusCode: '查询码', dueOn: '办理期限' },
  needed: { intro: ['personName', 'acceptedOn'], how: ['statusCode'] },
  words: {
    intro: '{姓名}：\n您的养老保险关系转移接续申请已于{受理日期}受理。',
    how: '凭查询码{查询码}和手机号后四位，可随时扫码查询业务由谁办理、何时办结。查询码等同凭证，请勿告知他人。',
    closing: '办理中如需补充材料，我们会与您联系。如有疑问请致电{单位电话}。',
  },
  sample: {
    personName: '张三',
    caseNo: 'ZR20260100001',
    acceptedOn: '2026-01-05',
    counterpart: '某市社会保险事业管理中心',
    scheme: 'enterprise',
    statusCode: '0000-0000-0000-0',
    statusAddress: 'https://example.invalid/s',
    steward: '李四',
    stewardPost: '转移接续岗',
    telephone: '010-00000000',
    nextStep: '资格审核',
    dueOn: '2026-01-26',
    provisional: false,
    totalWorkingDays: 45,
  },
  values: (data) => ({
    personName: data.personName,
    caseNo: data.caseNo,
    acceptedOn: chineseDay(data.acceptedOn),
    statusCode: data.statusCode,
    dueOn: dueWords(data),
  }),
  content: (data, words) => [
    ...paragraphs(words.intro),
    {
      columns: [
        { stack: [pairs(rows(data))], width: '*' },
        {
          width: 124,
          stack: [
            qrCode(data.statusAddress, { sizeMm: 32 }),
            { text: '查询码', style: 'soft', margin: [0, 8, 0, 2] },
            { text: data.statusCode, bold: true, fontSize: 12, noWrap: true },
          ],
          margin: [14, 10, 0, 0],
        },
      ],
    },
    ...paragraphs(words.how),
    ...paragraphs(words.closing),
  ],
});

const rows = (data: AcceptanceSlipData): [string, string][] => [
  ['业务编号', data.caseNo],
  ['申请人', data.personName],
  ['受理日期', chineseDay(data.acceptedOn)],
  ['险种', schemeWords(data.scheme)],
  ['原参保地经办机构', data.counterpart],
  ['您的管家', [data.steward, data.stewardPost].filter(Boolean).join('　')],
  ['联系电话', data.telephone],
  ['下一环节', data.nextStep],
  ['本环节办理期限', dueWords(data)],
  ['全程办理时限', `${data.totalWorkingDays}个工作日`],
];

const dueWords = ({ dueOn, provisional }: AcceptanceSlipData): string =>
  `${chineseDay(dueOn)}${provisional ? '（暂定）' : ''}`;
