/** The rules of the directory of agencies: one of a kind answers for an area on a day, and one that is no more has a successor. Pure. */
import type { Defect } from './errors.ts';

export const AGENCY_KINDS = ['pension', 'annuity', 'military', 'central'] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** What the rules are about; the last day is a day on which it still answers. */
export interface AgencyEntry {
  readonly code: string;
  readonly kind: AgencyKind;
  /** Null: it answers for no area. */
  readonly area: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** The code of the agency that goes on for it. */
  readonly successor: string | null;
}

type AgencyField = 'areaCode' | 'area' | 'validFrom' | 'validUntil' | 'successor';
export interface AgencyDefect extends Defect {
  readonly field: AgencyField;
  readonly code: AgencyDefectCode;
}

export const AGENCY_DEFECTS = [
  'agencyCode',
  'agencyArea',
  'endsBeforeItBegins',
  'validityOverlaps',
  'successorWithoutEnd',
  'successorUnknown',
  'successorKind',
  'successorEndsBefore',
  'successorCircle',
] as const;
type AgencyDefectCode = (typeof AGENCY_DEFECTS)[number];

/** The codes of military finance, of central organs and of annuity agencies begin with a letter, so that none passes for an area. */
const OTHER_CODE = /^[A-Z][A-Z0-9-]{2,19}$/;
const AREA = /^\d{6}$/;

/** Everything that is wrong with an entry beside the others of the directory, itself not among them. */
export function agencyDefects(entry: AgencyEntry, others: readonly AgencyEntry[]): AgencyDefect[] {
  return [
    ...codeDefects(entry),
    ...validityDefects(entry, others),
    ...successorDefects(entry, others),
    ...predecessorDefects(entry, others),
  ];
}

const wrong = (field: AgencyField, code: AgencyDefectCode, message: string): AgencyDefect => ({ field, code, message });

function codeDefects({ kind, code, area }: AgencyEntry): AgencyDefect[] {
  const found: AgencyDefect[] = [];
  if (!(kind === 'pension' ? AREA : OTHER_CODE).test(code))
    found.push(
      wrong(
        'areaCode',
        'agencyCode',
        'A pension agency has its area code; any other a code that begins with a letter.',
      ),
    );
  if (kind === 'annuity' && area === null)
    found.push(wrong('area', 'agencyArea', 'An annuity agency answers for an area; its code has six digits.'));
  return found;
}

function validityDefects(entry: AgencyEntry, others: readonly AgencyEntry[]): AgencyDefect[] {
  if (entry.validUntil !== null && entry.validUntil < entry.validFrom)
    return [wrong('validUntil', 'endsBeforeItBegins', 'The last day lies before the first one.')];
  const twin = others.find((other) => answersForTheSame(entry, other) && overlaps(entry, other));
  if (!twin) return [];
  const message = `On some of these days ${twin.code} answers already.`;
  return [wrong('validFrom', 'validityOverlaps', message)];
}

/** The same agency, or two that would be chosen by the same kind and area. */
const answersForTheSame = (one: AgencyEntry, other: AgencyEntry): boolean =>
  one.code === other.code || (one.kind === other.kind && one.area !== null && one.area === other.area);

const lastDay = ({ validUntil }: AgencyEntry): string => validUntil ?? '9999-12-31';
const overlaps = (one: AgencyEntry, other: AgencyEntry): boolean =>
  one.validFrom <= lastDay(other) && other.validFrom <= lastDay(one);

export const successorCircle = wrong('successor', 'successorCircle', 'The successors lead back to this agency.');

function successorDefects(entry: AgencyEntry, others: readonly AgencyEntry[]): AgencyDefect[] {
  const { successor, validUntil } = entry;
  if (successor === null) return [];
  const found: AgencyDefect[] = [];
  const say = (code: AgencyDefectCode, message: string) => found.push(wrong('successor', code, message));
  if (validUntil === null) say('successorWithoutEnd', 'Who has a successor has a last day.');
  if (isCircle(entry, others)) found.push(successorCircle);
  const named = others.filter(({ code }) => code === successor);
  if (successor === entry.code) return found;
  if (named.length === 0) say('successorUnknown', 'The directory has no agency of this code.');
  else if (named.every(({ kind }) => kind !== entry.kind)) say('successorKind', 'The successor is of another kind.');
  if (named.length > 0 && validUntil !== null && named.every((one) => lastDay(one) <= validUntil))
    say('successorEndsBefore', 'The successor ends on that day itself, or before it.');
  return found;
}

/** Whoever goes on for another one outlives it: an agency cannot end under those that it stands for. */
function predecessorDefects(entry: AgencyEntry, others: readonly AgencyEntry[]): AgencyDefect[] {
  const own = [entry, ...others.filter(({ code }) => code === entry.code)];
  const end = own.map(lastDay).sort().at(-1)!;
  const before = others.find(({ successor, validUntil }) => successor === entry.code && (validUntil ?? '') >= end);
  if (!before || isCircle(entry, others)) return [];
  return [wrong('validUntil', 'successorEndsBefore', `It would end before it could go on for ${before.code}.`)];
}

function isCircle(entry: AgencyEntry, others: readonly AgencyEntry[]): boolean {
  const seen = new Set<string>([entry.code]);
  let next: string | null = entry.successor;
  while (next !== null) {
    if (seen.has(next)) return next === entry.code;
    seen.add(next);
    next = newestOf(next, others)?.successor ?? null;
  }
  return false;
}

const newestOf = (code: string, entries: readonly AgencyEntry[]): AgencyEntry | undefined =>
  entries.filter((one) => one.code === code).sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];

export const answersOn = ({ validFrom, validUntil }: Pick<AgencyEntry, 'validFrom' | 'validUntil'>, day: string) =>
  validFrom <= day && (validUntil === null || validUntil >= day);

/** Who answers on the day in place of an agency that is no more: the first of its successors that does. Undefined: nobody does. */
export function successorOn<Entry extends AgencyEntry>(
  code: string,
  day: string,
  entries: readonly Entry[],
): Entry | undefined {
  const seen = new Set<string>();
  let next: string | null = newestOf(code, entries)?.successor ?? null;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const now: string = next;
    const there = entries.find((one) => one.code === now && answersOn(one, day));
    if (there) return there;
    next = newestOf(now, entries)?.successor ?? null;
  }
  return undefined;
}
