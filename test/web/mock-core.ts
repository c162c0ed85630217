/** What the core system said, without one: a year of contributions, a batch that was taken, a receipt that is missing. */
import type { components } from '../../api/contract.generated.ts';
import { CLERK, TRANSFER_ID } from './mock-office.ts';

type Schemas = components['schemas'];

export const contributions: Schemas['Contributions'] = {
  known: true,
  coreConnected: true,
  months: 12,
  rows: [
    {
      id: '00000000-0000-4000-8000-00000000c001',
      areaCode: '110102',
      fromMonth: '202301',
      toMonth: '202312',
      months: 12,
      nature: 'regular',
      baseFen: 1_000_000,
      employerFen: 1_920_000,
      personalFen: 960_000,
      creditedFen: 960_000,
      interestFen: 20_644,
      paidOn: null,
      paper: null,
      source: 'core',
      recordedAt: '2026-06-01T02:00:00Z',
    },
  ],
  form: null,
  notTransferable: [
    { paidOn: '2021-05-06', months: 36, paidFen: 8_640_000, creditedFen: 2_880_000, reasons: ['paperMissing'] },
  ],
  findings: [],
};

export const traffic: Schemas['CoreTraffic'] = {
  sent: [
    {
      batchNumber: 'HX20260600001',
      state: 'sent',
      madeAt: '2026-06-01T02:00:00Z',
      amountFen: 3_420_644,
      infoFormId: '00000000-0000-4000-8000-00000000c002',
    },
  ],
  receipts: [],
  proved: false,
};

export const batches: Schemas['CoreBatches'] = {
  items: [
    {
      id: '00000000-0000-4000-8000-00000000c003',
      number: 'HX20260600001',
      state: 'sent',
      reason: '',
      forms: 1,
      amountFen: 3_420_644,
      madeBy: CLERK,
      madeAt: '2026-06-01T02:00:00Z',
    },
  ],
  waiting: 2,
  coreConnected: true,
};

export const differences: Schemas['CoreDifferences'] = {
  items: [
    {
      id: '00000000-0000-4000-8000-00000000c004',
      kind: 'receiptMissing',
      transferId: TRANSFER_ID,
      caseNo: 'IN20260600001',
      about: { batchNumber: 'HX20260600001', amountFen: 3_420_644 },
      owner: CLERK,
      firstSeenOn: '2026-06-08',
      seenOn: '2026-06-09',
    },
  ],
  next: null,
};
