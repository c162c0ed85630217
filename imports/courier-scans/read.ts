/** The courier's scans (`courierScans`): every scan with a number and a time goes in, whatever its code. */
import type { RowKind } from '../rows/open-rows.ts';
import type { FinishedRow, RowCells } from '../rows/row-cells.ts';

export interface CourierScanRow {
  readonly waybill: string;
  /** Instant, ISO text in UTC. */
  readonly scannedAt: string;
  /** As received, also when nobody knows it. */
  readonly code: string;
  readonly text: string;
}

const COLUMNS = { required: ['邮件号', '时间', '代码'], optional: ['描述'] };

export const courierScanRows: RowKind<CourierScanRow, undefined> = { columns: COLUMNS, read: readRow };

function readRow(cells: RowCells): FinishedRow<CourierScanRow> {
  cells.required('邮件号');
  return cells.finish({
    waybill: cells.waybill('邮件号') ?? '',
    scannedAt: cells.requiredMoment('时间'),
    code: cells.requiredIdentifier('代码'),
    text: cells.text('描述'),
  });
}
