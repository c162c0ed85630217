/** A difference between our books and another program's is settled by a person: once, with a word on what it was, and told. */
import { Refusal } from '../../domain/errors.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { insertTexts, newText } from '../texts/sealed-texts.ts';
import { appendOfficeEvent } from './append-event.ts';

export interface Settlement {
  readonly officeId: string;
  readonly id: string;
  readonly byStaffId: string;
  readonly note: string;
}

interface Settled {
  /** Of the event. */
  readonly kind: 'coreDifferenceSettled' | 'platformDifferenceSettled';
  /** As its row stands under lock; undefined: there is none. */
  readonly known: { readonly isOver: boolean; readonly transferId: string | null } | undefined;
}

/**
 * The caller has locked the row, and writes it with the id of the note.
 * @throws Refusal not-found, already-decided
 */
export async function settleOnce(
  tx: Tx,
  keyring: Keyring,
  { officeId, id, byStaffId, note }: Settlement,
  { kind, known }: Settled,
  write: (noteId: string | null) => Promise<unknown>,
): Promise<void> {
  if (!known) throw new Refusal('not-found', 'There is no such difference.');
  if (known.isOver) throw new Refusal('already-decided', 'It is settled already, or gone.');
  const text = newText(keyring, { officeId, transferId: known.transferId }, note);
  await insertTexts(tx, [text]);
  await write(text?.id ?? null);
  await appendOfficeEvent(tx, { officeId, kind, byStaffId, payload: { differenceId: id } });
}
