/** The parts of a case file, each with how many papers it holds and from when to when; what there is none of is left out. */
import { PART_STATES, wordOf } from '../../domain/official-words/ledger.ts';
import { scanId } from '../frame/scan-sheets.ts';
import { CHANGE_WORDS, DOCUMENT_WORDS, FORM_WORDS } from '../words/office-words.ts';
import { events, letters, notices, scans, steps, tasks } from './case-file-course.ts';
import type { CaseFileData } from './case-file-data.ts';
import { day, filed, no, numbered, shortSum, yuan, type FiledPart, type Filing } from './case-file-filing.ts';

export function partsOf(data: CaseFileData): FiledPart[] {
  return [steps, events, letters, scans, forms, years, money, notices, tasks, notes, changes, papers, printed]
    .map((part) => filed(part(data)))
    .filter(({ count }) => count > 0);
}

const forms = ({ forms: all }: CaseFileData): Filing => ({
  id: 'forms',
  title: '信息表',
  days: all.map(({ receivedOn }) => receivedOn),
  columns: [
    no,
    { title: '表号', width: 78 },
    day('收到'),
    { title: '④账户（元）', alignment: 'right' },
    { title: '⑤统筹（元）', alignment: 'right' },
    { title: '⑥总额（元）', alignment: 'right' },
    { title: '状态', width: 44 },
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
      { title: '起止', width: 84 },
      { title: '月数', width: 28 },
      { title: '基数（元）', alignment: 'right' },
      { title: '记账（元）', alignment: 'right' },
      { title: '利息（元）', alignment: 'right' },
      { title: '年末累计（元）', alignment: 'right', width: 80 },
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
      wordOf(PART_STATES, state),
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
    // Room for the five figures that stand there until the number is known: narrower, they would break.
    { title: '页号', width: 44, alignment: 'center' },
  ],
  rows: numbered(
    all.map(({ kind, addedOn, addedBy, byteLength, sha256 }, at) => [
      kind,
      addedOn,
      addedBy ?? '',
      String(byteLength),
      shortSum(sha256),
      { pageReference: scanId(at + 1) },
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
      shortSum(one.sha256),
    ]),
  ),
});
