/** What can be wrong with an application by itself, whatever the ledger knows; all of it at once. */
import type { Defect } from '../errors.ts';
import { checkPersonName } from './person-name.ts';
import { phoneKind } from './phone.ts';
import { birthDateOf, checkResidentId, sexOf, type ResidentIdDefect } from './resident-id.ts';
import { hasReachedTemporaryAccountAge } from './temporary-account.ts';

export interface Application {
  readonly person: { readonly name: string; readonly idNumber: string; readonly mobile?: string };
  readonly employer?: { readonly name?: string; readonly telephone?: string };
  readonly agent?: { readonly name: string; readonly telephone?: string; readonly relation?: string };
  readonly counterpartAreaCode: string;
  /** Household registration in this province. */
  readonly localHukou: boolean;
  readonly approvedMove: boolean;
}

const ID_MESSAGES: Record<ResidentIdDefect, string> = {
  missing: 'The ID number is missing.',
  length: 'An ID number has 18 characters (15 before 1999).',
  form: 'An ID number has digits only, and a digit or X at the end.',
  birthDate: 'The ID number holds no possible date of birth.',
  checkDigit: 'The check digit of the ID number is wrong: read it again from the card.',
};

export function personDefects({ person, localHukou, approvedMove }: Application, day: string): Defect[] {
  const name = checkPersonName(person.name).map((code) => ({
    field: 'person.name',
    code,
    message: 'A name has 2 to 50 characters, no digits and no control characters.',
  }));
  const id = checkResidentId(person.idNumber, { bornBy: day });
  if (!id.ok) {
    return [...name, ...id.defects.map((code) => ({ field: 'person.idNumber', code, message: ID_MESSAGES[code] }))];
  }
  const tooOld = !localHukou && !approvedMove && hasReachedTemporaryAccountAge(sexOf(id.id), birthDateOf(id.id), day);
  const gate = {
    field: 'localHukou',
    code: 'A03',
    message: 'A man of 50 or a woman of 40 from elsewhere gets a temporary account only (66号 Art. 5).',
  };
  return tooOld ? [...name, gate] : name;
}

export function contactDefects({ person, agent, employer }: Application): Defect[] {
  const numbers: [string, string | undefined][] = [
    ['person.mobile', person.mobile],
    ['agent.telephone', agent?.telephone],
    ['employer.telephone', employer?.telephone],
  ];
  return numbers
    .filter(([, number]) => number !== undefined && number !== '' && phoneKind(number) === 'unknown')
    .map(([field]) => ({ field, code: 'telephone', message: 'Neither a mobile nor a fixed line with its area code.' }));
}
