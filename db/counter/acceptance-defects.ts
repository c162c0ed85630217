/** Everything that is wrong with an application, at once, before anything is stored. */
import { sql } from 'kysely';
import { USUAL_TYPE } from '../../domain/procedures/index.ts';
import type { Defect } from '../../domain/errors.ts';
import { contactDefects, personDefects, type Application } from '../../domain/persons/application.ts';
import type { Db } from '../connection/connection.ts';
import { canonicalId } from './persons.ts';
import type { Keyring } from '../connection/sealing.ts';

export interface CheckedApplication {
  readonly defects: readonly Defect[];
  readonly counterpartId: string | undefined;
  readonly duplicate: { readonly id: string; readonly caseNo: string } | undefined;
}

export async function acceptanceDefects(
  tx: Db,
  keyring: Keyring,
  application: Application & { readonly procedureType?: string },
  day: string,
): Promise<CheckedApplication> {
  const { counterpartId, duplicate } = await findKnown(tx, keyring, application, day);
  const defects = [...personDefects(application, day), ...contactDefects(application)];
  if (!counterpartId) {
    defects.push({
      field: 'counterpartAreaCode',
      code: 'unknownArea',
      message: 'No office of the directory has this area code (A05).',
    });
  }
  return { defects, counterpartId, duplicate };
}

interface Known {
  readonly counterpartId: string | undefined;
  readonly duplicate: { readonly id: string; readonly caseNo: string } | undefined;
}

/**
 * The counterpart of the day, and an open transfer of the same person and type from there; by area: an office that was renamed meanwhile
 * is the same counterpart.
 */
async function findKnown(
  tx: Db,
  keyring: Keyring,
  { person, counterpartAreaCode: areaCode, procedureType = USUAL_TYPE }: Application & { procedureType?: string },
  day: string,
): Promise<Known> {
  const canonical = canonicalId(person.idNumber);
  const hashes = canonical ? keyring.hashes('idNumber', canonical) : [];
  const { rows } = await sql<{ counterpartId: string; id: string | null; caseNo: string | null }>`
    select cp.id as "counterpartId", t.id, t.case_no as "caseNo" from (
      select id from counterparts where area_code = ${areaCode} and valid_from <= ${day}::date
        and (valid_until is null or valid_until >= ${day}::date) order by valid_from desc limit 1) cp
    left join lateral (
      select transfers.id, cases.case_no from person_hashes
      join cases on cases.person_id = person_hashes.person_id
      join transfers on transfers.case_id = cases.id and transfers.direction = 'in'
        and transfers.procedure_type = ${procedureType} and transfers.closed_at is null
      join counterparts on counterparts.id = cases.counterpart_id and counterparts.area_code = ${areaCode}
      where person_hashes.kind = 'idNumber' and person_hashes.hash = any(${hashes}::bytea[]) limit 1) t on true`.execute(
    tx,
  );
  const [found] = rows;
  if (!found) return { counterpartId: undefined, duplicate: undefined };
  const { counterpartId, id, caseNo } = found;
  return { counterpartId, duplicate: id === null ? undefined : { id, caseNo: caseNo! } };
}
