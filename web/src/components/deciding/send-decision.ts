/** What a person has decided about money, sent; several cases one after the other, each recorded by itself. */
import { bodyOf, client } from '../../api/client.ts';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import { problemName, toProblem } from '../../api/problem.ts';
import { fenOf } from '../../format/fen.ts';
import { claimedFen, type ClaimLine, type DecisionValues, type Waiting } from './decision-values.ts';

export interface Sent {
  readonly action: DecisionValues['action'];
  /** Of what was claimed; null: nothing stays. */
  readonly restFen: number;
}

/** Of several cases those before it are recorded, it and those after it are not. */
export class ClaimStopped extends Error {
  readonly at: number;
  readonly reason: unknown;

  constructor(at: number, reason: unknown) {
    super('A case of several was refused.');
    this.at = at;
    this.reason = reason;
  }
}

interface Sending {
  readonly row: Waiting;
  readonly values: DecisionValues;
  readonly key: string;
  /** Something of the line at this place is to be kept: that it is recorded, or another key. */
  readonly onLine: (at: number, part: Partial<ClaimLine>) => void;
}

export async function sendDecision(sending: Sending): Promise<Sent> {
  const { values, row } = sending;
  const { action, lines = [] } = values;
  const restFen = row.part.amountFen - claimedFen(lines);
  if (action === 'claim') await claim(sending, lines);
  else if (action === 'return') await giveBack(sending);
  else {
    const amountFen = action === 'confirm' ? fenOf(values.yuan) : undefined;
    await match(sending, sending.key, { decision: action, ...(amountFen !== undefined && { amountFen }) });
  }
  return { action, restFen };
}

async function claim(sending: Sending, lines: readonly ClaimLine[]): Promise<void> {
  for (const [at, { transferId = '', yuan, done, key }] of lines.entries()) {
    if (done !== undefined) continue;
    const amountFen = fenOf(yuan) ?? 0;
    try {
      await match(sending, key ?? `${sending.key}-${String(at)}`, { decision: 'match', transferId, amountFen });
    } catch (error) {
      // Under the key of another thing it was not looked at.
      if (problemName(toProblem(error)) === 'idempotency-key-reused') sending.onLine(at, { key: newIdempotencyKey() });
      throw new ClaimStopped(at, error);
    }
    sending.onLine(at, { done: 'yes' });
  }
}

interface Match {
  readonly decision: 'confirm' | 'reject' | 'match';
  readonly transferId?: string;
  readonly amountFen?: number;
}

async function match({ row, values }: Sending, key: string, decided: Match) {
  const { note } = values;
  return bodyOf(
    await client.POST('/credits/{id}/matches', {
      params: { path: { id: row.credit.id }, header: { 'Idempotency-Key': key } },
      body: { partId: row.part.id, ...decided, ...(note?.trim() && { note }) },
    }),
  );
}

async function giveBack({ row, values: { reasonCode = '', note }, key }: Sending) {
  return bodyOf(
    await client.POST('/credits/{id}/return', {
      params: { path: { id: row.credit.id }, header: { 'Idempotency-Key': key } },
      body: { partId: row.part.id, reasonCode, ...(note?.trim() && { note }) },
    }),
  );
}
