/** Letters of the office that answers in the console's tests: one under way and silent, one that came back. */
import type { components } from '../../api/contract.generated.ts';
import { id, LETTER_WAITS, openStep, row, TRANSFER_ID } from './mock-office.ts';

type Schemas = components['schemas'];

const { caseNo, counterpart } = row(0);
const underWay: Schemas['MailItem'] = {
  id: id(70),
  parked: false,
  transferId: TRANSFER_ID,
  caseNo,
  letterNo: `${caseNo}-1-1`,
  attempt: 1,
  envelope: 1,
  kind: 'liaison',
  channel: 'ems',
  waybill: '1234567890123',
  postedOn: '2026-06-01',
  state: 'underWay',
  stateSince: '2026-06-02T02:00:00Z',
  failureCode: null,
  silent: true,
  scans: [
    {
      scannedAt: '2026-06-02T02:00:00Z',
      code: '306',
      text: '',
      meaning: 'underWay',
      failureCode: null,
      source: 'file',
    },
  ],
  counterpart,
  openStep: openStep(LETTER_WAITS),
};
const cameBack: Schemas['MailItem'] = {
  ...underWay,
  id: id(71),
  waybill: '1234567890124',
  state: 'returned',
  failureCode: 'M01',
  silent: false,
};

export const letters = (query: URLSearchParams): Schemas['LetterPage'] => {
  const items = query.get('awaits') === 'resending' ? [cameBack] : [underWay];
  return { items, next: null, ...(query.has('awaits') && { count: items.length }) };
};
