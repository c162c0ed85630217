/** The ledger of transfers-out (`ledgerOut`): 13 columns. */
import { LEDGER_OUT_COLUMNS } from '../../domain/ledgers/columns.ts';
import type { OfficeDirectory } from '../rows/known-offices.ts';
import { readPersonName } from '../rows/person-cells.ts';
import type { RowKind } from '../rows/open-rows.ts';
import type { RowCells } from '../rows/row-cells.ts';

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

export const ledgerOutRows: RowKind<LedgerOutRow, OfficeDirectory> = {
  columns: LEDGER_OUT_COLUMNS,
  key: '业务编号',
  read: (cells, directory) => cells.finish(readLedgerOutRow(cells, directory)),
};

function readLedgerOutRow(cells: RowCells, directory: OfficeDirectory): LedgerOutRow {
  const letterReceivedOn = cells.requiredDate('收到联系函日期');
  const areaCode = cells.areaCode('转入地行政区划', directory);
  const known = directory.get(areaCode)?.name;
  if (known !== undefined && cells.text('转入地社保机构名称') !== known)
    cells.warn('转入地社保机构名称', 'officeName', 'The directory knows this office by another name.');
  return {
    letterReceivedOn,
    areaCode,
    caseNumber: cells.caseNumber('业务编号'),
    name: readPersonName(cells, '姓名'),
    idNumber: cells.residentId('公民身份号码', letterReceivedOn === '' ? undefined : letterReceivedOn),
    clerk: cells.text('经办人'),
    infoFormIssuedOn: readLaterDate(cells, '信息表发出日期', letterReceivedOn),
    remittedOn: readLaterDate(cells, '基金划转日期', letterReceivedOn),
    reissues: readReissues(cells),
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

/** It moves a month's rate: nobody may guess it. An empty cell is the usual writing of none. */
function readReissues(cells: RowCells): number {
  const count = cells.count('更正次数');
  if (count !== undefined) return count;
  if (cells.text('更正次数') === '') cells.warn('更正次数', 'missing', 'Empty; read as 0.');
  else cells.refuse('更正次数', 'count', 'This is no count; write it in digits.');
  return 0;
}

const COUNT = /^\d{1,3}$/;

/** Of a row that came before: what was no count went in as none. */
export const readCount = (written: string): number => (COUNT.test(written.trim()) ? Number(written) : 0);
