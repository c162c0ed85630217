/** The old ledger of transfers-in (`ledgerIn`): 36 columns, up to three letters in a row. */
import { isCategoryMark } from '../../domain/category-marks.ts';
import { REASON_CODES, type ReasonCode } from '../../domain/facts/reason-codes.ts';
import { LEDGER_IN_COLUMNS } from '../../domain/ledgers/columns.ts';
import { cleanText } from '../../domain/folded-text.ts';
import type { Sex } from '../../domain/persons/resident-id.ts';
import type { OfficeDirectory } from '../rows/known-offices.ts';
import { readLetters, type LedgerLetter } from './letters.ts';
import { readEnding, type LedgerEnding } from './ending.ts';
import { readNotice } from './notice.ts';
import { readMobile, readPersonName, readSex } from '../rows/person-cells.ts';
import type { RowKind } from '../rows/open-rows.ts';
import type { FinishedRow, RowCells } from '../rows/row-cells.ts';

export interface LedgerInRow {
  readonly caseNumber: string;
  /** The category marks (类别标识) as written. */
  readonly categories: readonly string[];
  readonly name: string;
  /** 18 characters. */
  readonly idNumber: string;
  readonly sex: Sex | undefined;
  readonly mobile: string;
  readonly employer: string;
  readonly employerPhone: string;
  readonly areaCode: string;
  readonly acceptedOn: string;
  readonly acceptedBy: string;
  readonly steward: string;
  readonly handedOverOn: string | undefined;
  readonly receivedBy: string;
  readonly letters: readonly LedgerLetter[];
  readonly infoFormReceivedOn: string | undefined;
  readonly fundReceivedOn: string | undefined;
  readonly expectedFen: number | undefined;
  readonly receivedFen: number | undefined;
  /** How far it got, as written. */
  readonly progress: string;
  readonly problem: ReasonCode | undefined;
  readonly ending: LedgerEnding | undefined;
  /** When the person was told that it was completed. */
  readonly noticeSentOn: string | undefined;
}

export const ledgerInRows: RowKind<LedgerInRow, OfficeDirectory> = {
  columns: LEDGER_IN_COLUMNS,
  key: '业务编号',
  read: readRow,
};

function readRow(cells: RowCells, directory: OfficeDirectory): FinishedRow<LedgerInRow> {
  const acceptedOn = cells.requiredDate('受理日期');
  const idNumber = cells.residentId('公民身份号码', acceptedOn === '' ? undefined : acceptedOn);
  const areaCode = readArea(cells, directory);
  const letters = readLetters(cells, acceptedOn, directory.get(areaCode)?.channel);
  const infoFormReceivedOn = cells.date('信息表收到日期');
  const fundReceivedOn = cells.date('基金到账日期');
  const problem = readProblem(cells);
  const ending = readEnding(cells, { acceptedOn, problem, letters, infoFormReceivedOn, fundReceivedOn });
  return cells.finish({
    acceptedOn,
    idNumber,
    areaCode,
    letters,
    infoFormReceivedOn,
    fundReceivedOn,
    problem,
    caseNumber: cells.caseNumber('业务编号'),
    categories: readCategories(cells),
    name: readPersonName(cells, '姓名'),
    sex: readSex(cells, '性别', idNumber),
    mobile: readMobile(cells, '手机号码'),
    employer: cells.text('单位名称'),
    employerPhone: cells.text('单位联系电话'),
    acceptedBy: cells.text('受理人'),
    steward: cells.text('管家'),
    handedOverOn: cells.date('交接日期'),
    receivedBy: cells.text('接收人'),
    ...readAmounts(cells),
    progress: cells.text('办理进度'),
    ending,
    noticeSentOn: readNotice(cells, ending),
  });
}

function readArea(cells: RowCells, directory: OfficeDirectory): string {
  const areaCode = cells.areaCode('原参保地行政区划', directory);
  const known = directory.get(areaCode)?.name;
  const written = cells.text('原参保地社保机构名称');
  if (known !== undefined && written !== known)
    cells.warn('原参保地社保机构名称', 'officeName', 'The directory knows this office by another name.');
  return areaCode;
}

function readCategories(cells: RowCells): string[] {
  const marks = cells
    .text('类别标识')
    .split(/[\s,，、;；/|]+/)
    .filter((mark) => mark !== '');
  if (!marks.every(isCategoryMark)) cells.warn('类别标识', 'category', 'Unknown category; kept.');
  return marks;
}

function readAmounts(cells: RowCells): Pick<LedgerInRow, 'expectedFen' | 'receivedFen'> {
  const expectedFen = cells.amount('应到金额');
  const receivedFen = cells.amount('实到金额');
  if (expectedFen !== undefined && receivedFen !== undefined && expectedFen !== receivedFen)
    cells.warn('实到金额', 'amountDiffers', 'Not the amount that was due.');
  return { expectedFen, receivedFen };
}

/** A column for a code or a remark: what looks like a code must be one. */
function readProblem(cells: RowCells): ReasonCode | undefined {
  const written = cleanText(cells.text('存在问题')).toUpperCase();
  if (written === '') return undefined;
  if (/^[A-Z]\d{1,3}$/.test(written) || written in REASON_CODES) return cells.reasonCode('存在问题');
  cells.warn('存在问题', 'remark', 'A remark and no reason code; kept.');
  return undefined;
}
