/** A person of the mock office, and what is found of them. */
import type { components } from '../../api/contract.generated.ts';
import { application } from './mock-application.ts';
import * as office from './mock-office.ts';
import { WITHDRAWN_ID } from './mock-transfers.ts';

type Schemas = components['schemas'];

export const inFull: Schemas['PersonInFull'] = {
  idNumber: '110102199912310357',
  mobile: '13900000000',
  born: '1999-12-31',
  oldIdNumber: null,
  agentTelephone: '13900006147',
  employerTelephone: null,
};

const open = office.row(0);
const closed = office.row(1, {
  id: WITHDRAWN_ID,
  acceptedAt: '2025-03-03T01:10:00Z',
  openStep: null,
  closedAt: '2025-04-08T02:30:00Z',
  closing: 'withdrawn',
});
const progress: Schemas['Progress'] = {
  transferId: open.id,
  caseNo: open.caseNo,
  procedure: open.procedure,
  holder: { staff: office.LETTER_CLERK, since: '2026-06-03T01:00:00Z', as: 'stepOwner' },
  deputy: null,
  steps: [office.REVIEWED, office.LETTER_WAITS],
  next: 'delivery',
  closedAt: null,
  closing: null,
};

/** Of a colleague's work: masked. */
export const person: Schemas['Person'] = {
  name: '样例甲',
  idNumberMasked: '110***********0357',
  mobileMasked: '*******0000',
  sex: 'male',
  passportOf: null,
  address: '样例路1号',
  inFull: null,
  changes: [],
  earlier: [{ field: 'mobile', was: '*******7777', until: '2026-06-02T01:10:00Z' }],
  transfers: [
    {
      transfer: open,
      progress,
      statusCode: office.detail.statusCode,
      slip: office.slip,
      employer: '样例公司',
      application,
      tasks: [
        {
          id: office.id(801),
          kind: 'tellPerson',
          transferId: open.id,
          caseNo: open.caseNo,
          reasonCode: 'L07',
          owner: office.CLERK,
          about: {},
          openedAt: '2026-06-03T01:10:00Z',
          dueOn: '2026-06-12',
          overdue: false,
          closedAt: null,
        },
      ],
      notices: office.detail.notices,
    },
    {
      transfer: closed,
      progress: {
        ...progress,
        transferId: closed.id,
        caseNo: closed.caseNo,
        holder: null,
        steps: [office.REVIEWED],
        next: null,
        closedAt: closed.closedAt,
        closing: 'withdrawn',
      },
      statusCode: 'K7QF-2M9X-PTR5',
      slip: null,
      employer: null,
      application: null,
      tasks: [],
      notices: [
        {
          id: office.id(901),
          kind: 'acceptance',
          recipient: 'person',
          channel: 'sms',
          state: 'failed',
          notBefore: '2025-03-03T01:10:00Z',
          sentAt: '2025-03-03T01:11:00Z',
          settledAt: '2025-03-03T01:12:00Z',
          failure: '空号',
        },
      ],
    },
  ],
};

const found = (by: Schemas['FoundBy'][], items: Schemas['TransferRow'][]): Schemas['Found']['persons'][number] => ({
  name: '样例甲',
  idNumberMasked: person.idNumberMasked,
  mobileMasked: person.mobileMasked,
  transferIds: items.map(({ id }) => id),
  by,
});

/** A whole case number names one transfer; four digits fit two persons. */
export function search(any: string): Schemas['Found'] {
  if (any === open.caseNo) return { items: [open], next: null, persons: [found(['caseNo'], [open])] };
  if (any !== '0357') return { items: [], next: null, persons: [] };
  const third = office.row(2, { personName: '样例乙' });
  const other = { ...found(['phoneLastFour'], [third]), name: '样例乙', mobileMasked: '*******0357' };
  return { items: [open, closed, third], next: null, persons: [found(['idLastFour'], [open, closed]), other] };
}

export const myWork: Schemas['MyWork'] = {
  steps: { open: 15, overdue: 2, held: 0, sentBack: 1 },
  stewarded: 4,
  tasks: { open: 3, overdue: 1 },
  toConfirm: 2,
  handOverNotes: 1,
  sentBack: [{ transferId: office.id(101), step: 'delivery', outcome: 'returned', reasonCode: 'M01' }],
};
