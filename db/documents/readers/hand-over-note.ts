/** A note for who takes a transfer over (交接说明), with where the transfer stands, as a sheet that both sign. */
import type { HandOverNoteData } from '../../../documents/kinds/hand-over-note.ts';
import { Refusal } from '../../../domain/errors.ts';
import { proceduresOf } from '../../connection/procedures.ts';
import { findNote, listNotesOf } from '../../reading/hand-over-notes.ts';
import { readOpenStep } from '../../reading/transfer-rows.ts';
import { numberOfTransfer } from '../numbers.ts';
import type { DocumentReader, Reading } from '../reading.ts';
import { readCaseFacts, type CaseFacts } from './case-facts.ts';

/** The subject is the note; without one it is the last. @throws Refusal not-found; not-due (no note was written) */
export const readHandOverNote: DocumentReader<HandOverNoteData> = async (reading) => {
  const facts = await readCaseFacts(reading);
  const note = await noteOf(reading, facts.transferId);
  return {
    number: await numberOfTransfer(reading.tx, { transferId: facts.transferId, kind: 'handOverNote', letters: 'JJ' }),
    data: {
      caseNo: facts.caseNo,
      typeName: facts.typeName,
      personName: facts.person.name,
      counterpartName: facts.counterpart.name,
      stewardName: facts.steward.name,
      open: await openOf(reading, facts),
      text: note.text,
      writtenBy: { name: note.by.displayName, post: note.by.post },
      writtenAt: note.writtenAt,
      readBy: note.readBy && { name: note.readBy.displayName, post: note.readBy.post },
      readAt: note.readAt,
    },
  };
};

async function noteOf({ tx, keyring, staffId, subjectId }: Reading, transferId: string) {
  if (subjectId === null) {
    const [last] = await listNotesOf(tx, keyring, transferId, staffId);
    if (!last) throw new Refusal('not-due', 'Nobody has written a note for who takes this transfer over.');
    return last;
  }
  const note = await findNote(tx, keyring, subjectId, staffId);
  if (note?.transferId !== transferId) throw new Refusal('not-found', 'There is no such note.');
  return note;
}

async function openOf({ tx }: Reading, { transferId, procedure }: CaseFacts) {
  const open = await readOpenStep(tx, transferId);
  if (!open) return null;
  const words = proceduresOf(tx).find(procedure)?.words['zh-CN'];
  return { stepName: words?.steps[open.step] ?? open.step, dueOn: open.dueOn, ownerName: open.owner.displayName };
}
