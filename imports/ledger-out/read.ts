/** The ledger of transfers-out (`ledgerOut`): 13 columns. */
import type { OfficeDirectory } from '../rows/known-offices.ts';
import { readPersonName } from '../rows/person-cells.ts';
import { readRows } from '../rows/read-rows.ts';
import type { RowCells } from '../rows/row-cells.ts';
import type { ReadFile } from '../rows/row-files.ts';

export interface LedgerOutRow {
  readonly caseNumber: string;
  readonly name: string;
  /** 18 characters. */
  readonly idNumber: string;
  readonly areaCode: string;
  readonly letterReceivedOn: string;
  readonly clerk: string;
  readonly infoFormIssuedOn: string | undefined;
  readonly remittedOn: string | undefined;
  readonly reissues: number;
  readonly amountFen: number | undefined;
  readonly progress: string;
  readonly closedOn: string | undefined;
}

const COLUMNS = {
  required: [
    '业务编号',
    '姓名',
    '公民身份号码',
    '转入地行政区划',
    '转入地社保机构名称',
    '收到联系函日期',
    '经办人',
    '信息表发出日期',
    '基金划转日期',
    '更正次数',
    '划转金额',
    '办理进度',
    '办理完结日期',
  ],
  optional: ['复核人'],
};

export function readLedgerOut(bytes: Uint8Array, directory: OfficeDirectory): ReadFile<LedgerOutRow> {
  return readRows(bytes, COLUMNS, '业务编号', (cells) => cells.finish(readLedgerOutRow(cells, directory)));
}

function readLedgerOutRow(cells: RowCells, directory: OfficeDirectory): LedgerOutRow {
  const letterReceivedOn = cells.requiredDate('收到联系函日期');
  const areaCode = cells.areaCode('转入地行政区划', directory);
  const known = directory.get(areaCode)?.name;
  if (known !== undefined && cells.text('转入地社保机构名称') !== known)
    cells.warn('转入地社保机构名称', 'officeName', 'The directory knows this office by another name.');
  return {
    letterReceivedOn,
    areaCode,
    caseNumber: cells.required('业务编号'),
    name: readPersonName(cells, '姓名'),
    idNumber: cells.residentId('公民身份号码', letterReceivedOn === '' ? undefined : letterReceivedOn),
    clerk: cells.text('经办人'),
    infoFormIssuedOn: readLaterDate(cells, '信息表发出日期', letterReceivedOn),
    remittedOn: readLaterDate(cells, '基金划转日期', letterReceivedOn),
    reissues: readCount(cells, '更正次数'),
    amountFen: cells.amount('划转金额'),
    progress: cells.text('办理进度'),
    closedOn: readClosing(cells, letterReceivedOn),
  };
}

function readLaterDate(cells: RowCells, field: string, letterReceivedOn: string): string | undefined {
  const date = cells.date(field);
  if (date !== undefined && date < letterReceivedOn) cells.warn(field, 'dateOrder', 'Before the letter was received.');
  return date;
}

function readClosing(cells: RowCells, letterReceivedOn: string): string | undefined {
  const closedOn = cells.date('办理完结日期');
  if (closedOn !== undefined && closedOn < letterReceivedOn)
    cells.refuse('办理完结日期', 'closedBeforeAccepted', 'Closed before the letter was received.');
  if (closedOn === undefined && cells.text('办理进度') === '已办结' && cells.text('办理完结日期') === '')
    cells.warn('办理完结日期', 'endDateMissing', 'Closed without a date; goes in as open.');
  return closedOn;
}

function readCount(cells: RowCells, field: string): number {
  const written = cells.text(field);
  if (/^\d{1,3}$/.test(written)) return Number(written);
  cells.warn(field, 'count', 'This is no count; read as 0.');
  return 0;
}
