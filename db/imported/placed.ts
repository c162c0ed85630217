/** A transfer of an old ledger on its way into ours. */
import type { HistoryLetter, ImportedTransfer } from './history.ts';
import type { ImportedStaff } from './staff.ts';
import type { RulesInForce } from '../../domain/time/deadlines.ts';

export interface ImportContext {
  readonly officeId: string;
  /** The office's own. */
  readonly areaCode: string;
  readonly importId: string;
  /** The second person, once somebody has confirmed what the file would end or pay. */
  readonly confirmedBy: string | undefined;
  readonly now: Date;
  /** The office day. */
  readonly today: string;
}

/** A transfer with the ids under which it is written. */
export interface Placed extends ImportedTransfer {
  readonly transferId: string;
  readonly caseId: string;
  readonly ruleVersion: string;
  readonly rules: RulesInForce;
  readonly stewardId: string;
  readonly staff: ImportedStaff;
  readonly at: (day: string) => Date;
  readonly letterIds: ReadonlyMap<HistoryLetter, string>;
  readonly context: ImportContext;
}

/** What its way through the procedure is written from. */
export type Walked = Pick<
  Placed,
  'transferId' | 'procedure' | 'history' | 'acceptedOn' | 'steward' | 'staff' | 'at' | 'ruleVersion' | 'rules'
> & { readonly context: Pick<ImportContext, 'officeId' | 'now'> };

/** Noon, so that no zone makes another day of it; never later than now on the day itself. */
export const dayToInstant =
  ({ now, today }: Pick<ImportContext, 'now' | 'today'>) =>
  (day: string): Date => {
    const noon = new Date(`${day}T12:00:00+08:00`);
    return day === today && noon > now ? now : noon;
  };
