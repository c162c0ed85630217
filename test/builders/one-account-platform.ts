/** What one account says of the national platform: what is in transit there, and what a difference was. */
import { ledgerInRow } from './ledgers.ts';
import { PLATFORM_ROW } from './marked-rows.ts';
import { brings, type Try } from './one-account.ts';

export const PLATFORM_OPERATIONS: Readonly<Record<string, ['work', Try]>> = {
  // Held against the ledger; a clock that would begin so early that it is over waits for a second person.
  'importFile:platformInTransit': [
    'work',
    (alone) => {
      const { 姓名, 公民身份号码 } = ledgerInRow(9);
      return brings(alone, 'platformInTransit', [{ ...PLATFORM_ROW, 姓名: 姓名!, 公民身份号码: 公民身份号码! }]);
    },
  ],
  settlePlatformDifference: [
    'work',
    async ({ me }) => {
      const { items = [] } = (await me.get('/platform-differences')).body as { items?: { id: string }[] };
      return Promise.all(items.map(({ id }) => me.post(`/platform-differences/${id}/settling`, { note: '已核实' })));
    },
  ],
};
