/** The directory of other agencies (`counterparts`). */
import type { AgencyKind } from '../../domain/agencies.ts';
import { foldText } from '../../domain/folded-text.ts';
import type { KnownOffice } from '../rows/known-offices.ts';
import type { RowKind } from '../rows/open-rows.ts';
import { identifierText } from '../tables/written-cell.ts';
import type { RowCells } from '../rows/row-cells.ts';

export interface CounterpartRow extends KnownOffice {
  /** By which it is called up: a pension agency by its area, any other by a code of its own. */
  readonly areaCode: string;
  readonly kind: AgencyKind;
  readonly area: string | null;
  readonly address: string;
  readonly postcode: string;
  readonly phone: string;
  /** Undefined: the file does not say, and what is known stays. */
  readonly validFrom: string | undefined;
  readonly validUntil: string | undefined;
  readonly successor: string | undefined;
  /** The successors, as the file names them, lead back to this agency. */
  readonly isInCircle?: boolean;
  readonly account: { readonly number: string; readonly holder: string; readonly bank: string } | undefined;
}

const COLUMNS = {
  required: ['行政区划', '机构名称', '邮寄方式'],
  optional: [
    '地址',
    '邮编',
    '电话',
    '机构类别',
    '机构代码',
    '有效期起',
    '有效期止',
    '后继机构',
    '户名',
    '开户行',
    '账号',
  ],
};

const CHANNELS: ReadonlyMap<string, KnownOffice['channel']> = new Map([
  ['EMS', 'ems'],
  ['全国平台', 'platform'],
]);

/** The words of domain.md 6.2, and the short ones of the desk. Nothing: an agency of the basic pension, as in files of old. */
const KINDS: ReadonlyMap<string, AgencyKind> = new Map([
  ['', 'pension'],
  ['基本养老', 'pension'],
  ['基本养老保险', 'pension'],
  ['养老保险', 'pension'],
  ['职业年金', 'annuity'],
  ['年金', 'annuity'],
  ['军队财务', 'military'],
  ['军队', 'military'],
  ['中央国家机关', 'central'],
  ['中央机关', 'central'],
]);

export const counterpartRows: RowKind<CounterpartRow, undefined> = {
  columns: COLUMNS,
  key: '行政区划',
  identity: (cells) => {
    const kind = kindOf(cells) ?? 'pension';
    const area = identifierText(cells.text('行政区划'));
    const code = kind === 'pension' ? area : cells.text('机构代码') || (area && `${kind} ${area}`);
    return code && `${code} ${cells.text('有效期起')}`.trim();
  },
  read: (cells) => cells.finish(readCounterpart(cells)),
};

const kindOf = (cells: RowCells): AgencyKind | undefined => KINDS.get(foldText(cells.text('机构类别')));

function readCounterpart(cells: RowCells): CounterpartRow {
  const channel = CHANNELS.get(foldText(cells.text('邮寄方式')));
  if (!channel) cells.warn('邮寄方式', 'channel', 'Neither EMS nor 全国平台; letters will go by post.');
  const kind = kindOf(cells);
  if (!kind) cells.refuse('机构类别', 'agencyKind', 'Neither 基本养老, 职业年金, 军队财务 nor 中央国家机关.');
  return {
    ...readCode(cells, kind ?? 'pension'),
    kind: kind ?? 'pension',
    name: cells.required('机构名称'),
    channel: channel ?? 'ems',
    address: cells.text('地址'),
    postcode: cells.identifier('邮编'),
    phone: cells.text('电话'),
    validFrom: cells.date('有效期起'),
    validUntil: cells.date('有效期止'),
    successor: cells.identifier('后继机构') || undefined,
    account: readAccount(cells),
  };
}

/** An annuity agency without a code of its own is called up by that of its area. */
function readCode(cells: RowCells, kind: AgencyKind): Pick<CounterpartRow, 'areaCode' | 'area'> {
  if (kind === 'pension') {
    const areaCode = cells.areaCode('行政区划');
    return { areaCode, area: areaCode };
  }
  const area = cells.text('行政区划') === '' && kind !== 'annuity' ? null : cells.areaCode('行政区划');
  const own = foldText(cells.identifier('机构代码'));
  if (own === '' && kind !== 'annuity') cells.required('机构代码');
  return { areaCode: own || `NJ-${area ?? ''}`, area };
}

/** An account that nobody could pay to is none: it has digits. */
function readAccount(cells: RowCells): CounterpartRow['account'] {
  const number = cells.identifier('账号').replace(/[\s-]/g, '');
  if (number === '') return undefined;
  if (!/^\d{6,40}$/.test(number)) cells.refuse('账号', 'accountNumber', 'An account has 6 to 40 digits.');
  return { number, holder: cells.text('户名'), bank: cells.text('开户行') };
}
