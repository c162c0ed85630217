/** What happened, step by step: who did what, what was written, told and left to do. */
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { EVENTS } from '../../domain/official-words/events.ts';
import { LETTER_KINDS, LETTER_STATES, TASK_KINDS, wordOf } from '../../domain/official-words/ledger.ts';
import { NOTICE_WORDS } from '../words/office-words.ts';
import type { CaseFileData, FiledLetter } from './case-file-data.ts';
import { day, moment, no, numbered, type Filing } from './case-file-filing.ts';

export const steps = ({ steps: all }: CaseFileData): Filing => ({
  id: 'steps',
  title: '办理环节',
  days: all.flatMap(({ openedOn, closedOn }) => [openedOn, closedOn]),
  columns: [
    no,
    { title: '环节' },
    { title: '次', width: 20, alignment: 'center' },
    { title: '责任人', width: 62 },
    day('开始'),
    day('期限'),
    day('结束'),
    { title: '结果', width: 54 },
  ],
  rows: numbered(
    all.map((step) => [
      step.name,
      String(step.attempt),
      step.owner,
      step.openedOn,
      step.dueOn + (step.isOverdue ? ' 逾期' : ''),
      step.closedOn ?? '',
      step.outcome ?? '在办',
    ]),
  ),
});

export const events = ({ events: all }: CaseFileData): Filing => ({
  id: 'events',
  title: '办理过程记录',
  days: all.map(({ at }) => dateOf(at)),
  columns: [
    { title: '号', width: 26, alignment: 'center' },
    { title: '时间', width: 84 },
    { title: '事项', width: 92 },
    { title: '经办', width: 80 },
    { title: '原因和说明' },
  ],
  rows: all.map((event) => [
    String(event.seq),
    moment(event.at),
    wordOf(EVENTS, event.kind) + (event.correctsSeq === null ? '' : `（更正第${String(event.correctsSeq)}号）`),
    [event.by ?? '系统', event.confirmedBy === null ? '' : `确认：${event.confirmedBy}`].filter(Boolean).join('\n'),
    [event.reason, event.note].filter(Boolean).join('；'),
  ]),
});

export const letters = ({ letters: all }: CaseFileData): Filing => ({
  id: 'letters',
  title: '函件',
  days: all.map(({ postedOn }) => postedOn),
  columns: [
    no,
    { title: '函号', width: 112 },
    { title: '种类', width: 44 },
    day('寄出'),
    { title: '快递单号', width: 92 },
    { title: '结果' },
  ],
  rows: numbered(
    all.map((letter) => [
      letter.letterNo,
      wordOf(LETTER_KINDS, letter.kind),
      letter.postedOn,
      letter.waybill ?? '全国平台',
      [`${letter.stateOn} ${wordOf(LETTER_STATES, letter.state)}`, letter.failure].filter(Boolean).join('，'),
    ]),
  ),
});

const scansIn = (all: readonly FiledLetter[]) =>
  all.flatMap(({ waybill, scans: some }) => some.map((scan) => ({ ...scan, waybill: waybill ?? '' })));

export const scans = ({ letters: all }: CaseFileData): Filing => ({
  id: 'scans',
  title: '邮件轨迹',
  days: scansIn(all).map(({ at }) => dateOf(at)),
  columns: [
    no,
    { title: '快递单号', width: 92 },
    { title: '时间', width: 92 },
    { title: '代码', width: 36 },
    { title: '轨迹' },
  ],
  rows: numbered(scansIn(all).map(({ waybill, at, code, text }) => [waybill, moment(at), code, text])),
});

export const notices = ({ notices: all }: CaseFileData): Filing => ({
  id: 'notices',
  title: '告知',
  days: all.map(({ on }) => on),
  columns: [
    no,
    { title: '通知' },
    { title: '收件人', width: 90 },
    { title: '方式', width: 60 },
    day('发送'),
    { title: '状态', width: 80 },
  ],
  rows: numbered(
    all.map(({ kind, recipient, channel, on, state }) => [
      wordOf(NOTICE_WORDS, kind),
      wordOf(NOTICE_WORDS, recipient),
      wordOf(NOTICE_WORDS, channel),
      on ?? '',
      wordOf(NOTICE_WORDS, state),
    ]),
  ),
});

export const tasks = ({ tasks: all }: CaseFileData): Filing => ({
  id: 'tasks',
  title: '待办',
  days: all.flatMap(({ openedOn, closedOn }) => [openedOn, closedOn]),
  columns: [no, { title: '待办' }, { title: '责任人', width: 90 }, day('产生'), day('期限'), day('完成')],
  rows: numbered(
    all.map(({ kind, owner, openedOn, dueOn, closedOn }) => [
      wordOf(TASK_KINDS, kind),
      owner,
      openedOn,
      dueOn,
      closedOn ?? '',
    ]),
  ),
});
