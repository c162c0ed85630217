/** What a person's papers say by themselves: defects, and what follows from the number. */
import type { Defect } from '../errors.ts';
import { contactDefects, personDefects } from './application.ts';
import type { Identity } from './identity.ts';
import type { Sex } from './resident-id.ts';
import { retirementView, type RetirementKind, type RetirementView } from './retirement.ts';
import { ageOn, hasReachedTemporaryAccountAge, type TemporaryAccountAge } from './temporary-account.ts';

export interface PersonView {
  readonly defects: Defect[];
  readonly idKind: Identity['kind'] | null;
  readonly sex: Sex | null;
  readonly bornOn: string | null;
  readonly age: number | null;
  readonly temporaryAccountAge: boolean | null;
  readonly retirements: RetirementView[];
}

interface Papers {
  readonly name: string;
  readonly idNumber: string;
  readonly mobile?: string;
}

/** The number does not tell by which post a woman retires. */
const KINDS: Readonly<Record<Sex, readonly RetirementKind[]>> = { male: ['man60'], female: ['woman55', 'woman50'] };

/** `day` is the office's. Where the person comes from is not asked: whether the temporary account follows is for whoever knows it. */
export function personView(person: Papers, day: string, temporaryAccountAge: TemporaryAccountAge): PersonView {
  const { identity, defects } = personDefects(person, { day, passports: false });
  const { bornOn, sex } = identity ?? { bornOn: null, sex: null };
  return {
    defects: [...defects, ...contactDefects({ person })].map((defect) => ({
      ...defect,
      field: defect.field.replace(/^person\./, ''),
    })),
    // Something is known of whoever has a number that is one, whatever the name.
    idKind: identity?.kind ?? null,
    sex,
    bornOn,
    age: bornOn === null ? null : ageOn(bornOn, day),
    temporaryAccountAge: bornOn && sex ? hasReachedTemporaryAccountAge(temporaryAccountAge, sex, bornOn, day) : null,
    retirements: bornOn && sex ? KINDS[sex].map((kind) => retirementView(kind, bornOn)) : [],
  };
}
