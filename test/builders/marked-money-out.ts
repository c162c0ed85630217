/** A remittance with a marked value in each of its texts: its payee, and what is said when it is planned, funded and let go. */
import { expect } from 'vitest';
import { aKey, type Answer, type Caller } from '../support/api.ts';
import { aMobile, type Body } from './marked.ts';

interface Writing {
  readonly one: Caller;
  readonly writes: (operation: string, body: Body, send: (body: Body) => Promise<Answer>) => Promise<Answer>;
  readonly written: Map<string, string>;
  readonly takesTwo: (proposed: Promise<Answer>, note: string) => Promise<void>;
  /** The bank's debit of it, worded otherwise. @returns its id */
  readonly debited: (remittanceId: string) => Promise<string>;
}

export async function moneyGoesOut(
  transferId: string,
  { one, writes, written, takesTwo, debited }: Writing,
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
  const entryId = await debited(id);
  const joins = writes('joinDebit', { entryId }, (body) => one.post(`/remittances/${id}/debit`, body, aKey()));
  await takesTwo(joins, 'joinDebit note');
  const { items } = (await one.get(`/remittances?id=${id}`)).body;
  expect(items[0]).toMatchObject({ payeeName: written.get('planRemittance payeeName'), payeeAccount });
}
