/** Puts what was closed in a month into boxes (归档装盒): by direction and by kind, in the order in which it was closed. */
import { sql } from 'kysely';
import { keepUntil, KEPT_YEARS, type BoxKind } from '../../domain/archive.ts';
import { keyReused, refuseDefects } from '../../domain/errors.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { insertMany } from '../connection/insert-many.ts';
import { lockArchive } from '../connection/locks.ts';
import { caseNoSeries, nextCaseNo, OTHER_SERIES } from '../office/case-numbers.ts';
import { rulesNow, settingOn } from '../office/rules.ts';
import { waitingCases, type ClosedCase } from './closed-cases.ts';
import { noteOfCase } from './note-of-case.ts';

/** As many histories as one transaction can lock and write in a few seconds. */
const MOST_CASES = 2_000;

interface BoxRun {
  readonly officeId: string;
  readonly staffId: string;
  readonly month: string;
  readonly casesPerBox: number;
  readonly idempotencyKey?: string | undefined;
}

interface WaitingCase extends ClosedCase {
  readonly papers: number;
}

/** @returns ids of the boxes; the same ones for the same key @throws Refusal invalid, idempotency-key-reused */
export function putInBoxes(db: Db, run: BoxRun): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    await lockArchive(tx);
    const before = await madeBefore(tx, run);
    if (before.length > 0) return before;
    const waiting = await waitingOf(tx, run);
    if (waiting.length === 0) {
      refuseDefects([{ field: 'month', code: 'nothingWaits', message: 'Nothing of this month waits for a box.' }]);
    }
    const { today, rules } = await rulesNow(tx);
    const ids: string[] = [];
    for (const { kind, direction, cases } of inBoxes(waiting, run.casesPerBox)) {
      const years = settingOn(rules, today, KEPT_YEARS[kind]);
      ids.push(await makeBox(tx, { ...run, today }, { kind, direction, cases, years }));
    }
    return ids;
  });
}

async function waitingOf(tx: Tx, { officeId, month }: BoxRun): Promise<WaitingCase[]> {
  const { rows } = await sql<WaitingCase>`select "caseId", "transferId", "caseNo", direction, kind, "closedAt", papers
    from (${waitingCases(officeId, month)}) as waiting order by "closedAt", "caseId" limit ${MOST_CASES}`.execute(tx);
  return rows;
}

interface Boxful {
  readonly kind: BoxKind;
  readonly direction: 'in' | 'out';
  readonly cases: readonly WaitingCase[];
}

function inBoxes(waiting: readonly WaitingCase[], casesPerBox: number): Boxful[] {
  return grouped(waiting).flatMap(({ kind, direction, cases }) =>
    Array.from({ length: Math.ceil(cases.length / casesPerBox) }, (_, at) => ({
      kind,
      direction,
      cases: cases.slice(at * casesPerBox, (at + 1) * casesPerBox),
    })),
  );
}

function grouped(waiting: readonly WaitingCase[]): Boxful[] {
  const names = [...new Set(waiting.map(({ kind, direction }) => `${direction} ${kind}`))];
  return names.map((name) => {
    const cases = waiting.filter(({ kind, direction }) => `${direction} ${kind}` === name);
    const { kind, direction } = cases[0]!;
    return { kind, direction, cases };
  });
}

/** The number is of the month in which it is made: numbers of earlier months are never given again. */
async function makeBox(
  tx: Tx,
  run: BoxRun & { readonly today: string },
  box: Boxful & { readonly years: number },
): Promise<string> {
  const { officeId, staffId, month, today, idempotencyKey } = run;
  const { id, box_no: boxNo } = await tx
    .with('box_number', (db) => nextCaseNo(db, caseNoSeries(officeId, OTHER_SERIES.archiveBox, today)))
    .insertInto('archive_boxes')
    .values({
      office_id: officeId,
      box_no: sql<string>`(select case_no from box_number)`,
      month,
      direction: box.direction,
      kind: box.kind,
      kept_years: box.years,
      keep_until: keepUntil(month, box.years),
      made_by: staffId,
      idempotency_key: idempotencyKey ?? null,
    })
    .returning(['id', 'box_no'])
    .executeTakeFirstOrThrow();
  await insertMany(
    tx,
    'boxed_cases',
    box.cases.map(({ caseId, closedAt, papers }, at) => ({
      box_id: id,
      position: at + 1,
      office_id: officeId,
      case_id: caseId,
      closed_at: closedAt,
      papers,
    })),
  );
  const put = { kind: 'putInBox', byStaffId: staffId, payload: { boxId: id, boxNo } } as const;
  for (const { caseId } of box.cases) await noteOfCase(tx, caseId, put);
  return id;
}

async function madeBefore(tx: Tx, { officeId, staffId, month, idempotencyKey }: BoxRun): Promise<string[]> {
  if (idempotencyKey === undefined) return [];
  const rows = await tx
    .selectFrom('archive_boxes')
    .select(['id', 'month', 'made_by'])
    .where('office_id', '=', officeId)
    .where('idempotency_key', '=', idempotencyKey)
    .orderBy('box_no')
    .execute();
  if (rows.some((row) => row.month !== month || row.made_by !== staffId)) throw keyReused();
  return rows.map(({ id }) => id);
}
