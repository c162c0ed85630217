/** Everything that is wrong with an application, at once, before anything is stored. */
import { USUAL_TYPE } from '../../domain/procedures/index.ts';
import type { Defect } from '../../domain/errors.ts';
import { contactDefects, personDefects, type Application } from '../../domain/persons/application.ts';
import type { Db } from '../connection/connection.ts';
import { canonicalId, findPersonIds } from './persons.ts';
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
  const { procedureType = USUAL_TYPE } = application;
  const counterpartId = await findCounterpart(tx, application.counterpartAreaCode, day);
  const defects = [...personDefects(application, day), ...contactDefects(application)];
  if (!counterpartId) {
    defects.push({
      field: 'counterpartAreaCode',
      code: 'unknownArea',
      message: 'No office of the directory has this area code (A05).',
    });
  }
  const duplicate = counterpartId ? await findOpenDuplicate(tx, keyring, application, procedureType) : undefined;
  return { defects, counterpartId, duplicate };
}

async function findCounterpart(tx: Db, areaCode: string, day: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('counterparts')
    .select('id')
    .where('area_code', '=', areaCode)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', day)]))
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();
  return row?.id;
}

/** Of the same type; by area: an office that was renamed meanwhile is the same counterpart. */
async function findOpenDuplicate(tx: Db, keyring: Keyring, application: Application, procedureType: string) {
  const { person, counterpartAreaCode: areaCode } = application;
  const canonical = canonicalId(person.idNumber);
  const personIds = canonical ? await findPersonIds(tx, keyring, 'idNumber', canonical) : [];
  if (personIds.length === 0) return undefined;
  return tx
    .selectFrom('transfers')
    .innerJoin('cases', 'cases.id', 'transfers.case_id')
    .innerJoin('counterparts', 'counterparts.id', 'cases.counterpart_id')
    .select(['transfers.id', 'cases.case_no as caseNo'])
    .where('cases.person_id', 'in', personIds)
    .where('counterparts.area_code', '=', areaCode)
    .where('transfers.direction', '=', 'in')
    .where('transfers.procedure_type', '=', procedureType)
    .where('transfers.closed_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
}
