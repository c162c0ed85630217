import { takeInContributions, type RowDefect, type RowOutcome } from '../../db/contributions/take-in.ts';
import { messageOf } from '../../db/contributions/by-hand.ts';
import type { LineOutcome } from '../../db/imported/lines.ts';
import type { Tx } from '../../db/connection/connection.ts';
import { refusedLine, type ImportJob, type KindWriter } from '../rows/job.ts';
import { openRows } from '../rows/open-rows.ts';
import type { AcceptedRow, RowReason } from '../tables/row-files.ts';
import { COLUMN_OF, contributionRows, type ContributionRow } from './read.ts';

type Row = AcceptedRow<ContributionRow>;

export const contributionsWriter: KindWriter<ContributionRow> = {
  open: (bytes, { context: { today, areaCode }, fileColumns }) =>
    openRows(bytes, contributionRows(fileColumns.contributions), { today, areaCode }),
  async write(tx, job, rows) {
    const outcomes: LineOutcome[] = [];
    for (const ofOne of byPerson(rows)) outcomes.push(...(await writePerson(tx, job, ofOne)));
    return outcomes;
  },
};

function byPerson(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const { idNumber } = row.row.owner;
    groups.set(idNumber, [...(groups.get(idNumber) ?? []), row]);
  }
  return [...groups.values()];
}

async function writePerson(tx: Tx, { keyring, context }: ImportJob, rows: readonly Row[]): Promise<LineOutcome[]> {
  const { officeId, importId, today } = context;
  const { owner } = rows[0]!.row;
  const facts = Object.assign({}, ...rows.map(({ row }) => withoutEmpty(row.facts))) as ContributionRow['facts'];
  const contributions = rows.map(({ row }) => row.contribution);
  const taken = { officeId, owner, facts, rows: contributions, today, source: 'file', importId } as const;
  const outcomes = await takeInContributions(tx, keyring, taken);
  return rows.map((row, index) => asLine(row, outcomes[index]!));
}

/** What a later line leaves empty an earlier one has said. */
const withoutEmpty = (facts: ContributionRow['facts']) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''));

function asLine(row: Row, outcome: RowOutcome): LineOutcome {
  if (outcome.verdict === 'refused') return refusedLine(row, outcome.defects.map(asReason));
  const { line, cells, warnings } = row;
  // Months and place say which row it is; whose it is stands sealed in the line.
  const { areaCode, fromMonth, toMonth } = row.row.contribution;
  return { line, cells, warnings, verdict: outcome.verdict, naturalKey: `${areaCode} ${fromMonth}-${toMonth}` };
}

const asReason = ({ field, code }: RowDefect): RowReason => ({
  field: COLUMN_OF[field],
  code: code === 'fromCore' ? 'overlap' : code,
  reason: messageOf(code),
});
