import i18next from 'i18next';
import type { CaseGrouping } from '../figures-params.ts';
import { knownText } from './known-text.ts';

const WORDS = { scheme: 'schemes', procedureType: 'procedureTypes' } as const;

/** What a group of cases is called: in our words where we have some, else as the ledger writes it. */
export function groupWord({ by, group, name }: { by?: CaseGrouping; group?: string; name?: string | null }): string {
  if (name != null) return name;
  if (group === 'none' || group === 'other') return i18next.t(`figures.groups.${group}`);
  const words = by === 'scheme' || by === 'procedureType' ? WORDS[by] : undefined;
  return (words && knownText(`${words}.${group ?? ''}`)) ?? group ?? '';
}
