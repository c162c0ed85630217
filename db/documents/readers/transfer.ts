/** What every paper about a transfer begins with. */
import { Refusal } from '../../../domain/errors.ts';
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import type { Reading } from '../reading.ts';

/** @throws Refusal not-found: the office has no such transfer */
export async function readTransferFacts({ tx, keyring, officeId, transferId }: Reading) {
  const row = await tx
    .selectFrom('transfers as t')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .innerJoin('counterparts as cp', 'cp.id', 't.counterpart_id')
    .innerJoin('staff as steward', 'steward.id', 't.steward_id')
    .innerJoin('offices as o', 'o.id', 't.office_id')
    .select(['t.id', 't.status_code', 't.direction', 't.procedure_type', 't.procedure_version', 't.rule_version'])
    .select([
      't.accepted_at',
      't.closed_at',
      't.closing',
      'c.case_no',
      'c.scheme',
      'p.name_sealed',
      'p.id_number_sealed',
    ])
    .select(['cp.name as counterpart', 'cp.area_code as counterpart_area_code', 'o.area_code'])
    .select([
      'steward.display_name as steward',
      'steward.post as steward_post',
      'steward.telephone as steward_telephone',
    ])
    .select('o.telephone as office_telephone')
    .where('t.id', '=', transferId)
    .where('t.office_id', '=', officeId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'There is no such transfer.');
  return {
    ...row,
    personName: keyring.openText(row.name_sealed) ?? '',
    idNumber: keyring.openText(row.id_number_sealed) ?? '',
    acceptedOn: dateOf(row.accepted_at),
    telephone: row.steward_telephone || row.office_telephone,
  };
}
export type TransferFacts = Awaited<ReturnType<typeof readTransferFacts>>;
