/** 一次性告知书: all that is missing, told once; and the 容缺 promise: taken up all the same, with a day for the rest. */
import type { Content } from '../frame/content.ts';
import { chineseDay, heading, pairs, paragraphs, signatures } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';

export interface MissingMaterialsData {
  readonly personName: string;
  readonly caseNo: string;
  readonly acceptedOn: string;
  /** Each by its name; never none. */
  readonly materials: readonly string[];
  readonly note: string;
  readonly telephone: string;
}

export interface PromiseData extends MissingMaterialsData {
  readonly promisedOn: string;
}

const listed = ({ materials, note }: MissingMaterialsData): Content[] => [
  heading(`需补充的材料（共${materials.length}项）`),
  { ol: [...materials], style: 'block' },
  ...(note === '' ? [] : [heading('说明'), ...paragraphs(note)]),
];

const cover = (data: MissingMaterialsData): Content =>
  pairs([
    ['申请人', data.personName],
    ['业务编号', data.caseNo],
    ['申请日期', chineseDay(data.acceptedOn)],
    ['联系电话', data.telephone],
  ]);

const sample = {
  personName: '张三',
  caseNo: 'ZR20260100001',
  acceptedOn: '2026-01-05',
  materials: ['原参保地基本养老保险参保缴费凭证', '本人有效身份证件复印件'],
  note: '',
  telephone: '010-00000000',
};

export const missingMaterials = documentKind<MissingMaterialsData>()({
  kind: 'missingMaterials',
  title: '一次性告知书',
  toAnotherOffice: false,
  sealed: true,
  fields: { personName: '姓名', count: '项数' },
  needed: { opening: ['personName'] },
  words: {
    opening:
      '{姓名}：\n您提出的养老保险关系转移接续申请，尚需补充下列材料。本单位依法一次性告知，请补齐后到窗口或者邮寄提交。',
    closing: '除上列材料外，办理本业务无需再提交其他材料。补齐后，我们将继续办理。如有疑问请致电{单位电话}。',
  },
  sample,
  values: (data) => ({ personName: data.personName, count: String(data.materials.length) }),
  content: (data, words) => [
    ...paragraphs(words.opening),
    cover(data),
    ...listed(data),
    ...paragraphs(words.closing),
    signatures(['告知人', '申请人签收']),
  ],
});

export const promise = documentKind<PromiseData>()({
  kind: 'promise',
  title: '容缺受理承诺书',
  toAnotherOffice: false,
  sealed: true,
  fields: { personName: '姓名', promisedOn: '承诺日期', count: '项数' },
  needed: { opening: ['personName'], promise: ['promisedOn'] },
  words: {
    opening: '本人{姓名}申请办理养老保险关系转移接续，主要材料已齐全，下列材料暂缺，申请容缺受理。',
    promise:
      '本人承诺于{承诺日期}前补齐所列材料，并对所提交材料和所作陈述的真实性负责。逾期未补齐的，同意中止办理，由此产生的后果由本人承担。',
    closing: '本承诺书一式两份，申请人和经办机构各执一份。咨询电话{单位电话}。',
  },
  sample: { ...sample, promisedOn: '2026-01-20' },
  values: (data) => ({
    personName: data.personName,
    promisedOn: chineseDay(data.promisedOn),
    count: String(data.materials.length),
  }),
  content: (data, words) => [
    ...paragraphs(words.opening),
    cover(data),
    ...listed(data),
    ...paragraphs(words.promise),
    ...paragraphs(words.closing),
    signatures(['承诺人（签字）', '承诺日期']),
  ],
});
