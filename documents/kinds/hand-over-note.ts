/** 交接说明: what who leaves a transfer writes for who takes it over, with where it stands, to be signed by both. */
import type { Content } from '../frame/content.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { chineseDay, heading, paragraphs, signatures, type Pair } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';
import { foldedPairs } from './folded-pairs.ts';

export interface Colleague {
  readonly name: string;
  readonly post: string;
}

export interface HandOverNoteData {
  readonly caseNo: string;
  readonly typeName: string;
  readonly personName: string;
  readonly counterpartName: string;
  readonly stewardName: string;
  readonly open: { readonly stepName: string; readonly dueOn: string; readonly ownerName: string } | null;
  readonly text: string;
  readonly writtenBy: Colleague;
  /** Instants. */
  readonly writtenAt: string;
  readonly readBy: Colleague | null;
  readonly readAt: string | null;
}

export const handOverNote = documentKind<HandOverNoteData>()({
  kind: 'handOverNote',
  title: '业务交接说明',
  toAnotherOffice: false,
  sealed: false,
  fields: { caseNo: '业务编号', writtenBy: '移交人', writtenOn: '移交日期' },
  words: {
    intro: '业务编号{业务编号}由{移交人}于{移交日期}书面移交，情况如下。',
    closing: '接收人阅后签字，自接收之日起负责办理。',
  },
  needed: { intro: ['caseNo'] },
  sample: {
    caseNo: 'IN20260100001',
    typeName: '职工养老保险关系转入',
    personName: '张三',
    counterpartName: '某市社会保险事业管理中心',
    stewardName: '李四',
    open: { stepName: '等待信息表和资金', dueOn: '2026-02-02', ownerName: '李四' },
    text: '对方已电话答复，信息表本周寄出。',
    writtenBy: { name: '李四', post: '转移接续岗' },
    writtenAt: '2026-01-28T02:00:00.000Z',
    readBy: null,
    readAt: null,
  },
  values: ({ caseNo, writtenBy, writtenAt }) => ({
    caseNo,
    writtenBy: writtenBy.name,
    writtenOn: chineseDay(dateOf(writtenAt)),
  }),
  content: (data, words): Content[] => [
    ...paragraphs(words.intro),
    foldedPairs(about(data)),
    heading('交接事项'),
    ...paragraphs(data.text),
    ...paragraphs(words.closing),
    signatures(['移交人', '接收人', '日期']),
  ],
});

const about = (data: HandOverNoteData): Pair[] => [
  ['业务编号', data.caseNo],
  ['业务类型', data.typeName],
  ['参保人', data.personName],
  ['原参保地机构', data.counterpartName],
  ['管家', data.stewardName],
  ['当前环节', data.open ? `${data.open.stepName}（责任人：${data.open.ownerName}）` : '无在办环节'],
  ['办理期限', data.open ? chineseDay(data.open.dueOn) : ''],
  ['移交人', nameAndPost(data.writtenBy)],
  ['接收人', data.readBy ? nameAndPost(data.readBy) : ''],
  ['阅知日期', data.readAt === null ? '' : chineseDay(dateOf(data.readAt))],
];

export const nameAndPost = ({ name, post }: Colleague): string => (post === '' ? name : `${name}（${post}）`);
