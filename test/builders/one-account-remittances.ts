/** What one account does of money that leaves: planned, applied for and funded alone; released by nobody alone. */
import { aKey, type Answer } from '../support/api.ts';
import { newCase, type Alone, type Try } from './one-account.ts';

const aRemittance = (transferId: string) => ({
  transferId,
  payeeName: '样例市社会保险中心',
  payeeAccount: '0200000000000000000',
  amountFen: 100_00,
});

async function fundedAlone(alone: Alone): Promise<Answer[]> {
  const planned = await alone.me.post('/remittances', aRemittance(await newCase(alone)), aKey());
  const { id } = planned.body as { id?: string };
  if (planned.status !== 201 || id === undefined) return [{ ...planned, body: {} }];
  const facts = [];
  for (const kind of ['applied', 'funded'])
    facts.push(await alone.me.post(`/remittances/${id}/facts`, { kind }, aKey()));
  return facts;
}

export const REMITTANCE_OPERATIONS: Readonly<Record<string, ['work' | 'twoPeople', Try]>> = {
  // A plan moves no fen; what it becomes alone ends before the release.
  planRemittance: [
    'work',
    (alone) => newCase(alone).then((transferId) => alone.me.post('/remittances', aRemittance(transferId), aKey())),
  ],
  recordRemittanceFact: ['work', fundedAlone],
  releaseRemittance: [
    'twoPeople',
    async (alone) => {
      const answers = await fundedAlone(alone);
      const { id } = (answers[0]?.body ?? {}) as { id?: string };
      if (id === undefined) return answers;
      const release = await alone.me.post(`/remittances/${id}/release`, {}, aKey());
      return [release, await alone.me.post(`/remittances/${id}/facts`, { kind: 'sent' }, aKey())];
    },
  ],
  joinDebit: [
    'twoPeople',
    ({ me, past: { paid } }) => me.post(`/remittances/${paid.remittanceId}/debit`, { entryId: paid.entryId }, aKey()),
  ],
};
