/** 交接清单 (domain 13.13): everything that a colleague holds, signed by who hands over, who takes over and who watches. */
import type { Content } from '../frame/content.ts';
import { formatYuan } from '../../domain/money/money.ts';
import { heading, paragraphs, signatures, table } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';
import { PART_STATES, TASK_KINDS, wordOf } from '../../domain/official-words/ledger.ts';
import { MONEY_PLACE_WORDS, REMITTANCE_STATE_WORDS } from '../../domain/official-words/money-out.ts';
import { foldedPairs } from './folded-pairs.ts';
import { nameAndPost, type Colleague } from './hand-over-note.ts';
import { blank } from './letter-parts.ts';
import { titled } from './titled-table.ts';

export interface HandOverListData {
  readonly day: string;
  readonly from: Colleague;
  /** Null: written in by hand. */
  readonly to: Colleague | null;
  readonly watchedBy: Colleague | null;
  readonly transfers: readonly HeldTransfer[];
  readonly tasks: readonly {
    readonly kind: string;
    readonly caseNo: string | null;
    readonly dueOn: string;
    readonly reason: string;
  }[];
  readonly money: readonly {
    readonly serial: string;
    readonly bookedOn: string;
    readonly amountFen: number;
    readonly state: string;
    readonly caseNo: string | null;
  }[];
  /** Money out that is on its way. */
  readonly remittances: readonly {
    readonly reference: string;
    readonly amountFen: number;
    readonly state: string;
    readonly place: string;
    readonly dueOn: string | null;
    readonly caseNo: string | null;
  }[];
}

interface HeldTransfer {
  readonly caseNo: string;
  readonly personName: string;
  readonly counterpartName: string;
  readonly stepName: string | null;
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
  readonly isHeld: boolean;
  readonly holdsStep: boolean;
  readonly isSteward: boolean;
}

export const handOverList = documentKind<HandOverListData>()({
  kind: 'handOverList',
  title: '业务交接清单',
  toAnotherOffice: false,
  sealed: false,
  sheet: { pageOrientation: 'landscape', pageMargins: [40, 44, 40, 52] },
  fields: {
    from: '移交人',
    to: '接收人',
    watchedBy: '监交人',
    transfers: '业务件数',
    tasks: '待办件数',
    money: '款项笔数',
    remittances: '划款笔数',
  },
  words: {
    intro:
      '{移交人}自{日期}起将下列在办业务移交{接收人}，由{监交人}监交：业务{业务件数}件、待办{待办件数}件、待处理款项{款项笔数}笔、在途划款{划款笔数}笔。移交人的系统权限自交接之日停止。',
    closing: '移交人、接收人和监交人已逐项核对，情况与清单相符。',
  },
  needed: { intro: ['from', 'to', 'watchedBy', 'transfers', 'tasks', 'money'] },
  sample: {
    day: '2026-01-28',
    from: { name: '张三', post: '转移接续岗' },
    to: { name: '李四', post: '转移接续岗' },
    watchedBy: { name: '王五', post: '科长' },
    transfers: [
      {
        caseNo: 'IN20260100001',
        personName: '赵六',
        counterpartName: '某市社会保险事业管理中心',
        stepName: '等待信息表和资金',
        dueOn: '2026-02-02',
        isOverdue: false,
        isHeld: false,
        holdsStep: true,
        isSteward: true,
      },
    ],
    tasks: [{ kind: 'tellPerson', caseNo: 'IN20260100001', dueOn: '2026-02-03', reason: '查无此人' }],
    money: [{ serial: 'S-0001', bookedOn: '2026-01-27', amountFen: 3_420_644, state: 'suspense', caseNo: null }],
    remittances: [
      {
        reference: 'HK20260100001',
        amountFen: 3_420_644,
        state: 'sent',
        place: 'inTransit',
        dueOn: '2026-01-30',
        caseNo: 'OT20260100001',
      },
    ],
  },
  values: ({ from, to, watchedBy, transfers, tasks, money, remittances }) => ({
    from: from.name,
    to: to?.name ?? blank(6),
    watchedBy: watchedBy?.name ?? blank(6),
    transfers: String(transfers.length),
    tasks: String(tasks.length),
    money: String(money.length),
    remittances: String(remittances.length),
  }),
  content: (data, words): Content[] => [
    ...paragraphs(words.intro),
    foldedPairs([
      ['移交人', nameAndPost(data.from)],
      ['接收人', data.to ? nameAndPost(data.to) : blank(12)],
      ['监交人', data.watchedBy ? nameAndPost(data.watchedBy) : blank(12)],
    ]),
    ...transferTable(data.transfers),
    ...taskTable(data.tasks),
    ...moneyTable(data.money),
    ...remittanceTable(data.remittances),
    ...paragraphs(words.closing),
    { stack: [signatures(['移交人', '接收人', '监交人']), signatures(['日期', '日期', '日期'])], unbreakable: true },
  ],
});

