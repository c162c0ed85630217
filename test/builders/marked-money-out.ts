/** A remittance with a marked value in each of its texts: its payee, and what is said when it is planned, funded and let go. */
import { expect } from 'vitest';
import { aKey, type Answer, type Caller, type TestApi } from '../support/api.ts';
import { aMobile, type Body } from './marked.ts';
import { isDebited } from './remittances.ts';

interface Writing {
  readonly api: TestApi;
  readonly one: Caller;
  readonly writes: (operation: string, body: Body, send: (body: Body) => Promise<Answer>) => Promise<Answer>;
  readonly written: Map<string, string>;
  readonly takesTwo: (proposed: Promise<Answer>, note: string) => Promise<void>;
}

export async function moneyGoesOut(
  transferId: string,
  { api, one, writes, written, takesTwo }: Writing,
): Promise<void> {
  const payeeAccount = `62${aMobile()}`;
  const plan = { transferId, payeeAccount, amountFen: 100 };
  const planned = await writes('planRemittance', plan, (body) => one.post('/remittances', body, aKey()));
  written.set('planRemittance payeeAccount', payeeAccount);
  const { id } = planned.body as { id: string };
  for (const kind of ['applied', 'funded'])
    await writes('recordRemittanceFact', { kind }, (body) => one.post(`/remittances/${id}/facts`, body, aKey()));
  const release = writes('releaseRemittance', {}, (body) => one.post(`/remittances/${id}/release`, body, aKey()));
  await takesTwo(release, 'releaseRemittance note');
  const otherwise = { amountFen: 100, payerAccount: '999', account: '' };
  const { entryId } = await isDebited(api.db, api.office, id, otherwise);
  const joins = writes('joinDebit', { entryId }, (body) => one.post(`/remittances/${id}/debit`, body, aKey()));
  await takesTwo(joins, 'joinDebit note');
  const { items } = (await one.get(`/remittances?id=${id}`)).body;
  expect(items[0]).toMatchObject({ payeeName: written.get('planRemittance payeeName'), payeeAccount });
}
