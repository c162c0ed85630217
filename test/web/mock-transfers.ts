/** Transfers beside that of the employee: of a made-up procedure, of one that the answer lacks, and one that was withdrawn. */
import type { components } from '../../api/contract.generated.ts';
import { madeUp } from './made-up-procedure.ts';
import * as office from './mock-office.ts';

type Schemas = components['schemas'];

export interface MockTransfer {
  readonly detail: Schemas['TransferDetail'];
  readonly progress: Schemas['Progress'];
}

export const MADE_UP_ID = office.id(201);
export const UNKNOWN_ID = office.id(202);
export const WITHDRAWN_ID = office.id(203);

function transfer(
  id: string,
  progress: Pick<Schemas['Progress'], 'procedure' | 'steps' | 'next'> & Partial<Schemas['Progress']>,
  allowedFacts: Schemas['FactKind'][],
): MockTransfer {
  const { closedAt = null, closing = null, procedure, steps } = progress;
  const caseNo = `EX2026060${id.slice(-4)}`;
  const open = steps.findLast((view) => view.closedAt === null);
  const holder = open ? { staff: open.owner, since: open.openedAt, as: 'stepOwner' as const } : null;
  const openStep = open ? office.openStep(open) : null;
  return {
    detail: { ...office.detail, id, caseNo, procedure, openStep, closedAt, closing, allowedFacts },
    progress: { transferId: id, caseNo, holder, deputy: null, closedAt, closing, ...progress },
  };
}

const { REVIEWED, LETTER_WAITS } = office;

export const mockTransfers: readonly MockTransfer[] = [
  transfer(
    MADE_UP_ID,
    {
      procedure: madeUp.key,
      steps: [
        { ...REVIEWED, step: 'check', outcome: 'complete' },
        { ...LETTER_WAITS, step: 'opinion' },
      ],
      next: 'dispatch',
    },
    ['letterSent', 'decided', 'held', 'corrected'],
  ),
  transfer(
    UNKNOWN_ID,
    {
      procedure: 'in/newer/2099-1',
      steps: [
        { ...REVIEWED, outcome: 'neverHeardOf' },
        { ...LETTER_WAITS, step: 'somethingNew' },
      ],
      next: null,
    },
    ['letterReturned', 'withdrawn', 'counterpartContacted', 'corrected'],
  ),
  transfer(
    WITHDRAWN_ID,
    {
      procedure: office.detail.procedure,
      steps: [REVIEWED, { ...LETTER_WAITS, closedAt: '2026-06-08T02:30:00Z', outcome: 'withdrawn' }],
      next: null,
      closedAt: '2026-06-08T02:30:00Z',
      closing: 'withdrawn',
    },
    ['corrected'],
  ),
];
