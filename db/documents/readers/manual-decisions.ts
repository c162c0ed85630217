/** What people decided by hand in a period, in words. */
import { DECISION_WORDS, REVEAL_WORDS } from '../../../domain/documents/decision-words.ts';
import type { DecisionLine, ManualDecisionsData } from '../../../documents/kinds/manual-decisions.ts';
import { refuseDefects } from '../../../domain/errors.ts';
import type { RevealReason } from '../../../domain/persons/reveal-reasons.ts';
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import { listManualDecisions, type ManualDecision } from '../../reading/manual-decisions.ts';
import type { DocumentReader, Reading } from '../reading.ts';

export const readManualDecisions: DocumentReader<ManualDecisionsData> = async (reading) => {
  const { from, to } = periodOf(reading);
  const { items } = await listManualDecisions(reading.tx, { officeId: reading.officeId, from, to }, {});
  const reasons = await reasonsOf(reading);
  return {
    number: `GY${from.replaceAll('-', '')}-${to.replaceAll('-', '')}`,
    // As they were decided, one after the other.
    data: { from, to, items: [...items].reverse().map((one) => lineOf(one, reasons)) },
  };
};

function periodOf({ input: { from = '', to = '' } }: Reading): { from: string; to: string } {
  const missing = (field: string) => ({ field: `input.${field}`, code: 'missing', message: 'Of which days?' });
  refuseDefects([...(from === '' ? [missing('from')] : []), ...(to === '' ? [missing('to')] : [])]);
  if (from > to)
    refuseDefects([{ field: 'input.to', code: 'beforeFrom', message: 'The last day lies before the first.' }]);
  return { from, to };
}

async function reasonsOf({ tx }: Reading): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('reason_codes').select(['code', 'zh']).execute();
  return new Map(rows.map(({ code, zh }) => [code, zh]));
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
