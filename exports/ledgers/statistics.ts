/** Nameless counts that anybody may see: a cell with few persons says only that they are few. */
import type { PublicCount } from '../../db/exported/statistics.ts';
import type { Column, Row } from '../files/table-file.ts';
import { closingWord, DIRECTIONS, provinceWord, schemeWord } from '../words.ts';

/** Fewer than so many might be told who they are by whoever knows one of them. */
export const FEWEST_SHOWN = 5;

export const STATISTICS: readonly Column[] = [
  { title: '受理月份', kind: 'text' },
  { title: '方向', kind: 'text' },
  { title: '对方省份', kind: 'text' },
  { title: '险种', kind: 'text' },
  { title: '办理结果', kind: 'text' },
  { title: '件数', kind: 'count' },
];

/** No total stands beside the cells: from it a hidden one could be reckoned. */
export const statisticsRow = ({ month, direction, province, scheme, closing, count }: PublicCount): Row => [
  month,
  DIRECTIONS[direction],
  provinceWord(province),
  schemeWord(scheme),
  closing === null ? '办理中' : closingWord(closing),
  count < FEWEST_SHOWN ? `少于${String(FEWEST_SHOWN)}` : count,
];
