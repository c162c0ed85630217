/** What people decide by hand, as the list of a period names it (人工干预清单). */
import { APPROVAL_KINDS } from './approvals.ts';

export const MANUAL_DECISION_KINDS = [
  ...APPROVAL_KINDS,
  'refusedProposal',
  'takenOver',
  'held',
  'resumed',
  'decidedAgainst',
  'sentBackToCounterpart',
  'closedWithoutTransfer',
  'fundsAgreed',
  'moneyDecided',
  'taskClosed',
  'contactChanged',
  'statusCodeRenewed',
  'applicationRefused',
  'absenceBegun',
  'absenceEnded',
  'revealed',
  'takenOutOfBox',
] as const;
export type ManualDecisionKind = (typeof MANUAL_DECISION_KINDS)[number];
