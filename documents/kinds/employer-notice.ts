/** 告知用人单位 (经办条例 Art. 16): how the transfer of one of its people ended, or where it stands. No amount, no whole number. */
import type { Content } from '../frame/content.ts';
import { chineseDay, paragraphs, type Pair } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';
import { foldedPairs } from './folded-pairs.ts';
import { CLOSING_WORDS } from '../words/office-words.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import { dayOrBlank, type Contact } from './letter-parts.ts';

export interface EmployerNoticeData {
  readonly caseNo: string;
  readonly typeName: string;
  readonly employer: string;
  readonly person: { readonly name: string; readonly idNumberMasked: string };
  readonly counterpartName: string;
  readonly acceptedOn: string;
  readonly closedOn: string | null;
  readonly closing: Closing | null;
  readonly closingReason: { readonly words: string; readonly ground: string } | null;
  readonly stands: { readonly stepName: string; readonly dueOn: string; readonly provisional: boolean } | null;
  readonly contact: Contact;
}

export const employerNotice = documentKind<EmployerNoticeData>()({
  kind: 'employerNotice',
  title: '养老保险关系转移接续办理情况告知书',
  toAnotherOffice: false,
  sealed: true,
  fields: { person: '姓名', caseNo: '业务编号', acceptedOn: '受理日期', result: '办理情况', telephone: '联系电话' },
  words: {
    body: '你单位职工{姓名}的养老保险关系转移接续申请，我处已于{受理日期}受理（业务编号：{业务编号}）。现将办理情况告知如下：{办理情况}。',
    closing: '本件涉及职工个人信息，请妥善保管，并转告本人。如有疑问，请致电{联系电话}。',
  },
  needed: { body: ['person', 'result'] },
  sample: {
    caseNo: 'IN20260100001',
    typeName: '职工养老保险关系转入',
    employer: '某某有限公司',
    person: { name: '张三', idNumberMasked: '110102********0357' },
    counterpartName: '某市社会保险事业管理中心',
    acceptedOn: '2026-01-05',
    closedOn: '2026-03-06',
    closing: 'completed',
    closingReason: null,
    stands: null,
    contact: { name: '李四', telephone: '010-00000000' },
  },
  values: (data) => ({
    person: data.person.name,
    caseNo: data.caseNo,
    acceptedOn: chineseDay(data.acceptedOn),
    result: resultOf(data),
    telephone: data.contact.telephone,
  }),
  content: (data, words): Content[] => [
    { text: `${data.employer}：`, style: 'addressee' },
    ...paragraphs(words.body),
    foldedPairs(about(data)),
    ...paragraphs(words.closing),
  ],
});

function resultOf({ closing, closedOn, closingReason, stands, counterpartName }: EmployerNoticeData): string {
  if (closing === 'completed') {
    return `该职工在${counterpartName}的养老保险关系和资金已转入，${dayOrBlank(closedOn)}记入个人账户，本业务办结`;
  }
  if (closing !== null) {
    const why = closingReason ? `，原因：${closingReason.words}` : '';
    return `${dayOrBlank(closedOn)}${CLOSING_WORDS[closing]}${why}`;
  }
  if (!stands) return '正在办理';
  return `正在办理，当前环节为${stands.stepName}，办理期限${chineseDay(stands.dueOn)}${stands.provisional ? '（暂定）' : ''}`;
}

const about = (data: EmployerNoticeData): Pair[] => [
  ['职工姓名', data.person.name],
  ['证件号码', data.person.idNumberMasked],
  ['业务类型', data.typeName],
  ['原参保地机构', data.counterpartName],
  ['受理日期', chineseDay(data.acceptedOn)],
  ['结束日期', dayOrBlank(data.closedOn)],
  ['依据', data.closingReason?.ground ?? ''],
  ['联系人', data.contact.name],
];
