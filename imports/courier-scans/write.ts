import { receiveScansIn } from '../../db/courier/scans.ts';
import { contradicts, meaningOf } from '../../domain/letters/courier-codes.ts';
import { courierScanRows, type CourierScanRow } from './read.ts';
import type { KindWriter } from '../rows/job.ts';
import { openRows } from '../rows/open-rows.ts';
import type { RowReason } from '../tables/row-files.ts';

export const courierScansWriter: KindWriter<CourierScanRow> = {
  open: (bytes) => openRows(bytes, courierScanRows, undefined),
  async write(tx, { keyring, context: { officeId } }, rows) {
    const scans = rows.map(({ row }) => ({ ...row, scannedAt: new Date(row.scannedAt) }));
    const kept = await receiveScansIn(tx, keyring, { officeId, scans, source: 'file' });
    return rows.map(({ line, cells, row, warnings }, index) => {
      const { isNew, letterId, transferId } = kept[index]!;
      const more: RowReason[] = [];
      if (letterId === null)
        more.push({
          field: '邮件号',
          code: 'letterUnknown',
          reason: 'No letter has this number yet; the scan waits for one.',
        });
      const { code, text } = row;
      if (contradicts(code, text))
        more.push({
          field: '描述',
          code: 'textContradicts',
          reason: 'The text says the opposite of the code; a person looks at it.',
        });
      else if (meaningOf(code, text) === 'unknown')
        more.push({ field: '代码', code: 'codeUnknown', reason: 'Nobody knows this code; it is kept as it is.' });
      const naturalKey = `${row.waybill} ${row.scannedAt} ${row.code}`;
      const verdict = isNew ? ('accepted' as const) : ('unchanged' as const);
      return { line, cells, verdict, naturalKey, transferId, warnings: [...warnings, ...more] };
    });
  },
};
