/** Samples for an auditor, and their cases. */
import { sql } from 'kysely';
import type { SampleBasis } from '../../domain/archive.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db } from '../connection/connection.ts';
import { afterInstant, cutPage } from '../connection/page.ts';
import { staffRef } from '../office/staff.ts';
import { populationOf } from './draw-sample.ts';

function selectSamples(db: Db, officeId: string) {
  return db
    .selectFrom('audit_samples as s')
    .innerJoin('staff', 'staff.id', 's.drawn_by')
    .select(['s.id', 's.basis', 's.direction', 's.from_day', 's.to_day', 's.seed', 's.size', 's.population'])
    .select(['s.population_sha256', 's.drawn_at', sql<string>`s.drawn_at::text`.as('key')])
    .select(['staff.id as staff_id', 'staff.display_name', 'staff.post'])
    .where('s.office_id', '=', officeId);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectSamples>['execute']>>[number];

const asSample = (row: Row) => ({
  id: row.id,
  basis: row.basis as SampleBasis,
  direction: row.direction as 'in' | 'out' | null,
  from: row.from_day,
  to: row.to_day,
  seed: row.seed,
  size: row.size,
  population: row.population,
  populationSha256: row.population_sha256.toString('hex'),
  by: staffRef(row.staff_id, row.display_name, row.post),
  at: row.drawn_at.toISOString(),
});

interface SamplesAsked {
  readonly officeId: string;
  readonly limit: number;
  readonly after?: { readonly at: string; readonly id: string } | undefined;
}

export async function listSamples(db: Db, { officeId, limit, after }: SamplesAsked) {
  const rows = await selectSamples(db, officeId)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(s.drawn_at < ${after!.at}::timestamptz or (s.drawn_at = ${after!.at}::timestamptz and s.id > ${after!.id}::uuid))`,
      ),
    )
    .orderBy('s.drawn_at', 'desc')
    .orderBy('s.id')
    .limit(limit + 1)
    .execute();
  const { shown, last } = cutPage(rows, limit);
  return { items: shown.map(asSample), next: afterInstant(last) };
}

/** @throws Refusal not-found */
export async function readSample(db: Db, officeId: string, id: string) {
  const row = await selectSamples(db, officeId).where('s.id', '=', id).executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'There is no such sample.');
  const sample = asSample(row);
  const { sha256 } = await populationOf(db, { ...sample, officeId });
  return {
    ...sample,
    items: await casesOf(db, id),
    drawnAgain: sha256.equals(row.population_sha256) ? ('same' as const) : ('populationChanged' as const),
  };
}

interface CaseRow {
  rank: number;
  caseId: string;
  transferId: string;
  caseNo: string;
  direction: 'in' | 'out';
  acceptedOn: string;
  closedAt: Date | null;
  closing: Closing | null;
  papers: number;
}

/** Of a case with several transfers what the leading one says, and the papers of all. */
async function casesOf(db: Db, sampleId: string) {
  const { rows } = await sql<CaseRow>`
    select one.rank, cases.id as "caseId", main.id as "transferId", cases.case_no as "caseNo", cases.direction,
      cases.accepted_on as "acceptedOn", main.closed_at as "closedAt", main.closing,
      (select count(*)::integer from papers join transfers on transfers.id = papers.transfer_id
        where transfers.case_id = cases.id) as papers
    from sampled_cases as one
    join cases on cases.id = one.case_id
    join lateral (select id, closed_at, closing from transfers where case_id = cases.id order by leg desc, coalesce(link = 'supplement', false), number desc limit 1) as main on true
    where one.sample_id = ${sampleId}::uuid order by one.rank`.execute(db);
  return rows.map(({ closedAt, ...row }) => ({ ...row, closedOn: closedAt ? dateOf(closedAt) : null }));
}
