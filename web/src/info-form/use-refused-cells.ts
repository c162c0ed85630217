import { useMemo, useState } from 'react';
import type { Defect } from '../api/types.ts';
import { defectText } from '../components/problem-text.ts';
import { knownText } from '../i18n/known-text.ts';
import type { YearDraft } from './cells.ts';
import type { Said } from './marks.ts';

type Rows = readonly (YearDraft | undefined)[] | undefined;

/** What the office refused of single cells, until their row is typed in again. `at`: what stands before `.years` in its names. */
export function useRefusedCells(at: string, years: Rows, defects: readonly Defect[]): readonly Said[] {
  const [seen, setSeen] = useState({ defects, years });
  if (seen.defects !== defects) setSeen({ defects, years });
  return useMemo(() => {
    const begin = `${at}.years.`;
    return defects
      .filter(({ field }) => field.startsWith(begin))
      .filter(({ field }) => {
        const row = Number(field.slice(begin.length).split('.')[0]);
        return years?.[row] === seen.years?.[row];
      })
      .map((defect) => ({ field: defect.field, text: wordsOf(defect), wrong: true }));
  }, [at, defects, seen, years]);
}

/** What the rules of a form know by name is said as where they find it. */
const wordsOf = (defect: Defect): string => knownText(`infoForm.finding.${defect.code}`) ?? defectText(defect);
