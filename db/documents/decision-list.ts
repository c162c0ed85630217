/** What people decided by hand in a period, in words. */
import { DECISION_WORDS, REVEAL_WORDS } from '../../domain/official-words/decisions.ts';
import type { DecisionLine, ManualDecisionsData } from '../../documents/kinds/manual-decisions.ts';
import type { RevealReason } from '../../domain/persons/reveal-reasons.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db } from '../connection/connection.ts';
import { listManualDecisions, type DecisionFilter, type ManualDecision } from '../reading/manual-decisions.ts';

/** As they were decided, one after the other. */
export async function readDecisionList(db: Db, filter: DecisionFilter): Promise<ManualDecisionsData> {
  const { items } = await listManualDecisions(db, filter, {});
  const rows = await db.selectFrom('reason_codes').select(['code', 'zh']).execute();
  const reasons = new Map(rows.map(({ code, zh }) => [code, zh]));
  return { from: filter.from, to: filter.to, items: [...items].reverse().map((one) => lineOf(one, reasons)) };
}

const lineOf = (one: ManualDecision, reasons: ReadonlyMap<string, string>): DecisionLine => ({
  at: `${dateOf(new Date(one.at))} ${timeOf(one.at)}`,
  kind: DECISION_WORDS[one.kind],
  about: REVEAL_WORDS[one.about as RevealReason] ?? '',
  caseNo: one.caseNo ?? '',
  by: one.by.displayName,
  confirmedBy: one.confirmedBy?.displayName ?? '',
  reason: one.reasonCode === null ? '' : (reasons.get(one.reasonCode) ?? one.reasonCode),
  amountFen: one.amountFen,
});

/** In Asia/Shanghai, which has no summer time. */
const timeOf = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16);
