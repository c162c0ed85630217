/** Roles of an account, or whether it is open: who gains a role does not confirm it. */
import { mayDo } from '../../../domain/staff/permissions.ts';
import type { Role } from '../../../domain/roles.ts';
import { changeAccess, refuseToxicRoles, type AccessChange } from '../access.ts';
import { readStaff } from '../../office/staff.ts';
import type { ApprovalKind } from '../kind.ts';

const listed = (roles: readonly Role[]): string => [...roles].sort().join(',');

export const staffAccess: ApprovalKind<AccessChange> = {
  name: 'staffAccess',
  workingDays: 5,
  mayPropose: (roles) => mayDo(roles, 'changeStaff'),
  mayConfirm: (roles) => mayDo(roles, 'changeStaff'),

  async look({ tx, officeId }, { staffId, roles, active }) {
    const account = await readStaff(tx, officeId, staffId);
    if (roles) refuseToxicRoles(roles);
    const gains = active === true || roles?.some((role) => !account.roles.includes(role)) === true;
    return {
      subject: staffId,
      transferId: null,
      seen: { roles: listed(account.roles), active: account.active },
      changes: [
        { field: 'staff', was: null, becomes: staffId },
        ...(roles ? [{ field: 'roles', was: listed(account.roles), becomes: listed(roles) }] : []),
        ...(active === undefined ? [] : [{ field: 'active', was: account.active, becomes: active }]),
      ],
      barred: gains ? [staffId] : [],
    };
  },

  async take({ tx, officeId, proposedBy, confirmedBy }, change) {
    await changeAccess(tx, change, { officeId, byStaffId: proposedBy, confirmedBy });
    return undefined;
  },
};
