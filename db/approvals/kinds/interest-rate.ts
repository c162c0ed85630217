/** The interest of a year: what info forms are computed anew with from then on. */
import { rateDefects } from '../../../domain/money/interest-rates.ts';
import { refuseDefects } from '../../../domain/errors.ts';
import { mayDo } from '../../../domain/staff/permissions.ts';
import { readNow } from '../../office/clock.ts';
import { findInterestRate, putInterestRate, type SourcedRate } from '../../office/interest-rates.ts';
import type { Tx } from '../../connection/connection.ts';
import { tellAccess, type ByWhom } from '../access.ts';
import type { ApprovalKind } from '../kind.ts';

export const interestRate: ApprovalKind<SourcedRate> = {
  name: 'interestRate',
  workingDays: 5,
  mayPropose: (roles) => mayDo(roles, 'changeSettings'),
  mayConfirm: (roles) => mayDo(roles, 'changeSettings'),

  async look({ tx }, rate) {
    const known = await findInterestRate(tx, rate);
    const { region, year, basisPoints, source } = rate;
    return {
      subject: `${region}:${String(year)}`,
      transferId: null,
      seen: { basisPoints: known?.basisPoints ?? null, source: known?.source ?? null },
      changes: [
        { field: 'year', was: null, becomes: year },
        ...(region === '' ? [] : [{ field: 'region', was: null, becomes: region }]),
        { field: 'basisPoints', was: known?.basisPoints ?? null, becomes: basisPoints },
        { field: 'source', was: known?.source ?? null, becomes: source },
      ],
      barred: [],
    };
  },

  async take({ tx, officeId, proposedBy, confirmedBy }, rate) {
    await setInterestRate(tx, rate, { officeId, byStaffId: proposedBy, confirmedBy });
    return undefined;
  },
};

/** @throws Refusal invalid, for a rate that cannot be */
export async function setInterestRate(tx: Tx, rate: SourcedRate, by: ByWhom): Promise<void> {
  refuseDefects(rateDefects(rate, (await readNow(tx)).today));
  await putInterestRate(tx, rate);
  await tellAccess(tx, 'interestRateSet', by, { ...rate });
}
