import { putCounterpart } from '../../db/office/counterparts.ts';
import { counterpartRows, type CounterpartRow } from './read.ts';
import type { KindWriter } from '../rows/job.ts';
import { openRows } from '../rows/open-rows.ts';

export const counterpartsWriter: KindWriter<CounterpartRow> = {
  open: (bytes) => openRows(bytes, counterpartRows, undefined),
  async write(tx, { context }, rows) {
    const outcomes = [];
    for (const { line, row, warnings, cells } of rows) {
      const { areaCode, name, channel, address, postcode } = row;
      const entry = { areaCode, name, channel, address, postcode, telephone: row.phone };
      const verdict = await putCounterpart(tx, entry, context.today);
      outcomes.push({ line, verdict, naturalKey: areaCode, warnings, cells });
    }
    return outcomes;
  },
};
