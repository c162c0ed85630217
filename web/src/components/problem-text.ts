import { problemName } from '../api/problem.ts';
import type { Defect, Problem } from '../api/types.ts';
import { knownText } from '../i18n/known-text.ts';

/** Our words for a known name, the server's own for one that is newer than this console. */
export function problemText(problem: Problem): string {
  return knownText(`problems.${problemName(problem)}`) ?? problem.detail ?? problem.title;
}

export function defectText(defect: Defect): string {
  return knownText(`defects.${defect.code}`) ?? defect.message;
}
