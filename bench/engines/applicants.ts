/** People who apply: invented, each with a number of its own. */
import { checkDigitOf } from '../../domain/persons/resident-id.ts';
import type { ApiClient } from './api-client.ts';

/** It takes letters by the platform, so that no fact needs a number of its own. */
const COUNTERPART = '330100';

/** The body of POST /transfers; `no` below 2.7 million. */
export function applicationOf(no: number) {
  const born = `19${pad(60 + (Math.floor(no / 27_000) % 40), 2)}${pad(1 + (Math.floor(no / 1_080_000) % 12), 2)}${pad(1 + (Math.floor(no / 1_000) % 27), 2)}`;
  const first17 = `110102${born}${pad(no % 1_000, 3)}`;
  return {
    person: { name: '样例甲', idNumber: first17 + checkDigitOf(first17), mobile: `139${pad(no, 8)}` },
    counterpartAreaCode: COUNTERPART,
    scheme: 'enterprise',
    localHukou: true,
    approvedMove: false,
    insuredHere: true,
    drawsPension: false,
  };
}

/** The id of the transfer. @throws when it was refused */
export async function acceptOne(api: ApiClient, token: string, no: number): Promise<string> {
  const by = { token, key: `bench-accepted-${no}` };
  const { status, body } = await api.postUntilTaken('/transfers', applicationOf(no), by);
  // 200: it was accepted before, and the answer was lost.
  if (status !== 201 && status !== 200) throw new Error(`POST /transfers answered ${status}: ${JSON.stringify(body)}`);
  return (body as { transfer: { id: string } }).transfer.id;
}

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');
