/** A one-time password for somebody else: who confirms sees it once, who proposed it never. */
import { randomBytes } from 'node:crypto';
import { Refusal } from '../../../domain/errors.ts';
import { mayDo } from '../../../domain/staff/permissions.ts';
import { giveOneTimePassword } from '../access.ts';
import { readStaff } from '../../office/staff.ts';
import type { ApprovalKind } from '../kind.ts';

export const newOneTimePassword = (): string => randomBytes(12).toString('base64url');

export const passwordReset: ApprovalKind<{ readonly staffId: string }> = {
  name: 'resetPassword',
  workingDays: 1,
  mayPropose: (roles) => mayDo(roles, 'changeStaff'),
  mayConfirm: (roles) => mayDo(roles, 'changeStaff'),

  async look({ tx, officeId, proposedBy }, { staffId }) {
    const { active } = await readStaff(tx, officeId, staffId);
    if (staffId === proposedBy) throw new Refusal('forbidden', 'Change your own password: PUT /me/password.');
    return {
      subject: staffId,
      transferId: null,
      seen: { active },
      changes: [{ field: 'staff', was: null, becomes: staffId }],
      barred: [staffId],
    };
  },

  async take({ tx, officeId, hashPassword, proposedBy, confirmedBy }, { staffId }) {
    const password = newOneTimePassword();
    const passwordHash = await hashPassword(password);
    await giveOneTimePassword(tx, { staffId, passwordHash }, { officeId, byStaffId: proposedBy, confirmedBy });
    return { password };
  },
};
