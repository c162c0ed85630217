import type { AgencyDefect } from '../../domain/agencies.ts';
import type { Tx } from '../../db/connection/connection.ts';
import { putCounterpart, type PutCounterpart } from '../../db/office/put-counterpart.ts';
import { heldLine, refusedLine, RowHeld, type ImportJob, type KindWriter } from '../rows/job.ts';
import { openRows } from '../rows/open-rows.ts';
import type { AcceptedRow, RowReason } from '../tables/row-files.ts';
import { successorsFirst } from './order.ts';
import { counterpartRows, type CounterpartRow } from './read.ts';

export const counterpartsWriter: KindWriter<CounterpartRow> = {
  open: async (bytes) => successorsFirst(await openRows(bytes, counterpartRows, undefined)),
  async write(tx, job, rows) {
    const outcomes = [];
    for (const row of rows) outcomes.push(outcomeOf(row, await put(tx, job, row.row)));
    return outcomes;
  },
};

function put(tx: Tx, { keyring, context, historyWaits }: ImportJob, row: CounterpartRow) {
  const { phone: telephone, isInCircle = false, ...told } = row;
  const accountWaits = historyWaits && context.confirmedBy === undefined;
  return putCounterpart(tx, { ...told, telephone }, { keyring, today: context.today, accountWaits, isInCircle });
}

function outcomeOf(row: AcceptedRow<CounterpartRow>, { verdict, defects }: PutCounterpart) {
  if (verdict === 'refused') return refusedLine(row, defects.map(asCell));
  if (verdict === 'held') return heldLine(row, new RowHeld('账号', 0));
  const { line, warnings, cells } = row;
  return { line, verdict, naturalKey: row.row.areaCode, warnings, cells };
}

const FIELDS: Readonly<Record<AgencyDefect['field'], string>> = {
  areaCode: '机构代码',
  area: '行政区划',
  validFrom: '有效期起',
  validUntil: '有效期止',
  successor: '后继机构',
};

const asCell = ({ field, code, message }: AgencyDefect): RowReason => ({ field: FIELDS[field], code, reason: message });
