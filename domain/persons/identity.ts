/** Who somebody is by their document: a number that says it itself, or a passport, of which the counter says the rest. */
import type { Defect } from '../errors.ts';
import { foldNumber } from '../folded-text.ts';
import type { Applicant } from './gates.ts';
import {
  bornOnOf,
  checkResidentId,
  sexSaidBy,
  type ResidentIdDefect,
  type ResidentIdKind,
  type Sex,
} from './resident-id.ts';

export interface Papers {
  readonly idNumber: string;
  /** The country of a passport (ISO 3166, three letters); its presence says that the number is one. */
  readonly passportOf?: string | undefined;
  /** What the number does not tell. */
  readonly sex?: Sex | undefined;
  readonly bornOn?: string | undefined;
}

export interface Identity extends Applicant {
  /** In the form that is sealed and looked up. */
  readonly id: string;
  readonly kind: ResidentIdKind | 'passport';
}

export type ReadIdentity =
  | { readonly identity: Identity; readonly defects: readonly [] }
  | { readonly identity?: never; readonly defects: readonly Defect[] };

const ID_MESSAGES: Record<ResidentIdDefect, string> = {
  missing: 'The ID number is missing.',
  length: 'An ID number has 18 characters; 15 before 1999 and on old permanent residence cards.',
  form: 'An ID number has digits only, and a digit or X at the end; an old permanent residence card three letters before twelve digits.',
  birthDate: 'The ID number holds no possible date of birth.',
  checkDigit: 'The check digit of the ID number is wrong: read it again from the card.',
};

/** Of ten characters and more at least one is a letter: otherwise it is a telephone. */
const PASSPORT = /^(?=.*\d)(?:[A-Z\d]{6,9}|(?=.*[A-Z])[A-Z\d]{10,12})$/;
/** They have other documents than a passport. */
const NO_FOREIGNERS = ['CHN', 'HKG', 'MAC', 'TWN'];

export const isPassportNumber = (text: string): boolean => PASSPORT.test(foldNumber(text));

/** `day` is the last one on which the person can have been born; `passports`: whether the rules of that day take them. */
export function readIdentity(papers: Papers, { day, passports }: { day: string; passports: boolean }): ReadIdentity {
  return papers.passportOf === undefined ? readNumber(papers, day) : readPassport(papers, day, passports);
}

function readNumber({ idNumber, sex, bornOn }: Papers, day: string): ReadIdentity {
  const checked = checkResidentId(idNumber, { bornBy: day });
  if (!checked.ok) return { defects: checked.defects.map((code) => atNumber(code, ID_MESSAGES[code])) };
  const { id, kind } = checked;
  const told = { sex: sexSaidBy(id), bornOn: bornOnOf(id) };
  const message = 'The ID number says otherwise: read both again from the card.';
  const defects = [
    ...(sex !== undefined && told.sex !== null && sex !== told.sex
      ? [{ field: 'person.sex', code: 'contradicts', message }]
      : []),
    ...(bornOn !== undefined && bornOn !== told.bornOn
      ? [{ field: 'person.bornOn', code: 'contradicts', message }]
      : []),
  ];
  if (defects.length > 0) return { defects };
  const hasHukou = kind === 'resident' || kind === 'legacy';
  return { identity: { id, kind, hasHukou, bornOn: told.bornOn, sex: told.sex ?? sex ?? null }, defects: [] };
}

function readPassport({ idNumber, passportOf, sex, bornOn }: Papers, day: string, allowed: boolean): ReadIdentity {
  const id = foldNumber(idNumber);
  const country = foldNumber(passportOf ?? '');
  const wrong = (field: string, code: string, message: string): Defect => ({ field, code, message });
  const defects = [
    ...(allowed
      ? []
      : [
          wrong(
            'person.passportOf',
            'notAllowed',
            'A passport is not taken as the only document; ask for the residence card.',
          ),
        ]),
    ...(/^[A-Z]{3}$/.test(country) && !NO_FOREIGNERS.includes(country)
      ? []
      : [
          wrong(
            'person.passportOf',
            'country',
            'The country of a passport has three letters, and none of China’s regions.',
          ),
        ]),
    ...(id === '' ? [atNumber('missing', ID_MESSAGES.missing)] : []),
    ...(id === '' || PASSPORT.test(id) ? [] : [atNumber('form', 'A passport number has 6 to 12 letters and digits.')]),
    ...(bornOn === undefined
      ? [wrong('person.bornOn', 'missing', 'A passport number tells no date of birth: read it from the page.')]
      : []),
    ...(bornOn !== undefined && bornOn > day
      ? [wrong('person.bornOn', 'birthDate', 'Nobody is born after today.')]
      : []),
  ];
  if (defects.length > 0) return { defects };
  return { identity: { id, kind: 'passport', hasHukou: false, bornOn: bornOn!, sex: sex ?? null }, defects: [] };
}

const atNumber = (code: string, message: string): Defect => ({ field: 'person.idNumber', code, message });
