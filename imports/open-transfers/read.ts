/** Transfers whose info form is in and that wait for money (`openTransfers`). */
import type { OfficeDirectory } from '../rows/known-offices.ts';
import type { RowKind } from '../rows/open-rows.ts';
import { readPersonName } from '../rows/person-cells.ts';

export interface OpenTransferRow {
  readonly caseNumber: string;
  readonly name: string;
  /** 18 characters. */
  readonly idNumber: string;
  /** Line ⑥ of the info form. */
  readonly expectedFen: number;
  readonly areaCode: string;
}

const COLUMNS = { required: ['业务编号', '姓名', '公民身份号码', '信息表转移基金总额', '原参保地行政区划'] };

export const openTransferRows: RowKind<OpenTransferRow, OfficeDirectory> = {
  columns: COLUMNS,
  key: '业务编号',
  read: (cells, directory) =>
    cells.finish({
      caseNumber: cells.caseNumber('业务编号'),
      name: readPersonName(cells, '姓名'),
      idNumber: cells.residentId('公民身份号码'),
      expectedFen: cells.requiredAmount('信息表转移基金总额'),
      areaCode: cells.areaCode('原参保地行政区划', directory),
    }),
};
