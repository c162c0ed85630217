/** What one account says to the core system and of it: evidence, and never the booking itself. */
import { aKey } from '../support/api.ts';
import { ledgerInRow } from './ledgers.ts';
import { brings, newCase, type Try } from './one-account.ts';

const CONTRIBUTION = {
  areaCode: '110102',
  fromMonth: '202301',
  toMonth: '202312',
  nature: 'regular',
  baseFen: 1_000_000,
  employerFen: 1_920_000,
  personalFen: 960_000,
  creditedFen: 960_000,
};

export const CORE_OPERATIONS: Readonly<Record<string, ['work', Try?]>> = {
  // What the core system says of an account moves no fen and no figure here: forms are still signed and sent by people.
  'importFile:contributions': [
    'work',
    (alone) => {
      const { 姓名, 公民身份号码 } = ledgerInRow(9);
      const row = { 公民身份号码: 公民身份号码!, 姓名: 姓名!, 缴费起始年月: '202301', 缴费终止年月: '202312' };
      return brings(alone, 'contributions', [
        { ...row, 缴费基数: '10000', 单位缴费: '19200', 个人缴费: '9600', 记入个人账户: '9600' },
      ]);
    },
  ],
  'importFile:coreReceipts': [
    'work',
    (alone) =>
      brings(alone, 'coreReceipts', [
        { 回执编号: 'BZ1', 业务编号: 'IN20260600009', 并账金额: '100.00', 并账日期: '2026-11-20' },
      ]),
  ],
  enterContributions: [
    'work',
    async (alone) => alone.me.post(`/transfers/${await newCase(alone)}/contributions`, { rows: [CONTRIBUTION] }),
  ],
  // The same rows, asked of another program.
  fetchContributions: ['work'],
  withdrawContribution: [
    'work',
    async (alone) => {
      const path = `/transfers/${await newCase(alone)}/contributions`;
      const { rows = [] } = (await alone.me.post(path, { rows: [CONTRIBUTION] })).body as { rows?: { id: string }[] };
      return Promise.all(rows.map(({ id }) => alone.me.post(`${path}/${id}/withdrawal`)));
    },
  ],
  // Evidence of a booking, and never the booking itself.
  sendCoreBatch: ['work', ({ me }) => me.post('/core/batches', { by: 'file' }, aKey())],
  recordCoreReceipt: [
    'work',
    ({ me }) =>
      me.post('/core/receipts', { serial: 'BZ2', answers: 'IN20260600009', amountFen: 1, bookedOn: '2026-11-20' }),
  ],
  compareWithCore: ['work', ({ me }) => me.post('/core/comparison')],
  settleCoreDifference: [
    'work',
    async ({ me }) => {
      const { items = [] } = (await me.get('/core/differences')).body as { items?: { id: string }[] };
      return Promise.all(items.map(({ id }) => me.post(`/core/differences/${id}/settlement`, { note: '已核实' })));
    },
  ],
};
