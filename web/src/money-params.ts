/** What stands behind the question mark of the pages of money and of files. Pure. */
import type { Schemas } from './api/types.ts';
import { isDay, isId, isTrue, oneOf, type Every, type Raw } from './search-values.ts';

export interface MoneySearch {
  readonly state?: Schemas['PartState'];
  readonly origin?: 'bank' | 'openingBalance';
}

const PART_STATES: Every<Schemas['PartState']> = {
  suspense: true,
  proposed: true,
  matched: true,
  booked: true,
  returned: true,
  reversed: true,
};

export function moneySearch({ state, origin }: Raw): MoneySearch {
  const known = oneOf(PART_STATES, state);
  if (known !== undefined) return { state: known };
  return { origin: origin === 'openingBalance' ? origin : 'bank' };
}

export interface WaitingMoneySearch {
  readonly state?: Schemas['WaitingPartState'];
  /** Only what the reader holds. */
  readonly mine?: true;
  /** Id of the part about which somebody decides. */
  readonly part?: string;
}

export function waitingMoneySearch({ state, mine, part }: Raw): WaitingMoneySearch {
  return {
    ...((state === 'suspense' || state === 'proposed') && { state }),
    ...(isTrue(mine) && { mine: true }),
    ...(isId(part) && { part }),
  };
}

export interface RemittancesSearch {
  readonly state?: Schemas['RemittanceState'];
  readonly place?: Schemas['MoneyPlace'];
  /** Only what the reader holds. */
  readonly mine?: true;
  /** Also what is over. */
  readonly all?: true;
  /** Without what was paid anew: the equation counts it once. */
  readonly once?: true;
  /** Id of the only one that is shown. */
  readonly only?: string;
  /** Id of the transfer whose they are. */
  readonly transfer?: string;
}

const REMITTANCE_STATES: Every<Schemas['RemittanceState']> = {
  planned: true,
  appliedFor: true,
  funded: true,
  released: true,
  sent: true,
  confirmed: true,
  bounced: true,
  withdrawn: true,
};
const MONEY_PLACES: Every<Schemas['MoneyPlace']> = {
  incomeAccount: true,
  fiscalAccount: true,
  expenditureAccount: true,
  inTransit: true,
  counterpart: true,
};

export function remittancesSearch({ state, place, mine, all, once, only, transfer }: Raw): RemittancesSearch {
  const [inState, at] = [oneOf(REMITTANCE_STATES, state), oneOf(MONEY_PLACES, place)];
  return {
    ...(inState && { state: inState }),
    ...(at && { place: at }),
    ...(isTrue(mine) && { mine: true }),
    ...(isTrue(all) && { all: true }),
    ...(isTrue(once) && { once: true }),
    ...(isId(only) && { only }),
    ...(isId(transfer) && { transfer }),
  };
}

export interface ImportsSearch {
  /** Id of the file of which is shown what became of it. */
  readonly file?: string;
  /** Of the file that is to be handed in. */
  readonly kind?: Schemas['ImportKind'];
}

const IMPORT_KINDS: Every<Schemas['ImportKind']> = {
  counterparts: true,
  ledgerIn: true,
  ledgerOut: true,
  openTransfers: true,
  bankStatement: true,
  courierScans: true,
  contributions: true,
  coreReceipts: true,
  platformInTransit: true,
};

export function importsSearch({ file, kind }: Raw): ImportsSearch {
  const known = oneOf(IMPORT_KINDS, kind);
  return { ...(isId(file) && { file }), ...(known && { kind: known }) };
}

export interface BankSearch {
  readonly state?: Schemas['DebitState'];
  /** Number of an account of the office. */
  readonly account?: string;
  /** Days on which it was booked, both included. */
  readonly from?: string;
  readonly to?: string;
}

const DEBIT_STATES: Every<Schemas['DebitState']> = { open: true, decided: true };

export function bankSearch({ state, account, from, to }: Raw): BankSearch {
  const known = oneOf(DEBIT_STATES, state);
  return {
    ...(known && { state: known }),
    ...(typeof account === 'string' && account !== '' && account.length <= 40 && { account }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  };
}
