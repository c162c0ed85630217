/** Counts what was kept: nobody judges but the rules, over what the ledger holds. */
import { foldNumber } from '../folded-text.ts';
import type { Exercise, Practised, Recorded, Rule, Wanted } from './exercise.ts';

export interface JudgedRule {
  readonly rule: string;
  readonly kept: boolean;
  readonly points: number;
  readonly ground: string | null;
}

export interface Judgement {
  readonly score: number;
  readonly rules: readonly JudgedRule[];
}

export function judge(
  exercise: Exercise,
  the: Practised,
  done: { readonly recorded: readonly Recorded[]; readonly answer?: string | undefined },
): Judgement {
  const rules = exercise.rules(the);
  const kept = rules.filter((rule) => isKept(rule, done));
  return withMisses(exercise, the, new Set(rules.filter((rule) => !kept.includes(rule)).map(({ key }) => key)));
}

/** The judgement of a try that was judged before. */
export function withMisses(exercise: Exercise, the: Practised, misses: ReadonlySet<string>): Judgement {
  const rules = exercise.rules(the).map(({ key, points, ground = null }) => {
    return { rule: key, kept: !misses.has(key), points, ground };
  });
  return { rules, score: rules.filter(({ kept }) => kept).reduce((sum, { points }) => sum + points, 0) };
}

function isKept(
  { recorded: wanted, notRecorded: unwanted, answered }: Rule,
  { recorded, answer = '' }: { readonly recorded: readonly Recorded[]; readonly answer?: string | undefined },
): boolean {
  if (wanted && !recorded.some((one) => fits(one, wanted))) return false;
  if (unwanted && recorded.some((one) => fits(one, unwanted))) return false;
  return answered === undefined || foldNumber(answer) === foldNumber(answered);
}

function fits({ what, about, with: has }: Recorded, wanted: Wanted): boolean {
  if (what !== wanted.what || (wanted.about !== undefined && about !== wanted.about)) return false;
  return Object.entries(wanted.with ?? {}).every(([name, value]) => has[name] === value);
}
