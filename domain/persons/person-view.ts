/** What a person's papers say by themselves: defects, and what follows from the number. */
import type { Defect } from '../errors.ts';
import { contactDefects, personDefects } from './application.ts';
import { birthDateOf, checkResidentId, sexOf, type ResidentIdKind, type Sex } from './resident-id.ts';
import { retirementView, type RetirementKind, type RetirementView } from './retirement.ts';
import { ageOn, hasReachedTemporaryAccountAge } from './temporary-account.ts';

export interface PersonView {
  readonly defects: Defect[];
  readonly idKind: ResidentIdKind | null;
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
export function personView(papers: Papers, day: string): PersonView {
  const about = { person: papers, counterpartAreaCode: '', localHukou: true, approvedMove: false };
  const defects = [...personDefects(about, day), ...contactDefects(about)].map((defect) => ({
    ...defect,
    field: defect.field.replace(/^person\./, ''),
  }));
  const checked = checkResidentId(papers.idNumber, { bornBy: day });
  if (!checked.ok)
    return { defects, idKind: null, sex: null, bornOn: null, age: null, temporaryAccountAge: null, retirements: [] };
  const [bornOn, sex] = [birthDateOf(checked.id), sexOf(checked.id)];
  return {
    defects,
    idKind: checked.kind,
    sex,
    bornOn,
    age: ageOn(bornOn, day),
    temporaryAccountAge: hasReachedTemporaryAccountAge(sex, bornOn, day),
    retirements: KINDS[sex].map((kind) => retirementView(kind, bornOn)),
  };
}
