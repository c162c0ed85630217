/** An info form with bases that somebody has decided about, as it waits for its second person; it is kept sealed, for it says why. */
import { decidedBases } from '../../domain/forms/info-form-bases.ts';
import type { InfoFormDetail } from '../../domain/facts/new-fact.ts';
import { formatYuan } from '../../domain/money/money.ts';
import type { Tx } from '../connection/connection.ts';
import { standingOf } from './standing.ts';

export interface ProposedForm {
  readonly transferId: string;
  /** When it came, not when somebody agreed: the clocks of the law begin with it. */
  readonly occurredAt: string;
  readonly form: InfoFormDetail;
}

/** Locks nothing. @throws Refusal not-found */
export async function lookAtForm(tx: Tx, officeId: string, { transferId }: ProposedForm) {
  const { step, attempt, closed, form_id: formId, procedure } = await standingOf(tx, officeId, transferId);
  // Which step is open matters only in that a form may come too late for it.
  const settled = step !== null && procedure?.steps[step]?.clock === 'agreement';
  return { attempt, closed, formId, settled };
}

/** Which bases, and why: `200501–200512 – 定额缴费`. */
export const basesInWords = (form: InfoFormDetail): string =>
  decidedBases(form)
    .map(({ year, reason }) => {
      const span = year.fromMonth ? `${year.fromMonth}–${year.toMonth ?? ''}` : String(year.year ?? '');
      const base = (year.baseFen ?? null) === null ? '–' : formatYuan(year.baseFen!, { grouped: true });
      return `${span} ${base} ${reason}`;
    })
    .join('; ');
