/** Files that go out without a ledger: one made, one under way, one waiting, two that are none. */
import type { components } from '../../api/contract.generated.ts';

type Export = components['schemas']['Export'];

const base: Export = {
  id: '7c2f1d52-3c1f-4f6a-9a53-0f6c0a3f1e01',
  what: 'ledgerIn',
  format: 'xlsx',
  filter: {},
  state: 'done',
  failure: null,
  rows: 330,
  rowsTotal: 330,
  bytes: 52_000,
  fileName: '转入台账-2026-06-08.xlsx',
  askedAt: '2026-06-08T02:00:00Z',
  finishedAt: '2026-06-08T02:00:03Z',
  keptUntil: '2026-06-11T02:00:03Z',
};
const underWay = { rowsTotal: null, bytes: 0, finishedAt: null, keptUntil: null };

export const exported: { items: Export[] } = {
  items: [
    { ...base, ...underWay, id: `${base.id.slice(0, -1)}2`, state: 'running', rows: 4000, rowsTotal: 10_000 },
    { ...base, ...underWay, id: `${base.id.slice(0, -1)}3`, state: 'waiting', rows: 0 },
    base,
    { ...base, ...underWay, id: `${base.id.slice(0, -1)}4`, state: 'failed', failure: 'roleEnded', rows: 0 },
    {
      ...base,
      id: `${base.id.slice(0, -1)}5`,
      state: 'expired',
      format: 'csvGb18030',
      fileName: '业务清单-2026-06-01.csv',
    },
  ],
};
