/** Money of an exercise comes as all money does: on a statement of the bank. */
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { sendFile } from '../outside/file-upload.ts';
import { statementCsv } from '../story/bank-files.ts';
import { anotherOf, type Errand } from './bring.ts';

export interface Payment {
  /** The bank's number of it, never used twice. */
  readonly serial: string;
  readonly amountFen: number;
  readonly payer: string;
  readonly memo: string;
}

/** @returns the id of the credit */
export async function pay(errand: Errand, payment: Payment): Promise<string> {
  const { api } = errand;
  const { officeNow } = await api.ask(() => api.client.GET('/clock'));
  const bookedOn = dateOf(Date.parse(officeNow));
  const { id } = anotherOf(errand, 'finance');
  const content = statementCsv([{ ...payment, bookedOn }]);
  await sendFile(api, id, { kind: 'bankStatement', name: `practice-${payment.serial}.csv`, content });
  const { items } = await api.sure(id, (headers) =>
    api.client.GET('/credits', { headers, params: { query: { serial: payment.serial } } }),
  );
  const credit = items[0];
  if (!credit) throw new Error(`the bank's statement brought no credit ${payment.serial}`);
  return credit.id;
}
