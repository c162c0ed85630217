/** What decides at the counter whether a request can be taken up at all, and what must be asked because it decides. */
import type { Defect } from '../errors.ts';
import { dayNumber } from '../time/shanghai-day.ts';
import type { Sex } from './resident-id.ts';
import { isNearRetirement, type RetirementKind } from './retirement.ts';
import { ageOn, hasReachedTemporaryAccountAge, type TemporaryAccountAge } from './temporary-account.ts';

export const GATE_CODES = ['A01', 'A02', 'A03', 'A07', 'A08'] as const;
/** The reasons for which a request is not taken up (不予受理). */
export type GateCode = (typeof GATE_CODES)[number];

/** What the person answers at the counter. Absent: not asked, which is allowed only where it decides nothing. */
export interface GateAnswers {
  /** Household registration in this province. */
  readonly localHukou?: boolean | undefined;
  readonly approvedMove?: boolean | undefined;
  /** The day on which the relation in this province began; absent: the day of the application. */
  readonly firstInsuredHereOn?: string | undefined;
  /** There is a relation here that has not ended. */
  readonly insuredHere?: boolean | undefined;
  readonly drawsPension?: boolean | undefined;
  /** The pension is drawn in this province (66号 Art. 6). */
  readonly benefitPlaceHere?: boolean | undefined;
}

export interface Applicant {
  readonly bornOn: string | null;
  readonly sex: Sex | null;
  /** Residents have a hukou; people of Hong Kong, Macao, Taiwan and abroad have none. */
  readonly hasHukou: boolean;
}

export interface GateRules {
  readonly temporaryAccountAge: TemporaryAccountAge;
  /** Inside the province the relation of this scheme is only re-registered. */
  readonly noTransferInside: boolean;
}

const REFUSES: Readonly<Record<GateCode, { field: string; message: string }>> = {
  A01: { field: 'insuredHere', message: 'A01: there is no relation here that could take the other one in.' },
  A02: { field: 'drawsPension', message: 'A02: whoever draws a pension already does not transfer (66号 Art. 2).' },
  A03: {
    field: 'localHukou',
    message:
      'A03: a man of 50 or a woman of 40 from elsewhere gets a temporary account only (66号 Art. 5); it counts the day on which the relation here began.',
  },
  A07: { field: 'benefitPlaceHere', message: 'A07: at pension age the pension is drawn elsewhere (66号 Art. 6).' },
  A08: {
    field: 'counterpartAreaCode',
    message: 'A08: within the province nothing is transferred; the relation is re-registered (变更登记).',
  },
};

const QUESTIONS = {
  localHukou: 'Does the household registration lie in this province? At this age it decides (A03, A07).',
  drawsPension: 'Does the person draw a pension already? At this age it decides (A02).',
  benefitPlaceHere: 'Is the pension to be drawn in this province? At this age it decides (A07).',
  'person.sex': 'The number does not tell the sex, and at this age it decides: man or woman?',
} as const;

/** The first age at which anybody of this sex retires, and the last. */
const EARLIEST: Readonly<Record<Sex, RetirementKind>> = { male: 'man60', female: 'woman50' };
const LATEST: Readonly<Record<Sex, RetirementKind>> = { male: 'man60', female: 'woman55' };

/** All at once: what refuses by its code, and what is still to be asked (`asked`). `day` is that of the application. */
export function gateDefects(applicant: Applicant, answers: GateAnswers, rules: GateRules, day: string): Defect[] {
  const { refused, asked } = gatesOf(applicant, answers, rules, day);
  return [
    ...refused.map((code) => ({ ...REFUSES[code], code })),
    ...asked.map((field) => ({ field, code: 'asked', message: QUESTIONS[field] })),
  ];
}

export function gatesOf(
  applicant: Applicant,
  answers: GateAnswers,
  rules: GateRules,
  day: string,
): { refused: GateCode[]; asked: (keyof typeof QUESTIONS)[] } {
  const refused = new Set<GateCode>();
  const asked = new Set<keyof typeof QUESTIONS>();
  const pension = pensionAge(applicant, day);
  if (rules.noTransferInside) refused.add('A08');
  if (answers.drawsPension === true) refused.add('A02');
  if (pension !== 'before' && answers.drawsPension === undefined) asked.add('drawsPension');
  // Whoever retires here has everything gathered here, insured now or not.
  const gathered = pension !== 'before' && (answers.benefitPlaceHere ?? answers.localHukou) === true;
  if (answers.insuredHere === false && !gathered) refused.add('A01');
  if (pension === 'unknown') asked.add('person.sex');
  if (pension === 'reached') askBenefitPlace(applicant, answers, { refused, asked });
  if (comesTooLate(applicant, answers, rules, day)) {
    if (answers.localHukou === undefined) asked.add('localHukou');
    // At pension age the place of the pension decides, and a temporary account is no answer any more.
    else if (pension !== 'reached') refused.add('A03');
  }
  return { refused: [...refused], asked: [...asked] };
}

/** Who is registered here draws here; of others it is asked. */
function askBenefitPlace(
  { hasHukou }: Applicant,
  { localHukou, benefitPlaceHere }: GateAnswers,
  { refused, asked }: { refused: Set<GateCode>; asked: Set<keyof typeof QUESTIONS> },
): void {
  if (benefitPlaceHere === false) refused.add('A07');
  if (benefitPlaceHere !== undefined || localHukou === true) return;
  if (hasHukou && localHukou === undefined) asked.add('localHukou');
  asked.add('benefitPlaceHere');
}

/** By the statutory age: a woman's post decides between two, and is not in her number. */
function pensionAge({ bornOn, sex }: Applicant, day: string): 'before' | 'mayBe' | 'reached' | 'unknown' {
  if (bornOn === null) return 'before';
  const has = (kind: RetirementKind): boolean => isNearRetirement(kind, bornOn, day, 0);
  if (sex === null) return has('woman50') ? 'unknown' : 'before';
  if (has(LATEST[sex])) return 'reached';
  return has(EARLIEST[sex]) ? 'mayBe' : 'before';
}

/** Without a local hukou and an approved move only a temporary account follows. */
function comesTooLate(
  { bornOn, sex, hasHukou }: Applicant,
  { localHukou, approvedMove, firstInsuredHereOn }: GateAnswers,
  { temporaryAccountAge }: GateRules,
  day: string,
): boolean {
  if (!hasHukou || localHukou === true || approvedMove === true || bornOn === null || sex === null) return false;
  return hasReachedTemporaryAccountAge(temporaryAccountAge, sex, bornOn, firstInsuredHereOn ?? day);
}

/** A relation begins neither before its person nor after the day on which it is told. */
export function beganDefects({ bornOn }: Applicant, { firstInsuredHereOn: began }: GateAnswers, day: string): Defect[] {
  if (began === undefined) return [];
  const impossible = dayNumber(began) > dayNumber(day) || (bornOn !== null && ageOn(bornOn, began) < 14);
  const message = 'The relation here began neither in the future nor before its person was fourteen.';
  return impossible ? [{ field: 'firstInsuredHereOn', code: 'date', message }] : [];
}
