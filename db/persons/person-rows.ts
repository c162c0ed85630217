/** Rows of a person: what is sealed, and the keyed hashes by which it is found. */
import { foldNumber, tidyText } from '../../domain/folded-text.ts';
import type { Papers } from '../../domain/persons/identity.ts';
import { normalisePersonName } from '../../domain/persons/person-name.ts';
import { lastFourDigits, normalisePhone } from '../../domain/persons/phone.ts';
import {
  bornOnOf,
  checkResidentId,
  lastSixOf,
  normaliseResidentId,
  sexSaidBy,
  type Sex,
} from '../../domain/persons/resident-id.ts';
import type { HashKind, Keyring } from '../connection/sealing.ts';

export interface Contact {
  readonly mobile?: string | null;
  readonly employer?: string | null;
  readonly employerPhone?: string | null;
}

export interface PersonData extends Contact {
  readonly name: string;
  readonly idNumber?: string | null;
  readonly address?: string | null | undefined;
  /** Of a passport. */
  readonly passportOf?: string | undefined;
  /** What the number does not tell. */
  readonly sex?: Sex | undefined;
  readonly bornOn?: string | undefined;
}

type Written = string | null | undefined;

/** As it was written; only the look-up compares normalised forms. */
export const sealedText = (keyring: Keyring, text: Written): Buffer | null => keyring.sealText(text && tidyText(text));
export const sealedPhone = (keyring: Keyring, phone: Written): Buffer | null =>
  keyring.sealText(phone && normalisePhone(phone));
export const sealedNumber = (keyring: Keyring, idNumber: Written): Buffer | null =>
  keyring.sealText(canonicalId(idNumber));

export function personRow(
  keyring: Keyring,
  { id, officeId, person }: { id: string; officeId: string; person: PersonData },
) {
  return {
    id,
    office_id: officeId,
    name_sealed: keyring.seal(tidyText(person.name)),
    phone_sealed: sealedPhone(keyring, person.mobile),
    employer_sealed: sealedText(keyring, person.employer),
    employer_phone_sealed: keyring.sealText(person.employerPhone),
    address_sealed: sealedText(keyring, person.address),
    ...documentColumns(keyring, person),
  };
}

export function documentColumns(
  keyring: Keyring,
  papers: Partial<Omit<Papers, 'idNumber'>> & { readonly idNumber?: string | null },
) {
  const checked = papers.idNumber && !papers.passportOf ? checkResidentId(papers.idNumber) : null;
  const told = checked?.ok ? { sex: sexSaidBy(checked.id), bornOn: bornOnOf(checked.id) } : undefined;
  return {
    id_number_sealed: sealedNumber(keyring, papers.idNumber),
    passport_of: passportCountry(papers) ?? null,
    sex: told?.sex ?? papers.sex ?? null,
    birth_month: (told?.bornOn ?? papers.bornOn ?? '').slice(0, 7) || null,
  };
}

export const passportCountry = ({ passportOf }: { readonly passportOf?: string | undefined }): string | undefined =>
  passportOf === undefined ? undefined : foldNumber(passportOf);

/** A number of 15 digits is the same person as its form of 18; what is no valid number is kept as it was written. */
export function canonicalId(idNumber: Written): string | null {
  if (!idNumber) return null;
  const checked = checkResidentId(idNumber);
  return checked.ok ? checked.id : normaliseResidentId(idNumber);
}

export function hashRows(keyring: Keyring, personId: string, values: readonly [HashKind, string][]) {
  return values.map(([kind, value]) => {
    const { keyVersion, hash } = keyring.hash(kind, value);
    return { person_id: personId, kind, key_version: keyVersion, hash };
  });
}

export function lookUpValues(person: PersonData): [HashKind, string][] {
  return [nameValue(person.name), ...numberValues(person.idNumber), ...phoneValues(person)];
}

export const nameValue = (name: string): [HashKind, string] => ['name', normalisePersonName(name)];

export function numberValues(written: Written): [HashKind, string][] {
  const idNumber = canonicalId(written);
  if (idNumber === null) return [];
  return idNumber.length >= 6
    ? [
        ['idNumber', idNumber],
        ['lastSix', lastSixOf(idNumber)],
      ]
    : [['idNumber', idNumber]];
}

export function phoneValues({ mobile }: Contact): [HashKind, string][] {
  if (!mobile) return [];
  return [
    ['phone', normalisePhone(mobile)],
    ['phoneLastFour', lastFourDigits(mobile)],
  ];
}
