/** One row of a directory's file goes into the directory: a new agency, a new name from its day on, or what else is different. */
import { agencyDefects, successorCircle, type AgencyDefect, type AgencyKind } from '../../domain/agencies.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { entryOf, lockedDirectory, type DirectoryEntry, type KnownCounterpart } from './counterparts.ts';

export interface AgencyAccount {
  readonly number: string;
  readonly holder: string;
  readonly bank: string;
}

/** What an older file does not say stays as it is. */
export interface ToldCounterpart extends DirectoryEntry {
  readonly kind: AgencyKind;
  readonly area: string | null;
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
  readonly successor?: string | undefined;
  readonly account?: AgencyAccount | undefined;
}

export interface PutCounterpart {
  readonly verdict: 'accepted' | 'unchanged' | 'changed' | 'refused' | 'held';
  readonly defects: readonly AgencyDefect[];
}

interface Told {
  readonly keyring: Keyring;
  readonly today: string;
  /** Nobody changes alone where money goes. */
  readonly accountWaits: boolean;
  /** As the whole file tells it: its successors are not here yet, and would lead back to it. */
  readonly isInCircle: boolean;
}

/** The first entry of an agency is valid for all of its past. */
const ALWAYS = '2010-01-01';

export async function putCounterpart(tx: Tx, entry: ToldCounterpart, told: Told): Promise<PutCounterpart> {
  const entries = await lockedDirectory(tx, entry);
  const plan = planOf(entry, entries, told.today);
  const others = entries
    .filter(({ id }) => id !== plan.replaces?.id)
    .map((one) => entryOf(plan.ends?.id === one.id ? plan.ends : one));
  const found = agencyDefects(entryOf(plan.becomes), others);
  const defects = told.isInCircle ? inCircle(found) : found;
  if (defects.length > 0) return { verdict: 'refused', defects };
  const account = otherAccount(told.keyring, entry.account, plan.was);
  if (account && told.accountWaits) return { verdict: 'held', defects };
  return { verdict: await write(tx, told.keyring, plan, account), defects };
}

/** One of a circle is always there too early: that its successor is unknown says nothing. */
const inCircle = (found: readonly AgencyDefect[]): AgencyDefect[] => [
  ...found.filter(({ code }) => code !== 'successorUnknown' && code !== 'successorCircle'),
  successorCircle,
];

interface Plan {
  readonly becomes: KnownCounterpart;
  /** The entry that is overwritten; undefined: a new one is written. */
  readonly replaces: KnownCounterpart | undefined;
  /** The entry before it, with the last day that it has now. */
  readonly ends: KnownCounterpart | undefined;
  /** What was known of this agency. */
  readonly was: KnownCounterpart | undefined;
}

function planOf(entry: ToldCounterpart, entries: readonly KnownCounterpart[], today: string): Plan {
  const ofCode = entries.filter(({ areaCode }) => areaCode === entry.areaCode);
  const [newest] = ofCode;
  const { validFrom } = entry;
  const was = validFrom === undefined ? newest : ofCode.find((one) => one.validFrom === validFrom);
  if (!was)
    return { becomes: asTold(entry, newest, validFrom ?? ALWAYS), replaces: undefined, ends: undefined, was: newest };
  if (validFrom === undefined && was.name !== entry.name && was.validFrom < today) {
    const ends =
      was.validUntil !== null && was.validUntil < today ? undefined : { ...was, validUntil: dayBefore(today) };
    return { becomes: asTold(entry, was, today), replaces: undefined, ends, was };
  }
  const { validUntil = was.validUntil, successor = was.successor } = entry;
  return {
    becomes: { ...asTold(entry, was, was.validFrom), validUntil, successor },
    replaces: was,
    ends: undefined,
    was,
  };
}

/** As the file says it, from the day on; the account goes on from entry to entry. */
const asTold = (entry: ToldCounterpart, was: KnownCounterpart | undefined, validFrom: string): KnownCounterpart => ({
  ...entry,
  id: '',
  validFrom,
  validUntil: entry.validUntil ?? null,
  successor: entry.successor ?? null,
  holder: was?.holder ?? '',
  bank: was?.bank ?? '',
  accountSealed: was?.accountSealed ?? null,
});

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Whose it is and at which bank stay as they are where the file says neither. Undefined: nothing about it is new. */
function otherAccount(keyring: Keyring, said: AgencyAccount | undefined, was: KnownCounterpart | undefined) {
  if (!said) return undefined;
  const known = {
    number: keyring.openText(was?.accountSealed ?? null),
    holder: was?.holder ?? '',
    bank: was?.bank ?? '',
  };
  const account = { number: said.number, holder: said.holder || known.holder, bank: said.bank || known.bank };
  const isSame = account.number === known.number && account.holder === known.holder && account.bank === known.bank;
  return isSame ? undefined : account;
}

async function write(tx: Tx, keyring: Keyring, { becomes, replaces, ends }: Plan, account: AgencyAccount | undefined) {
  const values = {
    ...columnsOf(becomes),
    ...(account && {
      account_sealed: keyring.sealText(account.number),
      account_holder: account.holder,
      account_bank: account.bank,
    }),
  };
  if (ends)
    await tx.updateTable('counterparts').set({ valid_until: ends.validUntil }).where('id', '=', ends.id).execute();
  if (!replaces) {
    await tx.insertInto('counterparts').values(values).execute();
    return ends ? ('changed' as const) : ('accepted' as const);
  }
  const isSame = !account && JSON.stringify(columnsOf(replaces)) === JSON.stringify(columnsOf(becomes));
  if (!isSame) await tx.updateTable('counterparts').set(values).where('id', '=', replaces.id).execute();
  return isSame ? ('unchanged' as const) : ('changed' as const);
}

const columnsOf = (entry: KnownCounterpart) => ({
  area_code: entry.areaCode,
  name: entry.name,
  channel: entry.channel,
  address: entry.address,
  postcode: entry.postcode,
  telephone: entry.telephone,
  kind: entry.kind,
  area: entry.kind === 'pension' ? null : entry.area,
  valid_from: entry.validFrom,
  valid_until: entry.validUntil,
  successor_code: entry.successor,
  account_holder: entry.holder,
  account_bank: entry.bank,
  account_sealed: entry.accountSealed,
});
