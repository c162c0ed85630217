/** Everything that is wrong with an application, at once, before anything is stored (domain.md 2.5, 6). */
import type { Defect } from '../../domain/errors.ts';
import { checkPersonName } from '../../domain/persons/person-name.ts';
import { phoneKind } from '../../domain/persons/phone.ts';
import { birthDateOf, checkResidentId, sexOf, type ResidentIdDefect } from '../../domain/persons/resident-id.ts';
import type { Db } from '../connection/connection.ts';
import { canonicalId, findPersonIds } from './persons.ts';
import type { Keyring } from '../connection/sealing.ts';

export interface Application {
  readonly person: { readonly name: string; readonly idNumber: string; readonly mobile?: string };
  readonly employer?: { readonly name?: string; readonly telephone?: string };
  readonly agent?: { readonly name: string; readonly telephone?: string; readonly relation?: string };
  readonly counterpartAreaCode: string;
  /** Household registration in this province. */
  readonly localHukou: boolean;
  readonly approvedMove: boolean;
}

export interface CheckedApplication {
  readonly defects: readonly Defect[];
  readonly counterpartId: string | undefined;
  readonly duplicate: { readonly id: string; readonly caseNo: string } | undefined;
}

export async function acceptanceDefects(
  tx: Db,
  keyring: Keyring,
  application: Application,
  day: string,
): Promise<CheckedApplication> {
  const counterpartId = await findCounterpart(tx, application.counterpartAreaCode, day);
  const defects = [...personDefects(application, day), ...contactDefects(application)];
  if (!counterpartId) {
    defects.push({
      field: 'counterpartAreaCode',
      code: 'unknownArea',
      message: 'No office of the directory has this area code (A05).',
    });
  }
  const duplicate = counterpartId
    ? await findOpenDuplicate(tx, keyring, application.person.idNumber, application.counterpartAreaCode)
    : undefined;
  return { defects, counterpartId, duplicate };
}

const ID_MESSAGES: Record<ResidentIdDefect, string> = {
  missing: 'The ID number is missing.',
  length: 'An ID number has 18 characters (15 before 1999).',
  form: 'An ID number has digits only, and a digit or X at the end.',
  birthDate: 'The ID number holds no possible date of birth.',
  checkDigit: 'The check digit of the ID number is wrong: read it again from the card.',
};

function personDefects({ person, localHukou, approvedMove }: Application, day: string): Defect[] {
  const name = checkPersonName(person.name).map((code) => ({
    field: 'person.name',
    code,
    message: 'A name has 2 to 50 characters, no digits and no control characters.',
  }));
  const id = checkResidentId(person.idNumber, { bornBy: day });
  if (!id.ok) {
    return [...name, ...id.defects.map((code) => ({ field: 'person.idNumber', code, message: ID_MESSAGES[code] }))];
  }
  const tooOld = !localHukou && !approvedMove && ageOn(birthDateOf(id.id), day) >= (sexOf(id.id) === 'male' ? 50 : 40);
  const gate = {
    field: 'localHukou',
    code: 'A03',
    message: 'A man of 50 or a woman of 40 from elsewhere gets a temporary account only (66号 Art. 5).',
  };
  return tooOld ? [...name, gate] : name;
}

function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1;
}

function contactDefects({ person, agent, employer }: Application): Defect[] {
  const numbers: [string, string | undefined][] = [
    ['person.mobile', person.mobile],
    ['agent.telephone', agent?.telephone],
    ['employer.telephone', employer?.telephone],
  ];
  return numbers
    .filter(([, number]) => number !== undefined && number !== '' && phoneKind(number) === 'unknown')
    .map(([field]) => ({ field, code: 'telephone', message: 'Neither a mobile nor a fixed line with its area code.' }));
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

/** By area: an office that was renamed meanwhile is the same counterpart. */
async function findOpenDuplicate(tx: Db, keyring: Keyring, idNumber: string, areaCode: string) {
  const canonical = canonicalId(idNumber);
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
    .where('transfers.closed_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
}
