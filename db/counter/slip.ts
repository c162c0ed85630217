/** What the person takes home from the counter: short code, steward, next step and its due date. */
import { sql } from 'kysely';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { inEmployee } from '../../domain/procedures/index.ts';
import { walk } from '../../domain/procedures/walk.ts';
import type { Db } from '../connection/connection.ts';
import { deadlineOf } from '../../domain/time/deadlines.ts';
import { ruleBookOf } from '../office/rules.ts';

/** The first step may not be open yet: its due date follows from the acceptance alone. */
export async function readSlip(db: Db, transferId: string) {
  const row = await db
    .selectFrom('transfers as t')
    .innerJoin('staff as steward', 'steward.id', 't.steward_id')
    .innerJoin('offices as o', 'o.id', 't.office_id')
    .select(['t.status_code', 't.rule_version', 't.procedure_type', 't.accepted_at'])
    .select(['steward.display_name', 'steward.post', 'steward.telephone', 'o.telephone as office_telephone'])
    .select(sql<string>`(select revision from rules_revision)`.as('rules_revision'))
    .where('t.id', '=', transferId)
    .executeTakeFirstOrThrow();
  const book = await ruleBookOf(db, row.rules_revision);
  const nextStep = walk(inEmployee, []).open!.step;
  const { dueOn, provisional } = deadlineOf(
    {
      step: nextStep,
      attempt: 1,
      ruleVersion: row.rule_version,
      startedOn: dateOf(row.accepted_at),
      heldWorkingDays: 0,
    },
    book.inForce(row.rule_version, row.procedure_type),
  );
  return {
    statusCode: row.status_code,
    steward: row.display_name,
    stewardPost: row.post,
    telephone: row.telephone || row.office_telephone,
    nextStep,
    dueOn,
    provisional,
  };
}
