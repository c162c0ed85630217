/** Money that waits in the office that answers in the console's tests: one proposal that is short, one part that nobody can place. */
import type { components } from '../../api/contract.generated.ts';
import * as office from './mock-office.ts';

type Schemas = components['schemas'];

const { id } = office;
export const PROPOSED_PART = id(701);
export const SUSPENSE_PART = id(702);
const RETURNED_PART = id(703);
export const FINANCE: Schemas['StaffRef'] = { ...office.CLERK, id: id(8), displayName: 'Finance 1' };

const head = (number: number, more: Partial<Schemas['CreditHead']>): Schemas['CreditHead'] => ({
  id: id(number),
  serial: `C-${String(number)}`,
  bookedOn: '2026-06-03',
  amountFen: 1_000_00,
  payerName: '样例省中心',
  memo: '养老转移',
  verdict: 'suspense',
  explanation: { key: 'none', reasons: ['nobodyNamed'], cases: [], hints: [], differenceFen: null },
  receivedAt: '2026-06-03T02:00:00Z',
  ...more,
});
const part = (more: Partial<Schemas['CreditPart']>): Schemas['CreditPart'] => ({
  id: SUSPENSE_PART,
  amountFen: 1_000_00,
  state: 'suspense',
  transferId: null,
  caseNo: null,
  owner: FINANCE,
  since: '2026-06-03T02:00:00Z',
  reason: 'F04',
  ...more,
});

const caseOf = (number: number): Schemas['NamedCase'] => ({
  caseNo: office.row(number).caseNo,
  transferId: office.row(number).id,
});

const proposed: Schemas['WaitingMoney'] = {
  credit: head(601, {
    verdict: 'amountDiffers',
    amountFen: 995_00,
    bookedOn: '2026-05-29',
    explanation: {
      key: 'caseNumber',
      reasons: ['shortNotMarked', 'digitsSwapped'],
      cases: [caseOf(0)],
      hints: [],
      differenceFen: -5_00,
    },
  }),
  part: part({
    id: PROPOSED_PART,
    amountFen: 995_00,
    state: 'proposed',
    transferId: office.TRANSFER_ID,
    caseNo: office.row(0).caseNo,
    reason: 'F03',
  }),
  returning: null,
};
const suspense: Schemas['WaitingMoney'] = {
  credit: head(602, {
    explanation: {
      key: 'none',
      reasons: ['severalCandidates'],
      cases: [],
      hints: [caseOf(1), caseOf(2)],
      differenceFen: null,
    },
  }),
  part: part({}),
  returning: null,
};
const goesBack: Schemas['WaitingMoney'] = {
  credit: head(603, { bookedOn: '2026-06-05' }),
  part: part({ id: RETURNED_PART, owner: office.CLERK, reason: 'rejected' }),
  returning: {
    approvalId: id(710),
    proposedBy: FINANCE,
    proposedAt: '2026-06-08T01:00:00Z',
    until: '2026-06-15T01:00:00Z',
  },
};

export const waitingMoney = (query: URLSearchParams): Schemas['WaitingMoneyPage'] => {
  const fits = (name: string, of: (row: Schemas['WaitingMoney']) => string | null) => (row: Schemas['WaitingMoney']) =>
    !query.has(name) || of(row) === query.get(name);
  const items = [proposed, suspense, goesBack]
    .filter(fits('state', (row) => row.part.state))
    .filter(fits('partId', (row) => row.part.id))
    .filter(fits('ownerId', (row) => row.part.owner.id))
    .filter(fits('transferId', (row) => row.part.transferId));
  return { items, next: null };
};

/** Of a debit: one credit that may be it. */
export const credits = (): Schemas['CreditPage'] => ({
  items: [{ ...suspense.credit, id: id(40), serial: 'C-40', parts: [suspense.part] }],
  next: null,
});

/** A transfer that awaits 1,000 yuan and has nothing yet, as it is read before money is given to it. */
export const awaiting = (number: number): Schemas['TransferDetail'] => ({
  ...office.detail,
  ...office.row(number),
  money: [],
  infoForms: [
    {
      id: id(720),
      attempt: 1,
      formNo: 'F1',
      receivedOn: '2026-06-01',
      transferredOn: '2026-05-31',
      temporaryAccount: false,
      secondPersonId: null,
      state: 'received',
      flags: [],
      movable: null,
      years: [],
      totalFen: 1_000_00,
    } as unknown as Schemas['InfoForm'],
  ],
});

/** Two people have agreed that it goes back. */
export const sentBack: Schemas['Credit'] = {
  ...head(603, { bookedOn: '2026-06-05' }),
  parts: [part({ id: RETURNED_PART, state: 'returned' })],
};
