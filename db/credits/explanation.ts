/** Why a credit was judged as it was, as a person reads it: each case with its transfer. */
import { sql } from 'kysely';
import { CREDIT_KEYS, CREDIT_REASONS, type CreditExplanation } from '../../domain/money/credit-explanation.ts';
import type { Db } from '../connection/connection.ts';

interface Explained {
  readonly office_id: string;
  /** As it is kept. */
  readonly explanation: unknown;
}

/** A credit of the first releases says nothing of it; what a later release says, this one has no words for. */
function kept(explanation: unknown): CreditExplanation {
  const { key, reasons = [], cases = [], hints = [], ...rest } = explanation as Partial<CreditExplanation>;
  return {
    ...rest,
    key: CREDIT_KEYS.find((known) => known === key) ?? 'none',
    reasons: reasons.filter((reason) => CREDIT_REASONS.includes(reason)),
    cases,
    hints,
  };
}

/** Reads the transfers of all of them at once. */
export async function tellerOf(db: Db, credits: readonly Explained[]) {
  const caseNos = credits.flatMap(({ explanation }) => [...kept(explanation).cases, ...kept(explanation).hints]);
  const transfers = await transfersOf(db, credits[0]?.office_id ?? '', [...new Set(caseNos)]);
  const named = (caseNo: string) => ({ caseNo, transferId: transfers.get(caseNo) ?? null });
  return (explanation: unknown) => {
    const { key, reasons, cases, hints, differenceFen } = kept(explanation);
    return {
      key,
      reasons: [...reasons],
      cases: cases.map(named),
      hints: hints.map(named),
      differenceFen: differenceFen ?? null,
    };
  };
}

/** Of the transfers of one case that which still waits, else the last. */
async function transfersOf(db: Db, officeId: string, caseNos: readonly string[]): Promise<Map<string, string>> {
  if (caseNos.length === 0) return new Map();
  const { rows } = await sql<{ case_no: string; id: string }>`
    select distinct on (case_no) case_no, transfers.id
    from cases join transfers on transfers.case_id = cases.id
    where cases.office_id = ${officeId} and case_no = any(${[...caseNos]}::text[])
    order by case_no, transfers.direction, closed_at is not null, accepted_at desc, transfers.id`.execute(db);
  return new Map(rows.map(({ case_no: caseNo, id }) => [caseNo, id]));
}
