/** The bank of the office that answers in the console's tests: one account with a gap, one that nobody named, two debits. */
import type { components } from '../../api/contract.generated.ts';
import { CLERK, id, TRANSFER_ID } from './mock-office.ts';

type Schemas = components['schemas'];

export const IMPORT_OF_STATEMENT = '0a51b3c5-0000-4000-8000-000000000002';
const FINANCE: Schemas['StaffRef'] = { ...CLERK, id: id(8), displayName: 'Finance 1' };

export const bankAccounts: Schemas['BankAccounts'] = {
  items: [
    { number: '622200001111', name: '收入户' },
    { number: '622200002222', name: '财政专户' },
  ],
};

const statement: Schemas['BankStatement'] = {
  id: 2,
  account: '622200001111',
  sequence: 2,
  fromOn: '2026-06-04',
  toOn: '2026-06-05',
  openingFen: 1_500_00,
  closingFen: 2_345_678_90,
  importId: IMPORT_OF_STATEMENT,
  takenInAt: '2026-06-08T01:00:00Z',
  break: {
    kind: 'days',
    beforeOn: '2026-06-01',
    beforeClosingFen: null,
    missingFrom: '2026-06-02',
    missingTo: '2026-06-03',
  },
};
const before = { ...statement, id: 1, sequence: 1, fromOn: '2026-06-01', toOn: '2026-06-01', break: null };
const foreign = { ...before, id: 3, account: '', closingFen: null };

export const statements = (query: URLSearchParams): { items: Schemas['BankStatement'][]; next: string | null } => ({
  items: query.get('lastOnly') === 'true' ? [foreign, statement] : [foreign, statement, before],
  next: null,
});

const taken = { creditId: id(40), serial: 'C-40', bookedOn: '2026-06-03', amountFen: 1_234_00 };
const task: Schemas['DebitTask'] = {
  id: id(50),
  transferId: TRANSFER_ID,
  caseNo: 'IN20260600001',
  owner: FINANCE,
  openedAt: '2026-06-05T02:00:00Z',
  dueOn: '2026-06-05',
  overdue: true,
  closedAt: null,
  closedBy: null,
};
const debit: Schemas['Debit'] = {
  id: id(60),
  account: '622200001111',
  serial: 'D-60',
  bookedOn: '2026-06-05',
  amountFen: 1_234_00,
  isReversal: true,
  otherSide: '样例省中心',
  memo: '冲正 养老转移',
  importId: IMPORT_OF_STATEMENT,
  receivedAt: '2026-06-05T02:00:00Z',
  state: 'open',
  found: 'reversed',
  remittanceId: null,
  takenBack: [{ ...taken, transferId: TRANSFER_ID, caseNo: 'IN20260600001' }],
  candidates: [],
  tasks: [task],
};
const decided: Schemas['Debit'] = {
  ...debit,
  id: id(61),
  serial: 'D-61',
  account: '',
  isReversal: false,
  state: 'decided',
  found: 'severalCandidates',
  takenBack: [],
  candidates: [taken, { ...taken, creditId: id(41), serial: 'C-41' }],
  tasks: [
    {
      ...task,
      id: id(51),
      overdue: false,
      transferId: null,
      caseNo: null,
      closedAt: '2026-06-08T01:00:00Z',
      closedBy: FINANCE,
    },
  ],
};

export const debits = (query: URLSearchParams): Schemas['DebitPage'] => {
  const state = query.get('state');
  return { items: [debit, decided].filter((one) => state === null || one.state === state), next: null };
};
