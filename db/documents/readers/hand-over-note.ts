/** A note for who takes a transfer over (交接说明), with where the transfer stands, as a sheet that both sign. */
import { Refusal } from '../../../domain/errors.ts';
import type { Tx } from '../../connection/connection.ts';
import { proceduresOf } from '../../connection/procedures.ts';
import type { Keyring } from '../../connection/sealing.ts';
import { findNote } from '../../reading/hand-over-notes.ts';
import { readOpenStep } from '../../reading/transfer-rows.ts';
import { readCaseFacts, type OfTransfer } from './case-facts.ts';

/** @throws Refusal not-found */
export async function readHandOverNote(
  tx: Tx,
  keyring: Keyring,
  asked: OfTransfer & { readonly noteId: string; readonly viewerId: string },
) {
  const facts = await readCaseFacts(tx, keyring, asked);
  const note = await findNote(tx, keyring, asked.noteId, asked.viewerId);
  if (note?.transferId !== asked.transferId) throw new Refusal('not-found', 'There is no such note.');
  const open = await readOpenStep(tx, asked.transferId);
  const words = proceduresOf(tx).find(facts.procedure)?.words['zh-CN'];
  return {
    day: facts.today,
    caseNo: facts.caseNo,
    typeName: facts.typeName,
    personName: facts.person.name,
    counterpartName: facts.counterpart.name,
    stewardName: facts.steward.name,
    open: open && {
      stepName: words?.steps[open.step] ?? open.step,
      dueOn: open.dueOn,
      ownerName: open.owner.displayName,
    },
    text: note.text,
    writtenBy: { name: note.by.displayName, post: note.by.post },
    writtenAt: note.writtenAt,
    readBy: note.readBy && { name: note.readBy.displayName, post: note.readBy.post },
    readAt: note.readAt,
  };
}
export type HandOverNoteFacts = Awaited<ReturnType<typeof readHandOverNote>>;
