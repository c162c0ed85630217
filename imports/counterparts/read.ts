/** The directory of other offices (`counterparts`). */
import { foldText } from '../../domain/folded-text.ts';
import type { KnownOffice } from '../rows/known-offices.ts';
import type { RowKind } from '../rows/open-rows.ts';
import type { RowCells } from '../rows/row-cells.ts';

export interface CounterpartRow extends KnownOffice {
  readonly areaCode: string;
  readonly address: string;
  readonly postcode: string;
  readonly phone: string;
}

const COLUMNS = { required: ['行政区划', '机构名称', '邮寄方式'], optional: ['地址', '邮编', '电话'] };

const CHANNELS: ReadonlyMap<string, KnownOffice['channel']> = new Map([
  ['EMS', 'ems'],
  ['全国平台', 'platform'],
]);

export const counterpartRows: RowKind<CounterpartRow, undefined> = {
  columns: COLUMNS,
  key: '行政区划',
  read: (cells) => cells.finish(readCounterpart(cells)),
};

function readCounterpart(cells: RowCells): CounterpartRow {
  const channel = CHANNELS.get(foldText(cells.text('邮寄方式')));
  if (!channel) cells.warn('邮寄方式', 'channel', 'Neither EMS nor 全国平台; letters will go by post.');
  return {
    areaCode: cells.areaCode('行政区划'),
    name: cells.required('机构名称'),
    channel: channel ?? 'ems',
    address: cells.text('地址'),
    postcode: cells.identifier('邮编'),
    phone: cells.text('电话'),
  };
}
