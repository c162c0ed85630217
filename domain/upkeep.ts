/** What the worker does besides following: jobs that come by themselves, and repairs that an operator may ask for. */

export const UPKEEP_JOBS = [
  'clockBeat',
  'clockSkew',
  'keepStanding',
  'silence',
  'calendar',
  'lapse',
  'forget',
  'watch',
  'temporal',
  'wake',
  'reconcile',
] as const;
export type UpkeepJob = (typeof UPKEEP_JOBS)[number];

/** What it needs, and whether it is done at once or asked about first because it is work for everything that is open. */
interface RepairRule {
  readonly needs: 'ledger' | 'temporal' | 'checker';
  readonly asksAgain: boolean;
}

/** All of them may run at any time and twice: what is there already stays as it is. */
export const REPAIRS = {
  reconcile: { needs: 'temporal', asksAgain: false },
  lookEverywhere: { needs: 'temporal', asksAgain: true },
  passOnGivenUp: { needs: 'temporal', asksAgain: false },
  openSteps: { needs: 'ledger', asksAgain: false },
  checkInvariants: { needs: 'checker', asksAgain: false },
} as const satisfies Record<string, RepairRule>;
export type RepairKind = keyof typeof REPAIRS;
export const REPAIR_KINDS = Object.keys(REPAIRS) as RepairKind[];

/** Figures that a job or a repair has found: numbers by name, no ids. */
export type Found = Readonly<Record<string, number>>;
