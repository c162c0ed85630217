/** Everything that is wrong with an application, at once, before anything is stored; and who of it is here already. */
import { sql } from 'kysely';
import { USUAL_TYPE } from '../../domain/procedures/index.ts';
import type { Defect } from '../../domain/errors.ts';
import { applicationDefects, type Application, type ApplicationRules } from '../../domain/persons/application.ts';
import type { Db } from '../connection/connection.ts';
import { readAbolished } from '../office/agency-of-day.ts';
import { regionalOn, settingOn, type RuleBook } from '../office/rules.ts';
import {
  hashesOf,
  knownBy,
  openKnown,
  passportOf,
  questionsAbout,
  sharesPhone,
  type KnownPerson,
  type Question,
} from '../persons/known-person.ts';
import type { Keyring } from '../connection/sealing.ts';

export interface CheckedApplication {
  readonly defects: readonly Defect[];
  readonly counterpartId: string | undefined;
  readonly duplicate: { readonly id: string; readonly caseNo: string } | undefined;
  readonly known: KnownPerson | undefined;
  readonly questions: readonly Question[];
}

export type ToCheck = Application & {
  readonly procedureType?: string | undefined;
  readonly scheme?: string | undefined;
};

interface Where {
  readonly day: string;
  readonly rules: RuleBook;
  /** Of the office. */
  readonly areaCode: string;
}

export async function acceptanceDefects(
  tx: Db,
  keyring: Keyring,
  application: ToCheck,
  where: Where,
): Promise<CheckedApplication> {
  const found = await findKnown(tx, keyring, application, where.day);
  const defects = applicationDefects(application, rulesFor(application, where), where.day);
  if (!found.counterpartId) defects.push(await noAgency(tx, application.counterpartAreaCode, where.day));
  return { defects, ...found };
}

/** One that is no more is refused with who goes on for it: the letter would go to a closed door. */
async function noAgency(tx: Db, areaCode: string, day: string): Promise<Defect> {
  const field = 'counterpartAreaCode';
  const gone = await readAbolished(tx, areaCode, day);
  if (!gone) return { field, code: 'unknownArea', message: 'No office of the directory has this area code (A05).' };
  const { name, successor } = gone;
  if (!successor)
    return { field, code: 'agencyAbolished', message: `${name} is no more, and nobody is named to go on for it.` };
  const named = `${successor.name} ${successor.areaCode}`;
  return { field, code: 'agencySucceeded', message: `${name} is no more: ${named} goes on for it.`, named };
}

const provinceOf = (areaCode: string): string => areaCode.slice(0, 2);

/** The dated rules that decide about this application. */
function rulesFor(
  { scheme = 'enterprise', counterpartAreaCode }: ToCheck,
  { day, rules, areaCode }: Where,
): ApplicationRules {
  const inside = scheme === 'enterprise' && provinceOf(counterpartAreaCode) === provinceOf(areaCode);
  return {
    passports: settingOn(rules, day, 'passports'),
    temporaryAccountAge: settingOn(rules, day, 'temporaryAccountAge'),
    noTransferInside: inside && regionalOn(rules, day, 'noTransferInsideProvince', areaCode) === true,
  };
}

interface FoundRow {
  counterpartId: string | null;
  duplicateId: string | null;
  caseNo: string | null;
  id: string | null;
  name_sealed: Buffer;
  phone_sealed: Buffer | null;
  formerKnown: boolean;
  shared: boolean;
}

/**
 * In one question: the counterpart of the day; an open transfer of the same person and type from there (by area: an office that was renamed
 * meanwhile is the same counterpart; also under the number that the person had before); the person's row; who else has the mobile.
 */
async function findKnown(
  tx: Db,
  keyring: Keyring,
  { person, counterpartAreaCode: areaCode, procedureType = USUAL_TYPE }: ToCheck,
  day: string,
): Promise<Omit<CheckedApplication, 'defects'>> {
  const hashes = hashesOf(keyring, person);
  const country = passportOf(person);
  const { rows } = await sql<FoundRow>`
    select cp.id as "counterpartId", t.id as "duplicateId", t.case_no as "caseNo", known.id, known.name_sealed, known.phone_sealed,
      exists (${knownBy(hashes.formerId, '')}) as "formerKnown", ${sharesPhone(hashes)} as shared
    from (select 1) as one
    left join lateral (
      select id from counterparts where kind = 'pension' and area_code = ${areaCode} and valid_from <= ${day}::date
        and (valid_until is null or valid_until >= ${day}::date) order by valid_from desc limit 1) cp on true
    left join lateral (${knownBy(hashes.id, country)}) known on true
    left join lateral (
      select transfers.id, cases.case_no from person_hashes
      join persons on persons.id = person_hashes.person_id
      join cases on cases.person_id = persons.id
      join transfers on transfers.case_id = cases.id and transfers.direction = 'in'
        and transfers.procedure_type = ${procedureType} and transfers.closed_at is null
      join counterparts on counterparts.id = cases.counterpart_id and counterparts.area_code = ${areaCode}
      where cp.id is not null and person_hashes.kind = 'idNumber'
        and (person_hashes.hash = any(${hashes.id}::bytea[]) and coalesce(persons.passport_of, '') = ${country}
          or person_hashes.hash = any(${hashes.formerId}::bytea[])) limit 1) t on true`.execute(tx);
  const { counterpartId, duplicateId, caseNo, ...row } = rows[0]!;
  const known = row.id === null ? undefined : openKnown(keyring, { ...row, id: row.id });
  return {
    counterpartId: counterpartId ?? undefined,
    duplicate: duplicateId === null ? undefined : { id: duplicateId, caseNo: caseNo! },
    known,
    questions: questionsAbout(person, known, row),
  };
}
