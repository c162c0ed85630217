import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';

export interface KnownAccount {
  readonly number: string;
  /** Undefined: a statement of it came, and nobody has named it as ours. */
  readonly name: string | undefined;
  readonly last: Schemas['BankStatement'] | undefined;
}

const LAST = { params: { query: { lastOnly: true, limit: 200 } } };

/** Our accounts and those of which a statement has come. */
export function useAccounts() {
  const named = api.useQuery('get', '/bank-accounts', {});
  const ends = api.useQuery('get', '/bank-statements', LAST);
  const both = named.data && ends.data && { named: named.data.items, ends: ends.data.items };
  return {
    data: both && knownAccounts(both.named, both.ends),
    error: named.error ?? ends.error,
    isPending: named.isPending || ends.isPending,
    refetch: () => Promise.all([named.refetch(), ends.refetch()]),
  };
}

function knownAccounts(
  named: Schemas['BankAccounts']['items'],
  ends: readonly Schemas['BankStatement'][],
): KnownAccount[] {
  const names = new Map(named.map(({ number, name }) => [number, name]));
  const numbers = new Set([...names.keys(), ...ends.map(({ account }) => account)]);
  return [...numbers].map((number) => ({
    number,
    name: names.get(number),
    last: ends.find(({ account }) => account === number),
  }));
}
