import { problemName } from '../api/problem.ts';
import type { Defect, Problem } from '../api/types.ts';
import { knownText } from '../i18n/known-text.ts';

/** Our words for a known name, the server's own for one that is newer than this console. */
export function problemText(problem: Problem): string {
  return knownText(`problems.${problemName(problem)}`) ?? problem.detail ?? problem.title;
}

/** The same of what was only asked for. */
export function unreadText(problem: Problem): string {
  return knownText(`unread.${problemName(problem)}`) ?? problemText(problem);
}

export function defectText({ field, code, message, named }: Defect): string {
  const ofDay = code === 'form' && DAY.test(field) ? knownText('defects.day') : undefined;
  const words = knownText(`defectsAt.${field}.${code}`) ?? ofDay ?? knownText(`defects.${code}`);
  return words === undefined ? message : [words, named ?? ''].join(' ').trim();
}

/** Days come from a calendar: what cannot be taken of one is its year. */
const DAY = /(On|At)$/;
