/** The national platform's list of what is in transit (`platformInTransit`). */
import { platformStatus, type Direction, type PlatformStatus } from '../../domain/platform.ts';
import { foldText } from '../../domain/folded-text.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { readPersonName } from '../rows/person-cells.ts';
import type { RowKind } from '../rows/open-rows.ts';
import type { RowCells } from '../rows/row-cells.ts';

export interface InTransitRow {
  readonly listedOn: string;
  readonly serial: string;
  readonly direction: Direction;
  readonly areaCode: string;
  /** Instant, ISO text in UTC. */
  readonly arrivedAt: string;
  readonly status: PlatformStatus;
  readonly days: number;
  /** Null: the list does not say. */
  readonly overdue: boolean | null;
  readonly name: string;
  readonly idNumber: string;
}

const COLUMNS = {
  required: [
    '统计日期',
    '业务流水号',
    '业务方向',
    '到达时间',
    '状态',
    '在途天数',
    '对方行政区划',
    '姓名',
    '公民身份号码',
  ],
  optional: ['是否超期', '对方机构名称', '联系函编号'],
};

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['转入', 'in'],
  ['转出', 'out'],
]);
const OVERDUE: ReadonlyMap<string, boolean | null> = new Map([
  ['', null],
  ['是', true],
  ['否', false],
]);

export const inTransitRows: RowKind<InTransitRow, undefined> = {
  columns: COLUMNS,
  key: '业务流水号',
  // Lists of several days may stand in one file.
  identity: (cells) => {
    const serial = cells.text('业务流水号');
    return serial && `${serial} ${cells.text('统计日期')}`;
  },
  read: (cells) => cells.finish(readRow(cells)),
};

function readRow(cells: RowCells): InTransitRow {
  const listedOn = cells.requiredDate('统计日期');
  return {
    listedOn,
    serial: cells.requiredIdentifier('业务流水号'),
    direction: readDirection(cells),
    areaCode: cells.areaCode('对方行政区划'),
    arrivedAt: readArrival(cells, listedOn),
    status: readStatus(cells),
    days: readDays(cells),
    overdue: readOverdue(cells),
    name: readPersonName(cells, '姓名'),
    idNumber: cells.residentId('公民身份号码'),
  };
}

function readDirection(cells: RowCells): Direction {
  const written = foldText(cells.required('业务方向'));
  const direction = DIRECTIONS.get(written);
  if (written !== '' && !direction) cells.refuse('业务方向', 'platformDirection', 'Neither 转入 nor 转出.');
  return direction ?? 'in';
}

/** A clock cannot begin after the list that shows it. */
function readArrival(cells: RowCells, listedOn: string): string {
  const arrivedAt = cells.requiredMoment('到达时间');
  if (arrivedAt !== '' && listedOn !== '' && dateOf(new Date(arrivedAt)) > listedOn)
    cells.refuse('到达时间', 'arrivalAfterList', 'It arrived after the day of the list.');
  return arrivedAt;
}

/** A word that nobody knows is a status too: the row goes in, and differs from ours. */
function readStatus(cells: RowCells): PlatformStatus {
  const status = platformStatus(foldText(cells.required('状态')));
  if (status === 'unknown') cells.warn('状态', 'platformStatus', 'Nobody knows this status; it is kept as it is.');
  return status;
}

function readDays(cells: RowCells): number {
  const days = cells.count('在途天数');
  if (days === undefined && cells.required('在途天数') !== '')
    cells.refuse('在途天数', 'count', 'This is no count; write it in digits.');
  return days ?? 0;
}

function readOverdue(cells: RowCells): boolean | null {
  const overdue = OVERDUE.get(foldText(cells.text('是否超期')));
  if (overdue === undefined) cells.refuse('是否超期', 'platformOverdue', 'Neither 是 nor 否.');
  return overdue ?? null;
}
