/** What people do with a remittance in each state; that it left or came back says the bank. */
import { mayBePaidAnew } from '../../../../domain/money/remittance.ts';
import type { Schemas } from '../../api/types.ts';

export type Remittance = Schemas['Remittance'];
export type Act = Schemas['NewRemittanceFact']['kind'] | 'release';

const ACTS: Readonly<Record<Remittance['state'], readonly Act[]>> = {
  planned: ['applied', 'withdrawn'],
  appliedFor: ['funded', 'withdrawn'],
  funded: ['release', 'withdrawn'],
  released: ['sent', 'withdrawn'],
  sent: [],
  confirmed: [],
  bounced: [],
  withdrawn: [],
};

/** A release that waits is decided where all proposals are. */
export const actsOn = ({ state, releaseApprovalId }: Remittance): readonly Act[] =>
  ACTS[state].filter((act) => act !== 'release' || releaseApprovalId === null);

export const isUnpaid = ({ state, place, replacedById }: Remittance): boolean =>
  replacedById === null && mayBePaidAnew(state, place);

/** By which a draft is kept. */
export const PLAN_FORM = 'remittance';
export const actForm = (act: Act): string => `remittance-${act}`;

export interface Acting {
  readonly row: Remittance;
  readonly act: Act;
}

export interface Planning {
  /** Whose money is paid anew. */
  readonly anew?: Remittance;
}
