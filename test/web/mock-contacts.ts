/** Talks with people without an office behind them: one solved, one that ended with a promise, and what is counted of both. */
import type { components } from '../../api/contract.generated.ts';
import { CLERK, id, LETTER_CLERK, TRANSFER_ID } from './mock-office.ts';

type Schemas = components['schemas'];

const words = (en: string, zh: string) => ({ en, 'zh-CN': zh, ko: zh, vi: en, fa: en });
export const topics: Schemas['ContactTopic'][] = [
  {
    topic: 'transferInProgress',
    service: 'transferIn',
    words: words('Transfer-in: progress', '转入：办理进度'),
    isNow: true,
  },
  {
    topic: 'contactDetails',
    service: 'service',
    words: words('Telephone, address, status code', '联系方式与查询码'),
    isNow: true,
  },
];

export const promise: Schemas['Promise'] = {
  id: id(701),
  contactId: id(702),
  channel: 'phone',
  dueAt: '2026-06-12T09:00:00Z',
  madeAt: '2026-06-05T02:00:00Z',
  keptAt: null,
  keptContactId: null,
  state: 'open',
  topic: 'transferInProgress',
  personName: '样例甲',
  personOf: TRANSFER_ID,
  transferId: TRANSFER_ID,
  caseNo: 'IN20260600001',
  phoneMasked: '*******0000',
  phone: null,
  text: '周五前回电',
  owner: LETTER_CLERK,
};

export const contact = (number: number, part: Partial<Schemas['Contact']> = {}): Schemas['Contact'] => ({
  id: id(number),
  channel: 'window',
  direction: 'in',
  party: 'person',
  personName: '样例甲',
  employer: null,
  personOf: TRANSFER_ID,
  transferId: TRANSFER_ID,
  caseNo: 'IN20260600001',
  topic: 'transferInProgress',
  consultation: true,
  toldPersonal: false,
  identity: 'notChecked',
  outcome: 'solvedAtOnce',
  occurredAt: '2026-06-05T01:30:00Z',
  recordedAt: '2026-06-05T01:31:00Z',
  by: CLERK,
  text: '问办理进度',
  promise: null,
  ...part,
});

export const contacts = {
  items: [contact(702, { outcome: 'promised', channel: 'phone', text: '', promise }), contact(703)],
  next: null,
};
export const promises = { items: [promise], next: null };

const counted = { contacts: 2, consultations: 2, business: 0, toSolve: 2, solvedAtOnce: 1 };
export const contactFigures = (from: string, to: string): Schemas['ContactFigures'] => ({
  from,
  to,
  total: counted,
  topics: [{ topic: 'transferInProgress', ...counted }],
  months: [{ month: from.slice(0, 7), ...counted }],
  promises: { open: 1, kept: 0, broken: 0 },
});
