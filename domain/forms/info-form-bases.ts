/** Bases that somebody has decided about: those that are missing, and those that we have set. */
import type { InfoFormDetail, InfoFormYearDetail } from '../facts/new-fact.ts';

export interface DecidedBase {
  readonly index: number;
  readonly year: InfoFormYearDetail;
  /** Empty: nobody has said it yet. */
  readonly reason: string;
}

export function decidedBases({ years }: Pick<InfoFormDetail, 'years'>): DecidedBase[] {
  return years.flatMap((year, index) => {
    const isMissing = year.months > 0 && (year.baseFen ?? null) === null;
    const reason = year.baseReason?.trim() ?? '';
    return isMissing || reason !== '' ? [{ index, year, reason }] : [];
  });
}
