/** Rows of a file that would end or pay open transfers: confirmed once, with their sums; then they go in one by one. */
import { Refusal } from '../../../domain/errors.ts';
import { mayDo } from '../../../domain/staff/permissions.ts';
import { readImport, releaseHeld } from '../../imported/files.ts';
import type { ApprovalKind } from '../kind.ts';

export const importRelease: ApprovalKind<{ readonly importId: string }> = {
  name: 'releaseImport',
  workingDays: 5,
  mayPropose: (roles) => mayDo(roles, 'importFiles'),
  // Somebody who knows the money and the cases: an administrator sees neither.
  mayConfirm: (roles) => mayDo(roles, 'decideCredit'),

  async look({ tx, officeId }, { importId }) {
    const found = await readImport(tx, officeId, importId);
    if (!found) throw new Refusal('not-found', 'There is no such import.');
    const { kind, state, heldRows, heldFen } = found;
    return {
      subject: importId,
      transferId: null,
      seen: { state, heldRows, heldFen },
      changes: [
        { field: 'importKind', was: null, becomes: kind },
        { field: 'heldRows', was: null, becomes: heldRows },
        { field: 'heldFen', was: null, becomes: heldFen },
      ],
      barred: [],
    };
  },

  async take({ tx, confirmedBy }, { importId }) {
    await releaseHeld(tx, importId, confirmedBy);
    return undefined;
  },
};
