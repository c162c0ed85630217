import { beginAtArrival } from '../../db/imported/arrival.ts';
import { compareNewestList } from '../../db/platform/compare.ts';
import { findTransfer, newestDay, putPlatformRow, type PlatformRow } from '../../db/platform/rows.ts';
import type { Tx } from '../../db/connection/connection.ts';
import type { LineOutcome } from '../../db/imported/lines.ts';
import { compareText } from '../../domain/text-order.ts';
import { heldLine, RowHeld, type ImportJob, type KindWriter } from '../rows/job.ts';
import { openRows } from '../rows/open-rows.ts';
import type { AcceptedRow, RowReason } from '../tables/row-files.ts';
import { inTransitRows, type InTransitRow } from './read.ts';

export const platformInTransitWriter: KindWriter<InTransitRow> = {
  open: (bytes, { context }) => openRows(bytes, inTransitRows, undefined, context.today),
  async write(tx, job, rows) {
    const newest = await newestDay(tx, job.context.officeId);
    const found: { readonly row: AcceptedRow<InTransitRow>; readonly transferId: string | null }[] = [];
    for (const row of rows)
      found.push({ row, transferId: await findTransfer(tx, job.keyring, job.context.officeId, asRow(row.row)) });
    const outcomes: LineOutcome[] = [];
    for (const { row, transferId } of found.sort(byTransfer))
      outcomes.push(await put(tx, job, { row, transferId, newest }));
    return outcomes;
  },
  afterLast: (tx, { context }) => compareNewestList(tx, context.officeId),
};

/** Transfers are locked in the order of their ids. */
const byTransfer = (one: { transferId: string | null }, other: { transferId: string | null }): number =>
  compareText(one.transferId ?? '', other.transferId ?? '');

const asRow = (row: InTransitRow): PlatformRow => ({ ...row, arrivedAt: new Date(row.arrivedAt) });

interface Found {
  readonly row: AcceptedRow<InTransitRow>;
  readonly transferId: string | null;
  readonly newest: string | undefined;
}

async function put(tx: Tx, job: ImportJob, { row, transferId, newest }: Found): Promise<LineOutcome> {
  const { officeId } = job.context;
  const { line, cells, warnings } = row;
  const isOfOlderList = newest !== undefined && row.row.listedOn < newest;
  const clock = isOfOlderList ? 'same' : await beginClock(tx, job, row.row, transferId);
  if (clock === 'waits') return heldLine(row, new RowHeld('到达时间', 0));
  const result = await putPlatformRow(tx, job.keyring, { officeId, transferId }, asRow(row.row));
  const isOlder = result === 'older' || isOfOlderList;
  const more = [...(isOlder ? [olderList] : []), ...(clock === 'same' ? [] : [CLOCK[clock]])];
  const verdict = result === 'older' ? ('unchanged' as const) : result;
  return { line, cells, verdict, naturalKey: row.row.serial, transferId, warnings: [...warnings, ...more] };
}

function beginClock(
  tx: Tx,
  { keyring, context, historyWaits }: ImportJob,
  row: InTransitRow,
  transferId: string | null,
) {
  if (transferId === null || row.direction === 'in') return 'same' as const;
  const mayWait = historyWaits && context.confirmedBy === undefined;
  const letter = { areaCode: row.areaCode, serial: row.serial, arrivedAt: new Date(row.arrivedAt) };
  return beginAtArrival(tx, keyring, context, { transferId, letter, mayWait });
}

const olderList: RowReason = {
  field: '统计日期',
  code: 'olderList',
  reason: 'A later list was compared already; this one is kept and not compared.',
};

const CLOCK: Readonly<Record<'moved' | 'afterAnswer', RowReason>> = {
  moved: { field: '到达时间', code: 'clockMoved', reason: 'The limit of this transfer counts from its arrival now.' },
  afterAnswer: {
    field: '到达时间',
    code: 'arrivalAfterAnswer',
    reason: 'Form or money had left before it arrived; its limit stays as it was.',
  },
};
