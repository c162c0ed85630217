/** Draws cases by a seed, so that whoever has their numbers and the seed draws the same. */
import { sql, type RawBuilder } from 'kysely';
import type { SampleBasis } from '../../domain/archive.ts';
import { keyReused, refuseDefects, type Defect } from '../../domain/errors.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { lockArchive } from '../connection/locks.ts';
import { endOfDay, startOfDay } from '../connection/shanghai-days.ts';
import { readNow } from '../office/clock.ts';

export interface SampleQuestion {
  readonly officeId: string;
  readonly basis: SampleBasis;
  readonly direction: 'in' | 'out' | null;
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
}

interface NewSample extends SampleQuestion {
  readonly staffId: string;
  readonly seed: string;
  readonly size: number;
  readonly idempotencyKey?: string | undefined;
}

/** @returns its id; the same one for the same key @throws Refusal invalid, idempotency-key-reused */
export function drawSample(db: Db, sample: NewSample): Promise<string> {
  return db.transaction().execute(async (tx) => {
    await lockArchive(tx);
    const before = await drawnBefore(tx, sample);
    if (before !== undefined) return before;
    const { today } = await readNow(tx);
    refuseDefects(dayDefects(sample, today));
    const { population, sha256 } = await populationOf(tx, sample);
    if (population === 0) {
      refuseDefects([{ field: 'from', code: 'nothingToDrawFrom', message: 'No case of this period: choose another.' }]);
    }
    const id = await insertSample(tx, sample, { population, sha256 });
    await sql`insert into sampled_cases (sample_id, rank, case_id)
      with population as (${casesOf(sample)}),
      drawn as (
        select id, row_number() over (order by sha256(convert_to(${`${sample.seed}:`} || case_no, 'UTF8')), case_no) as rank
        from population
      )
      select ${id}::uuid, rank, id from drawn where rank <= ${sample.size}`.execute(tx);
    return id;
  });
}

async function insertSample(
  tx: Tx,
  sample: NewSample,
  { population, sha256 }: { readonly population: number; readonly sha256: Buffer },
): Promise<string> {
  const { id } = await tx
    .insertInto('audit_samples')
    .values({
      office_id: sample.officeId,
      basis: sample.basis,
      direction: sample.direction,
      from_day: sample.from,
      to_day: sample.to,
      seed: sample.seed,
      size: sample.size,
      population,
      population_sha256: sha256,
      drawn_by: sample.staffId,
      idempotency_key: sample.idempotencyKey ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Those whose acceptance, or whose last closing, lies in the period. */
const casesOf = ({ officeId, basis, direction, from, to }: SampleQuestion): RawBuilder<unknown> => {
  const ofDirection = direction === null ? sql`true` : sql`cases.direction = ${direction}`;
  if (basis === 'accepted') {
    return sql`select cases.id, cases.case_no from cases
      where cases.office_id = ${officeId} and ${ofDirection}
        and cases.accepted_on >= ${from}::date and cases.accepted_on <= ${to}::date`;
  }
  return sql`select cases.id, cases.case_no from cases join transfers on transfers.case_id = cases.id
    where cases.office_id = ${officeId} and ${ofDirection}
    group by cases.id
    having bool_and(transfers.closed_at is not null)
      and max(transfers.closed_at) >= ${startOfDay(from)} and max(transfers.closed_at) < ${endOfDay(to)}`;
};

/** SHA-256 of the numbers, sorted by code point whatever the database sorts by, each followed by a line feed. */
export async function populationOf(db: Db, question: SampleQuestion): Promise<{ population: number; sha256: Buffer }> {
  const { rows } = await sql<{ population: number; sha256: Buffer }>`
    with population as (${casesOf(question)})
    select count(*)::integer as population,
      sha256(convert_to(coalesce(string_agg(case_no || chr(10), '' order by case_no collate "C"), ''), 'UTF8')) as sha256
    from population`.execute(db);
  return rows[0]!;
}

async function drawnBefore(tx: Tx, sample: NewSample): Promise<string | undefined> {
  if (sample.idempotencyKey === undefined) return undefined;
  const row = await tx
    .selectFrom('audit_samples')
    .select(['id', 'seed', 'size', 'drawn_by'])
    .where('office_id', '=', sample.officeId)
    .where('idempotency_key', '=', sample.idempotencyKey)
    .executeTakeFirst();
  if (row && (row.seed !== sample.seed || row.size !== sample.size || row.drawn_by !== sample.staffId))
    throw keyReused();
  return row?.id;
}

function dayDefects({ from, to }: SampleQuestion, today: string): Defect[] {
  if (from > to)
    return [{ field: 'to', code: 'beforeFrom', message: 'The last day lies before the first: swap them.' }];
  return to > today ? [{ field: 'to', code: 'future', message: 'This day has not come yet.' }] : [];
}
