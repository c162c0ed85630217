/** For which reason something went back, and what whoever decided so has added. */
import type { FactKind } from '../../../domain/facts/facts.ts';
import { readEvent } from '../../reading/history.ts';
import type { Reading } from '../reading.ts';

export interface Why {
  readonly words: string;
  readonly ground: string;
  readonly note: string;
}

/** Of the last fact of the kind; null: there is none. */
export async function whyOf(
  { tx, keyring }: Pick<Reading, 'tx' | 'keyring'>,
  transferId: string,
  kind: FactKind,
): Promise<Why | null> {
  const row = await tx
    .selectFrom('events as e')
    .leftJoin('reason_codes as reason', 'reason.code', 'e.reason_code')
    .select(['e.seq', 'reason.zh', 'reason.ground'])
    .where('e.transfer_id', '=', transferId)
    .where('e.kind', '=', kind)
    .orderBy('e.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { payload } = await readEvent(tx, keyring, transferId, row.seq);
  const note = typeof payload.note === 'string' ? payload.note : '';
  return { words: row.zh ?? '', ground: row.ground ?? '', note };
}
