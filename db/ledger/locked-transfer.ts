/** The row of one transfer as it is locked, with what every fact needs beside it, in one flight. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import { compiledOnce } from '../connection/compiled.ts';
import type { Db } from '../connection/connection.ts';

const OF_TRANSFER = [
  'id',
  'office_id',
  'case_id',
  'direction',
  'procedure_type',
  'procedure_version',
  'rule_version',
  'counterpart_id',
  'steward_id',
  'letter_sender_id',
  'accepted_at',
  'closed_at',
  'closing',
  'followed',
  'last_seq',
  'last_fact_seq',
] as const;
const OF_CASE = ['case_no', 'person_id', 'imported'] as const;

/** What is read behind the lock is as of the lock, however long it was waited for. */
function selectLocked(db: Db, transferId: string) {
  return db
    .with('locked', (cte) =>
      cte
        .selectFrom('transfers')
        .innerJoin('cases', 'cases.id', 'transfers.case_id')
        .select(OF_TRANSFER.map((name) => `transfers.${name}` as const))
        .select(OF_CASE.map((name) => `cases.${name}` as const))
        .where('transfers.id', '=', transferId)
        .forUpdate('transfers'),
    )
    .selectFrom('locked')
    .select(OF_TRANSFER)
    .select(OF_CASE)
    .select(sql<string>`(select area_code from offices where id = locked.office_id)`.as('area_code'))
    .select(sql<string>`(select channel from counterparts where id = locked.counterpart_id)`.as('counterpart_channel'))
    .select(sql<Date>`office_now()`.as('now'))
    .select(sql<number>`(select speed from office_clock)`.as('clock_speed'))
    .select(sql<string>`(select revision from rules_revision)`.as('rules_revision'))
    .select(sql<string>`roster_revision_now()`.as('roster_revision'));
}
export type LockedTransfer = Awaited<ReturnType<ReturnType<typeof selectLocked>['executeTakeFirstOrThrow']>>;

/** Where nothing is read of it yet, or others are asked first. */
export async function holdTransfer(tx: Db, transferId: string): Promise<void> {
  await sql`select 1 from transfers where id = ${transferId}::uuid for update`.execute(tx);
}

export const lockTransfer = compiledOnce(selectLocked);
export const lockWithSteps = compiledOnce((db, transferId: string) =>
  selectLocked(db, transferId).select(sql<StandsNow>`transfer_now(locked.id)`.as('stands')),
);

/** What a fact is compared with, as JSON. */
export interface StandsNow {
  readonly steps: readonly Record<string, unknown>[];
  /** The day of the first letter, by attempt. */
  readonly firstPosted: Readonly<Record<string, string>>;
  /** Somebody has been asked to ask the courier. */
  readonly letterIsSilent: boolean;
}

/** @throws Refusal not-found, when there is none, or the office that asks has none of this id */
export function required(row: LockedTransfer | undefined, officeId: string | undefined): LockedTransfer {
  if (row && (officeId === undefined || row.office_id === officeId)) return row;
  throw new Refusal('not-found', 'There is no such transfer.');
}
