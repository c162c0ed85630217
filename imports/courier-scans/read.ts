/** The courier's scans (`courierScans`): every scan with a number and a time goes in, whatever its code. */
import { isDate } from '../../domain/time/shanghai-day.ts';
import { readRows } from '../rows/read-rows.ts';
import type { RowCells } from '../rows/row-cells.ts';
import type { ReadFile } from '../rows/row-files.ts';

export interface CourierScanRow {
  readonly waybill: string;
  /** Instant, ISO text in UTC. */
  readonly scannedAt: string;
  /** As received, also when nobody knows it. */
  readonly code: string;
  readonly text: string;
}

const COLUMNS = { required: ['邮件号', '时间', '代码'], optional: ['描述'] };

export function readCourierScans(bytes: Uint8Array): ReadFile<CourierScanRow> {
  return readRows(bytes, COLUMNS, undefined, (cells) => {
    cells.required('邮件号');
    return cells.finish({
      waybill: cells.waybill('邮件号') ?? '',
      scannedAt: readInstant(cells, '时间'),
      code: cells.required('代码'),
      text: cells.text('描述'),
    });
  });
}

/** Wall-clock time in Asia/Shanghai, seconds optional. */
function readInstant(cells: RowCells, field: string): string {
  const value = cells.required(field);
  if (value === '') return '';
  const match = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(value);
  const date = match?.[1] ?? '';
  if (match && isDate(date) && date >= '1992-01-01')
    return new Date(`${date}T${match[2] ?? ''}:${match[3] ?? ''}:${match[4] ?? '00'}+08:00`).toISOString();
  cells.refuse(field, 'time', 'There is no such time; times are written YYYY-MM-DD HH:MM:SS.');
  return '';
}
