/** Name, telephone, hours and notices of the office: they stand on every message that it sends. */
import { differences, type Scalar } from '../../../domain/approvals.ts';
import { refuseDefects } from '../../../domain/errors.ts';
import { officeDefects, type OfficeDetails } from '../../../domain/office-details.ts';
import { mayDo } from '../../../domain/staff/permissions.ts';
import type { Tx } from '../../connection/connection.ts';
import { putOfficeDetails, readOfficeDetails } from '../../office/office-details.ts';
import { tellAccess, type ByWhom } from '../access.ts';
import type { ApprovalKind } from '../kind.ts';

export const officeDetails: ApprovalKind<OfficeDetails> = {
  name: 'officeDetails',
  workingDays: 5,
  mayPropose: (roles) => mayDo(roles, 'changeSettings'),
  mayConfirm: (roles) => mayDo(roles, 'changeSettings'),

  async look({ tx, officeId }, details) {
    const seen = inWords(await readOfficeDetails(tx, officeId));
    return {
      // All of them are put together.
      subject: 'all',
      transferId: null,
      seen,
      changes: differences(seen, inWords(details)),
      barred: [],
    };
  },

  async take({ tx, officeId, proposedBy, confirmedBy }, details) {
    await changeOfficeDetails(tx, details, { officeId, byStaffId: proposedBy, confirmedBy });
    return undefined;
  },
};

/** @throws Refusal invalid */
export async function changeOfficeDetails(tx: Tx, details: OfficeDetails, by: ByWhom): Promise<void> {
  refuseDefects(officeDefects(details));
  await putOfficeDetails(tx, by.officeId, details);
  await tellAccess(tx, 'officeChanged', by, { ...details });
}

const inWords = ({ name, telephone, smsPrefixes, ...rest }: OfficeDetails): Record<string, Scalar> => ({
  officeName: name,
  officeTelephone: telephone,
  ...rest,
  smsPrefixes: smsPrefixes.join(', '),
});
