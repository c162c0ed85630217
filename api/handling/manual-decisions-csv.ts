import type { ManualDecision } from '../../db/reading/manual-decisions.ts';
import { asCsv } from './csv.ts';

const COLUMNS = ['at', 'kind', 'about', 'caseNo', 'by', 'confirmedBy', 'reasonCode', 'amountFen'];

export const manualDecisionsCsv = (decisions: readonly ManualDecision[]): string =>
  asCsv(decisions.map(rowOf), COLUMNS);

const rowOf = ({ by, confirmedBy, ...one }: ManualDecision) => ({
  ...one,
  by: by.displayName,
  confirmedBy: confirmedBy?.displayName ?? '',
});
