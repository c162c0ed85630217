/** One line of a table of contributions. */
import type { AccountFacts, AccountOwner } from '../../db/contributions/accounts.ts';
import { CONTRIBUTION_DEFECTS, contributionDefects } from '../../domain/contributions/contribution-defects.ts';
import type { Contribution, LumpSumPaper } from '../../domain/contributions/contribution.ts';
import { monthOf, natureOf, paperIssuerOf, paperKindOf } from '../../domain/contributions/written-words.ts';
import { readPersonName } from '../rows/person-cells.ts';
import type { RowKind } from '../rows/open-rows.ts';
import type { FinishedRow, RowCells } from '../rows/row-cells.ts';

export interface ContributionRow {
  readonly owner: AccountOwner;
  readonly facts: AccountFacts;
  readonly contribution: Contribution;
}

export interface KnownToRows {
  readonly today: string;
  /** Of our own office: a row that names no place was paid here. */
  readonly areaCode: string;
}

const COLUMNS = {
  required: ['公民身份号码', '姓名', '缴费起始年月', '缴费终止年月', '单位缴费', '个人缴费', '记入个人账户'],
  optional: [
    '缴费基数',
    '当年利息',
    '缴费类型',
    '行政区划',
    '补缴日期',
    '补缴文书',
    '出具机关',
    '文书日期',
    '个人编号',
    '单位名称',
    '参加工作时间',
    '当地统筹时间',
    '首次缴费时间',
    '建立个人账户时间',
    '省外转入统筹基金',
  ],
};

/** Where a defect of a row stands in its file. */
export const COLUMN_OF: Readonly<Record<keyof Contribution, string>> = {
  areaCode: '行政区划',
  fromMonth: '缴费起始年月',
  toMonth: '缴费终止年月',
  nature: '缴费类型',
  baseFen: '缴费基数',
  employerFen: '单位缴费',
  personalFen: '个人缴费',
  creditedFen: '记入个人账户',
  interestFen: '当年利息',
  paidOn: '补缴日期',
  paper: '文书日期',
};

export const contributionRows = (
  aliases: Readonly<Record<string, readonly string[]>> | undefined,
): RowKind<ContributionRow, KnownToRows> => ({
  columns: { ...COLUMNS, ...(aliases && { aliases }) },
  read: (cells, known) => readRow(cells, known),
});

function readRow(cells: RowCells, known: KnownToRows): FinishedRow<ContributionRow> {
  const idNumber = cells.requiredIdentifier('公民身份号码') === '' ? '' : cells.residentId('公民身份号码', known.today);
  const owner = { idNumber, name: readPersonName(cells, '姓名') };
  const row = { owner, facts: factsOf(cells), contribution: contributionOf(cells, known) };
  const readable = cells.finish(row);
  const said = new Set('defects' in readable ? readable.defects.map(({ field }) => field) : []);
  // What cannot be read is not called impossible besides.
  for (const { field, code } of contributionDefects(row.contribution, known.today))
    if (!said.has(COLUMN_OF[field])) cells.refuse(COLUMN_OF[field], code, CONTRIBUTION_DEFECTS[code]);
  return cells.finish(row);
}

function contributionOf(cells: RowCells, known: KnownToRows): Contribution {
  const areaCode = cells.text('行政区划') === '' ? known.areaCode : cells.areaCode('行政区划');
  const nature = natureOf(cells.text('缴费类型') || '正常缴费');
  if (!nature) cells.refuse('缴费类型', 'nature', 'Nobody knows this kind of contribution.');
  const paidOn = cells.date('补缴日期');
  const paper = paperOf(cells);
  return {
    areaCode,
    fromMonth: month(cells, '缴费起始年月') ?? cells.required('缴费起始年月'),
    toMonth: month(cells, '缴费终止年月') ?? cells.required('缴费终止年月'),
    nature: nature ?? 'regular',
    baseFen: cells.amount('缴费基数') ?? null,
    employerFen: cells.requiredAmount('单位缴费'),
    personalFen: cells.requiredAmount('个人缴费'),
    creditedFen: cells.requiredAmount('记入个人账户'),
    interestFen: cells.amount('当年利息') ?? null,
    ...(paidOn !== undefined && { paidOn }),
    ...(paper && { paper }),
  };
}

function month(cells: RowCells, field: string): string | undefined {
  const written = cells.text(field);
  if (written === '') return undefined;
  const read = monthOf(written);
  if (read === undefined) {
    cells.refuse(field, 'month', CONTRIBUTION_DEFECTS.month);
    return undefined;
  }
  cells.readAs(field, read);
  return read;
}

function paperOf(cells: RowCells): LumpSumPaper | undefined {
  const written = cells.text('补缴文书');
  const datedOn = cells.date('文书日期');
  const by = cells.text('出具机关');
  if (written === '') return undefined;
  const kind = paperKindOf(written);
  const issuer = by === '' ? undefined : paperIssuerOf(by);
  if (!kind) {
    cells.refuse('补缴文书', 'paper', 'Nobody knows this kind of paper.');
    return undefined;
  }
  // A paper of somebody else is a paper all the same; it does not let a lump sum move.
  if (by !== '' && !issuer) cells.warn('出具机关', 'paperIssuer', 'None of those who may make such a document.');
  return { kind, issuer, datedOn };
}

const factsOf = (cells: RowCells): AccountFacts => ({
  personalNo: cells.identifier('个人编号'),
  employer: cells.text('单位名称'),
  workSince: month(cells, '参加工作时间'),
  pooledSince: month(cells, '当地统筹时间'),
  firstPaid: month(cells, '首次缴费时间'),
  accountSince: month(cells, '建立个人账户时间'),
  pooledFromElsewhereFen: cells.amount('省外转入统筹基金'),
});
