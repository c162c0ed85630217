/** What the person takes home from the counter: short code, steward, next step and its due date. */
import { sql } from 'kysely';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { stepRule } from '../../domain/procedures/rules.ts';
import { walk } from '../../domain/procedures/walk.ts';
import type { Db } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import { procedureKey } from '../ledger/procedure-key.ts';
import { deadlineOf } from '../../domain/time/deadlines.ts';
import { ruleBookOf } from '../office/rules.ts';

/** The first step may not be open yet: its due date follows from the acceptance alone. */
export async function readSlip(db: Db, transferId: string) {
  const row = await db
    .selectFrom('transfers as t')
    .innerJoin('staff as steward', 'steward.id', 't.steward_id')
    .innerJoin('offices as o', 'o.id', 't.office_id')
    .select([
      't.status_code',
      't.rule_version',
      't.direction',
      't.procedure_type',
      't.procedure_version',
      't.accepted_at',
    ])
    .select([
      'steward.display_name',
      'steward.post',
      'steward.telephone',
      'o.telephone as office_telephone',
      'o.area_code',
    ])
    .select(sql<string>`(select revision from rules_revision)`.as('rules_revision'))
    .where('t.id', '=', transferId)
    .executeTakeFirstOrThrow();
  const book = await ruleBookOf(db, row.rules_revision);
  const procedure = proceduresOf(db).of(procedureKey(row));
  const nextStep = walk(procedure, []).open!.step;
  const { dueOn, provisional } = deadlineOf(
    {
      rule: stepRule(procedure, nextStep),
      attempt: 1,
      ruleVersion: row.rule_version,
      startedOn: dateOf(row.accepted_at),
      heldWorkingDays: 0,
    },
    book.inForce(row.rule_version, {
      direction: row.direction,
      procedureType: row.procedure_type,
      areaCode: row.area_code,
    }),
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
