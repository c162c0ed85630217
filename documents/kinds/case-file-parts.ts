/** The parts of a case file, each with how many papers it holds and from when to when; what there is none of is left out. */
import type { Content } from '../frame/content.ts';
import { formatYuan } from '../../domain/money/money.ts';
import { dateOf, minuteOfDay } from '../../domain/time/shanghai-day.ts';
import { table, type Column } from '../frame/parts.ts';
import { EVENT_WORDS } from '../words/event-words.ts';
import {
  CHANGE_WORDS,
  DOCUMENT_WORDS,
  FORM_WORDS,
  LETTER_WORDS,
  MONEY_WORDS,
  NOTICE_WORDS,
  TASK_WORDS,
  wordOf,
} from '../words/office-words.ts';
import type { CaseFileData, FiledLetter } from './case-file-data.ts';

export interface FiledPart {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly table: Content;
}

interface Filing {
  readonly id: string;
  readonly title: string;
  readonly days: readonly (string | null)[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export function partsOf(data: CaseFileData): FiledPart[] {
  return [steps, events, letters, scans, forms, years, money, notices, tasks, notes, changes, papers, printed]
    .map((part) => filed(part(data)))
    .filter(({ count }) => count > 0);
}

function filed({ id, title, days, columns, rows }: Filing): FiledPart {
  const known = days.filter((day) => day !== null).sort();
  return {
    id,
    title,
    count: rows.length,
    from: known.at(0) ?? null,
    to: known.at(-1) ?? null,
    table: table(columns, rows),
  };
}

const no: Column = { title: '序号', width: 28, alignment: 'center' };
const day = (title: string): Column => ({ title, width: 58 });
const numbered = (rows: readonly (readonly string[])[]): string[][] => rows.map((row, at) => [String(at + 1), ...row]);
const yuan = (fen: number | null | undefined): string => (fen == null ? '' : formatYuan(fen, { grouped: true }));

/** `2026-01-05 09:30`, in the office's time. */
function moment(at: string): string {
  const minute = minuteOfDay(at);
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0'));
  return `${dateOf(at)} ${hours!}:${minutes!}`;
}

const steps = ({ steps: all }: CaseFileData): Filing => ({
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

const events = ({ events: all }: CaseFileData): Filing => ({
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
    wordOf(EVENT_WORDS, event.kind) + (event.correctsSeq === null ? '' : `（第${String(event.correctsSeq)}号）`),
    [event.by ?? '系统', event.confirmedBy === null ? '' : `确认：${event.confirmedBy}`].filter(Boolean).join('\n'),
    [event.reason, event.note].filter(Boolean).join('；'),
  ]),
});

const letters = ({ letters: all }: CaseFileData): Filing => ({
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
      wordOf(LETTER_WORDS, letter.kind),
      letter.postedOn,
      letter.waybill ?? '全国平台',
      [`${letter.stateOn} ${wordOf(LETTER_WORDS, letter.state)}`, letter.failure].filter(Boolean).join('，'),
    ]),
  ),
});

const scansIn = (all: readonly FiledLetter[]) =>
  all.flatMap(({ waybill, scans: some }) => some.map((scan) => ({ ...scan, waybill: waybill ?? '' })));

