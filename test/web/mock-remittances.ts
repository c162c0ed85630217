/** Money out in the office that answers in the console's tests: one that lies with the finance bureau, one that bounced. */
import type { components } from '../../api/contract.generated.ts';
import { FINANCE } from './mock-money.ts';
import { id, TRANSFER_ID } from './mock-office.ts';

type Schemas = components['schemas'];

const appliedFor: Schemas['Remittance'] = {
  id: id(90),
  reference: 'HK20260600001',
  transferId: TRANSFER_ID,
  caseNo: 'IN20260600001',
  creditPartId: null,
  replacesId: null,
  replacedById: null,
  counterpart: { areaCode: '310000', name: '样例市社会保险中心' },
  payeeName: '样例市社会保险中心',
  payeeAccount: '0200000000000000000',
  payeeBank: null,
  ourAccount: '',
  amountFen: 34_206_44,
  accountFen: 13_806_44,
  pooledFen: 20_400_00,
  otherFen: 0,
  fundsMonth: '2026-06',
  fundedMonth: null,
  ofAnotherMonth: false,
  source: 'fiscalAccount',
  state: 'appliedFor',
  place: 'fiscalAccount',
  ball: 'financeBureau',
  owner: FINANCE,
  since: '2026-06-03T02:00:00Z',
  dueOn: '2026-06-05',
  overdue: true,
  plannedAt: '2026-06-02T02:00:00Z',
  releaseApprovalId: null,
  debitEntryId: null,
  bounceEntryId: null,
  moves: [],
};
const bounced: Schemas['Remittance'] = {
  ...appliedFor,
  id: id(91),
  reference: 'HK20260600002',
  state: 'bounced',
  place: 'expenditureAccount',
  ball: 'own',
  fundedMonth: '2026-06',
  overdue: false,
  bounceEntryId: id(92),
};

/** A debit of it would be the bank's word. */
export const sentOut: Schemas['Remittance'] = {
  ...appliedFor,
  id: id(93),
  reference: 'HK20260600003',
  state: 'sent',
  place: 'inTransit',
  ball: 'bank',
  fundedMonth: '2026-06',
  overdue: false,
};

export const remittances = (query: URLSearchParams): Schemas['RemittancePage'] => {
  const [state, fen] = [query.get('state'), query.get('amountFen')];
  const items = [appliedFor, bounced].filter(
    (one) => (state === null || one.state === state) && (fen === null || one.amountFen === Number(fen)),
  );
  return { items, next: null };
};
