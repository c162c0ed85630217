import { UNPROPOSED_WORDS } from '../../../../domain/official-words/decisions.ts';
import type { Messages } from '../messages.ts';

export const numbers: Messages['numbers'] = {
  title: '数据明细',
  count_one: '{{count}} 项',
  count_other: '{{count}} 项',
  sum: '合计',
  span: '{{from}} 至 {{to}}',
  sinceBeginning: '截至 {{to}}',
  part: '其中',
  payer: '付款方',
  bookedOn: '入账日期',
  received: '银行到账',
  opening: '导入台账期初余额',
  empty: '该项没有明细。',
};

export const refusals: Messages['refusals'] = {
  title: '不予办理清单',
  one: '不予办理文书',
  none: '没有不予办理的申请。',
  anyKind: '全部种类',
  by: '经办人',
  kinds: { notTakenUp: '不予受理', notApproved: '审核不通过' },
  papers: { notTakenUp: '不予受理告知书', notApproved: '审核不通过书面说明' },
};

export const heldWork: Messages['heldWork'] = {
  title: '在手而无法办理的事项',
  explain: '他人可办的，一分钟内自动转交；留在此处的，是缺少相应角色或人员。',
  count_one: '{{count}} 项',
  count_other: '{{count}} 项',
  none: '在办事项均由有权限且在岗的人员经办。',
  any: '全部原因',
  what: '事项',
  holder: '现经办人',
  role: '角色',
  deputy: '代理：{{name}}',
  takeOver: '补位',
  taken: '现由您经办。',
  kinds: { step: '环节', task: '待办', stewardship: '管家' },
  why: {
    gone: '账号已停用',
    away: '不在岗',
    notOfTheRole: '无此角色',
    barred: '不相容岗位',
    nobodyElse: '无人可办',
  },
};

export const manualDecisions: Messages['manualDecisions'] = {
  title: '人工干预清单',
  explain: '期间内流程之外由人工决定的事项，每项计一次；须两人办理的，列明两人。',
  month: '月份',
  previous: '上一月',
  next: '下一月',
  anyKind: '全部种类',
  anyone: '所有人',
  who: '决定人',
  second: '确认人',
  count_one: '{{count}} 项',
  count_other: '{{count}} 项',
  none: '期间内没有人工干预。',
  counts: '按种类和人员',
  number: '数量',
  about: { alone: '一人单独办理' },
  kinds: UNPROPOSED_WORDS,
};