const scans = ({ letters: all }: CaseFileData): Filing => ({
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

const forms = ({ forms: all }: CaseFileData): Filing => ({
  id: 'forms',
  title: '信息表',
  days: all.map(({ receivedOn }) => receivedOn),
  columns: [
    no,
    { title: '表号' },
    day('收到'),
    { title: '④个人账户（元）', width: 84, alignment: 'right' },
    { title: '⑤统筹（元）', width: 84, alignment: 'right' },
    { title: '⑥总额（元）', width: 84, alignment: 'right' },
    { title: '状态', width: 60 },
  ],
  rows: numbered(
    all.map((form) => [
      form.formNo || '未编号',
      form.receivedOn,
      yuan(form.accountTotalFen),
      yuan(form.pooledFundFen),
      yuan(form.totalFen),
      wordOf(FORM_WORDS, form.state),
    ]),
  ),
});

/** Of the form that holds, else of the last one. */
function years({ forms: all }: CaseFileData): Filing {
  const form = all.find(({ state }) => state === 'received') ?? all.at(-1);
  return {
    id: 'years',
    title: '历年缴费及个人账户记账信息',
    days: form ? [form.receivedOn] : [],
    columns: [
      no,
      { title: '年份', width: 32 },
      { title: '起止', width: 78 },
      { title: '月数', width: 28 },
      { title: '基数（元）', alignment: 'right' },
      { title: '记账（元）', alignment: 'right' },
      { title: '利息（元）', alignment: 'right' },
      { title: '年末累计（元）', alignment: 'right', width: 86 },
    ],
    rows: numbered(
      (form?.years ?? []).map((row) => [
        String(row.year),
        [row.fromMonth, row.toMonth].filter(Boolean).join('—'),
        String(row.months),
        yuan(row.baseFen),
        yuan(row.creditedFen),
        yuan(row.interestFen),
        yuan(row.balanceFen),
      ]),
    ),
  };
}

const money = ({ money: all }: CaseFileData): Filing => ({
  id: 'money',
  title: '到账资金',
  days: all.map(({ bookedOn }) => bookedOn),
  columns: [
    no,
    { title: '银行流水' },
    day('到账'),
    { title: '金额（元）', width: 100, alignment: 'right' },
    { title: '状态', width: 100 },
  ],
  rows: numbered(
    all.map(({ serial, bookedOn, amountFen, state }) => [
      serial,
      bookedOn,
      yuan(amountFen),
      wordOf(MONEY_WORDS, state),
    ]),
  ),
});

const notices = ({ notices: all }: CaseFileData): Filing => ({
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

const tasks = ({ tasks: all }: CaseFileData): Filing => ({
  id: 'tasks',
  title: '待办',
  days: all.flatMap(({ openedOn, closedOn }) => [openedOn, closedOn]),
  columns: [no, { title: '待办' }, { title: '责任人', width: 90 }, day('产生'), day('期限'), day('完成')],
  rows: numbered(
    all.map(({ kind, owner, openedOn, dueOn, closedOn }) => [
      wordOf(TASK_WORDS, kind),
      owner,
      openedOn,
      dueOn,
      closedOn ?? '',
    ]),
  ),
});

const notes = ({ notes: all }: CaseFileData): Filing => ({
  id: 'notes',
  title: '交接说明',
  days: all.map(({ on }) => on),
  columns: [no, day('日期'), { title: '移交人', width: 80 }, { title: '接收人', width: 80 }, { title: '说明' }],
  rows: numbered(all.map(({ on, by, readBy, text }) => [on, by, readBy ?? '', text])),
});

const changes = ({ changes: all }: CaseFileData): Filing => ({
  id: 'changes',
  title: '个人信息更正',
  days: all.map(({ on }) => on),
  columns: [no, { title: '更正项目' }, day('日期'), { title: '经办', width: 100 }, { title: '确认', width: 100 }],
  rows: numbered(all.map(({ field, on, by, confirmedBy }) => [wordOf(CHANGE_WORDS, field), on, by, confirmedBy ?? ''])),
});

const papers = ({ papers: all }: CaseFileData): Filing => ({
  id: 'papers',
  title: '扫描材料',
  days: all.map(({ addedOn }) => addedOn),
  columns: [
    no,
    { title: '材料' },
    day('登记'),
    { title: '登记人', width: 76 },
    { title: '字节', width: 56, alignment: 'right' },
    { title: '校验值（SHA-256 前12位）', width: 84 },
  ],
  rows: numbered(
    all.map(({ kind, addedOn, addedBy, byteLength, sha256 }) => [
      kind,
      addedOn,
      addedBy ?? '',
      String(byteLength),
      sha256.slice(0, 12),
    ]),
  ),
});

const printed = ({ printed: all }: CaseFileData): Filing => ({
  id: 'printed',
  title: '已出具文书',
  days: all.map(({ madeOn }) => madeOn),
  columns: [
    no,
    { title: '文书', width: 66 },
    { title: '编号' },
    { title: '版', width: 20, alignment: 'center' },
    day('日期'),
    { title: '经办', width: 56 },
    { title: '校验值（SHA-256 前12位）', width: 80 },
  ],
  rows: numbered(
    all.map((one) => [
      wordOf(DOCUMENT_WORDS, one.kind),
      one.number + (one.replaced ? '（已作废）' : ''),
      String(one.version),
      one.madeOn,
      one.madeBy,
      one.sha256.slice(0, 12),
    ]),
  ),
});
