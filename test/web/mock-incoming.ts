/** The in-tray without an office behind it: a letter that opened its transfer, one of which nobody can say whom it is about, a dispute. */
import type { components } from '../../api/contract.generated.ts';
import { CLERK, id, LETTER_CLERK } from './mock-office.ts';

type Schemas = components['schemas'];

export const OUT_ID = id(401);
export const PARKED_ID = id(412);

const paper = (number: number, part: Partial<Schemas['Incoming']>): Schemas['Incoming'] => ({
  id: id(number),
  kind: 'letter',
  channel: 'ems',
  arrivedAt: '2026-06-05T01:30:00Z',
  recordedAt: '2026-06-05T02:10:00Z',
  by: LETTER_CLERK,
  sender: { areaCode: '310000', name: '上海市社会保险事业管理中心' },
  waybill: '1234567890123',
  letterNo: '沪社转2026-118',
  letterDated: '2026-06-01',
  personName: '样例转',
  idNumberMasked: '110***********0357',
  scanReference: null,
  note: null,
  state: 'opened',
  parkedFor: null,
  setAside: null,
  transferId: OUT_ID,
  caseNo: 'OT20260600001',
  sameAs: null,
  twoRegions: false,
  task: null,
  ...part,
});

export const letter = paper(411, {});
export const parked = paper(412, {
  letterNo: null,
  letterDated: null,
  waybill: null,
  personName: '样例糊',
  idNumberMasked: null,
  sender: { areaCode: null, name: '某地社保' },
  state: 'parked',
  parkedFor: 'sender',
  transferId: null,
  caseNo: null,
  task: { id: id(413), owner: LETTER_CLERK, dueOn: '2026-06-12' },
});
const dispute = paper(414, {
  kind: 'dispute',
  channel: 'platform',
  letterNo: 'OT20260600001',
  waybill: null,
  state: 'attached',
  task: { id: id(415), owner: CLERK, dueOn: '2026-06-12' },
});

export function incoming(query: URLSearchParams): { items: Schemas['Incoming'][]; next: null } {
  const [state, kind, transferId] = ['state', 'kind', 'transferId'].map((name) => query.get(name));
  const items = [letter, dispute, parked].filter(
    (one) =>
      (state === null || one.state === state) &&
      (kind === null || one.kind === kind) &&
      (transferId === null || one.transferId === transferId) &&
      (query.get('mine') === null || one.task?.owner.id === LETTER_CLERK.id),
  );
  return { items, next: null };
}
