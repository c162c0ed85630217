/** The words of the status page, in the official terms of each language. */
import type { FactKind } from '../../../domain/facts/facts.ts';
import type { Closing } from '../../../domain/facts/closings.ts';
import type { TransferStatus } from '../../../db/reading/status-page.ts';

export interface Texts {
  readonly title: string;
  readonly code: string;
  readonly lastFour: string;
  readonly lastFourHint: string;
  readonly show: string;
  readonly holder: string;
  readonly holders: Readonly<Record<TransferStatus['holder'], string>>;
  readonly since: string;
  readonly step: string;
  readonly nextStep: string;
  readonly due: string;
  readonly provisional: string;
  readonly ask: string;
  readonly deputy: string;
  readonly soFar: string;
  readonly closed: string;
  readonly opening: string;
  readonly none: string;
  readonly wrong: string;
  readonly locked: string;
  readonly form: string;
  readonly away: string;
  readonly closings: Readonly<Record<Closing, string>>;
  readonly milestones: Readonly<Partial<Record<FactKind, string>>>;
}

const zh: Texts = {
  title: '养老保险关系转移进度',
  code: '查询码',
  lastFour: '手机号后四位',
  lastFourHint: '办理时登记的手机号',
  show: '查询',
  holder: '现在由谁办理',
  holders: {
    ourOffice: '本经办机构',
    higherAuthority: '上级主管部门',
    financeBureau: '财政部门',
    counterpart: '原参保地经办机构',
    courier: '邮寄途中',
    bank: '银行',
    employer: '用人单位',
    insured: '等待您办理',
    nobody: '已办结',
  },
  since: '自',
  step: '当前环节',
  nextStep: '下一环节',
  due: '办理期限',
  provisional: '（暂定，以放假安排公布为准）',
  ask: '咨询',
  deputy: '现由代理：',
  soFar: '办理过程',
  closed: '办结日期',
  opening: '正在转入下一环节',
  none: '无',
  wrong: '查询码或手机号后四位不符，请核对受理回执。',
  locked: '输错次数过多，请三十分钟后再试。',
  form: '请输入四位数字。',
  away: '系统暂时不可用，请稍后再试。',
  closings: { completed: '已办结', refused: '不予受理', withdrawn: '申请人撤回', closedWithoutTransfer: '终止' },
  milestones: {
    accepted: '已受理',
    letterSent: '联系函已发出',
    letterDelivered: '联系函已送达',
    letterReturned: '联系函被退回',
    letterLost: '联系函遗失',
    returnedByCounterpart: '原参保地退回',
    infoFormReceived: '信息表已收到',
    fundReceived: '资金已到账',
    booked: '已记账',
    withdrawn: '申请人撤回',
    closedWithoutTransfer: '终止办理',
  },
};

const en: Texts = {
  title: 'Progress of your pension transfer',
  code: 'Short code',
  lastFour: 'Last four digits of the phone number',
  lastFourHint: 'The number you gave at the counter',
  show: 'Show',
  holder: 'Who holds it now',
  holders: {
    ourOffice: 'Our office',
    higherAuthority: 'The higher authority',
    financeBureau: 'The finance bureau',
    counterpart: 'The other office',
    courier: 'Under way by post',
    bank: 'The bank',
    employer: 'Your employer',
    insured: 'You',
    nobody: 'Closed',
  },
  since: 'since',
  step: 'Step',
  nextStep: 'Next step',
  due: 'Due',
  provisional: '(provisional until the holidays are published)',
  ask: 'Ask',
  deputy: 'now in their place:',
  soFar: 'What has happened',
  closed: 'Closed on',
  opening: 'Going over to the next step',
  none: 'None',
  wrong: 'Code and digits do not fit; read both from your slip.',
  locked: 'Too many wrong tries; try again in thirty minutes.',
  form: 'Type four digits.',
  away: 'The system is away for a moment; try again soon.',
  closings: {
    completed: 'Completed',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
    closedWithoutTransfer: 'Closed without transfer',
  },
  milestones: {
    accepted: 'Accepted',
    letterSent: 'Letter sent',
    letterDelivered: 'Letter delivered',
    letterReturned: 'Letter came back',
    letterLost: 'Letter lost',
    returnedByCounterpart: 'Returned by the other office',
    infoFormReceived: 'Info form received',
    fundReceived: 'Money received',
    booked: 'Booked',
    withdrawn: 'Withdrawn',
    closedWithoutTransfer: 'Closed without transfer',
  },
};

export const LANGUAGES = { 'zh-CN': zh, en } as const;
export type Language = keyof typeof LANGUAGES;
