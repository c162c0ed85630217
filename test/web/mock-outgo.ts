/** Money out in the office that answers in the console's tests: all of it lies with the finance bureau. */
import type { components } from '../../api/contract.generated.ts';

export const outgo: components['schemas']['OutgoBoard'] = {
  orderedFen: 34_206_44,
  plannedFen: 0,
  appliedForFen: 34_206_44,
  fundedFen: 0,
  releasedFen: 0,
  sentFen: 0,
  confirmedFen: 0,
  bouncedFen: 0,
  withdrawnFen: 0,
  conserved: true,
};