/** A heading stays with the first rows of its table; what there is none of is said, so that nobody can add it. */
function listed(title: string, rows: readonly unknown[], body: () => Content): Content[] {
  const head = `${title}（${String(rows.length)}）`;
  return rows.length === 0 ? [heading(`${head}　无`)] : [titled(head, body())];
}

const transferTable = (transfers: readonly HeldTransfer[]): Content[] =>
  listed('在办业务', transfers, () =>
    table(
      [
        { title: '序号', width: 28, alignment: 'center' },
        { title: '业务编号', width: 92 },
        { title: '参保人', width: 110 },
        { title: '原参保地机构' },
        { title: '环节', width: 110 },
        { title: '期限', width: 84 },
        { title: '承担', width: 70 },
      ],
      transfers.map((one, at) => [
        String(at + 1),
        one.caseNo,
        one.personName,
        one.counterpartName,
        (one.stepName ?? '无在办环节') + (one.isHeld ? '（中止计时）' : ''),
        (one.dueOn ?? '') + (one.isOverdue ? ' 逾期' : ''),
        [one.isSteward ? '管家' : '', one.holdsStep ? '责任人' : ''].filter(Boolean).join('、'),
      ]),
    ),
  );

const taskTable = (tasks: HandOverListData['tasks']): Content[] =>
  listed('待办', tasks, () =>
    table(
      [
        { title: '序号', width: 28, alignment: 'center' },
        { title: '待办' },
        { title: '业务编号', width: 100 },
        { title: '原因' },
        { title: '期限', width: 66 },
      ],
      tasks.map(({ kind, caseNo, reason, dueOn }, at) => [
        String(at + 1),
        wordOf(TASK_KINDS, kind),
        caseNo ?? '',
        reason,
        dueOn,
      ]),
    ),
  );

const moneyTable = (money: HandOverListData['money']): Content[] =>
  listed('待处理款项', money, () =>
    table(
      [
        { title: '序号', width: 28, alignment: 'center' },
        { title: '银行流水' },
        { title: '到账日期', width: 66 },
        { title: '金额（元）', width: 90, alignment: 'right' },
        { title: '状态', width: 96 },
        { title: '业务编号', width: 90 },
      ],
      money.map(({ serial, bookedOn, amountFen, state, caseNo }, at) => [
        String(at + 1),
        serial,
        bookedOn,
        formatYuan(amountFen, { grouped: true }),
        wordOf(PART_STATES, state),
        caseNo ?? '',
      ]),
    ),
  );

const remittanceTable = (remittances: HandOverListData['remittances']): Content[] =>
  listed('在途划款', remittances, () =>
    table(
      [
        { title: '序号', width: 28, alignment: 'center' },
        { title: '划款编号' },
        { title: '金额（元）', width: 90, alignment: 'right' },
        { title: '状态', width: 96 },
        { title: '所在位置', width: 66 },
        { title: '期限', width: 66 },
        { title: '业务编号', width: 90 },
      ],
      remittances.map(({ reference, amountFen, state, place, dueOn, caseNo }, at) => [
        String(at + 1),
        reference,
        formatYuan(amountFen, { grouped: true }),
        wordOf(REMITTANCE_STATE_WORDS, state),
        wordOf(MONEY_PLACE_WORDS, place),
        dueOn ?? '',
        caseNo ?? '',
      ]),
    ),
  );
