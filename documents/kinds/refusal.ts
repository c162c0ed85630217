/** 不予受理 and 审核不通过: why, on which ground, and what can be done against it (社会保险法 Art. 83). */
import { chineseDay, pairs, paragraphs } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';

export interface RefusalData {
  readonly personName: string;
  readonly idNumberMasked: string;
  /** Empty before a case was opened. */
  readonly caseNo: string;
  readonly reasonCode: string;
  readonly reason: string;
  /** The article it rests on; empty for a reason that no article names. */
  readonly ground: string;
  readonly refusedOn: string;
}

const REMEDIES =
  '如对本决定有异议，可自收到本告知书之日起六十日内依法申请行政复议，或者自收到之日起六个月内依法向人民法院提起行政诉讼（《中华人民共和国社会保险法》第八十三条）。';

const common = {
  toAnotherOffice: false,
  sealed: true,
  fields: { personName: '姓名', reason: '原因', ground: '依据', refusedOn: '决定日期' },
  sample: {
    personName: '张三',
    idNumberMasked: '110***********0000',
    caseNo: 'ZR20260100001',
    reasonCode: 'A02',
    reason: '已按月领取基本养老保险待遇',
    ground: '国办发〔2009〕66号第二条',
    refusedOn: '2026-01-05',
  },
  values: (data: RefusalData) => ({
    personName: data.personName,
    reason: data.reason,
    ground: data.ground,
    refusedOn: chineseDay(data.refusedOn),
  }),
} as const;

type Words = Readonly<Record<'opening' | 'remedies' | 'closing', string>>;

const content = (data: RefusalData, words: Words) => [
  ...paragraphs(words.opening),
  pairs([
    ['申请人', data.personName],
    ['公民身份号码', data.idNumberMasked],
    ['业务编号', data.caseNo],
    ['决定日期', chineseDay(data.refusedOn)],
    ['原因', `${data.reason}（${data.reasonCode}）`],
    ['依据', data.ground],
  ]),
  ...paragraphs(words.remedies),
  ...paragraphs(words.closing),
];

const CLOSING = '如有疑问，请致电{单位电话}。';

export const notTakenUp = documentKind<RefusalData>()({
  ...common,
  kind: 'notTakenUp',
  title: '不予受理告知书',
  needed: { opening: ['personName'] },
  words: {
    opening: '{姓名}：\n您提出的养老保险关系转移接续申请，经核对不符合受理条件，本单位决定不予受理。原因和依据如下：',
    remedies: REMEDIES,
    closing: CLOSING,
  },
  content,
});

export const notApproved = documentKind<RefusalData>()({
  ...common,
  kind: 'notApproved',
  title: '审核不通过告知书',
  needed: { opening: ['personName'] },
  words: {
    opening: '{姓名}：\n您提出的养老保险关系转移接续申请，经审核不符合办理条件，本次业务终止。原因和依据如下：',
    remedies: REMEDIES,
    closing: CLOSING,
  },
  content,
});
