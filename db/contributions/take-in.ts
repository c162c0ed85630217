/**
 * One door for rows of contributions, whether a file, the core system or a person says them. The same again changes nothing; what the core system
 * says is stronger than what was typed here, and nothing that it says is typed over (domain 13.1).
 */
import {
  contributionDefects,
  overlapping,
  type ContributionDefectCode,
} from '../../domain/contributions/contribution-defects.ts';
import type { Contribution } from '../../domain/contributions/contribution.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { noteAccountFacts, openAccount, type AccountFacts, type AccountOwner } from './accounts.ts';
import {
  insertContribution,
  readContributions,
  replaceContributions,
  type ContributionSource,
  type KeptContribution,
  type SourceOfRow,
} from './rows.ts';

export interface TakenIn extends SourceOfRow {
  readonly officeId: string;
  readonly owner: AccountOwner;
  readonly facts?: AccountFacts | undefined;
  readonly rows: readonly Contribution[];
  /** The office's day. */
  readonly today: string;
}

export interface RowDefect {
  readonly field: keyof Contribution;
  readonly code: ContributionDefectCode | 'fromCore';
}

export type RowOutcome =
  | { readonly verdict: 'accepted' | 'changed' | 'unchanged' }
  | { readonly verdict: 'refused'; readonly defects: readonly RowDefect[] };

/** One outcome for each row, in their order. */
export async function takeInContributions(tx: Tx, keyring: Keyring, taken: TakenIn): Promise<RowOutcome[]> {
  const accountId = await openAccount(tx, keyring, taken.officeId, taken.owner);
  if (taken.facts) await noteAccountFacts(tx, keyring, accountId, taken.facts);
  let kept: readonly Standing[] = await readContributions(tx, accountId);
  const outcomes: RowOutcome[] = [];
  for (const row of taken.rows) {
    const step = judge(row, kept, taken);
    outcomes.push(step.outcome);
    if (step.outcome.verdict !== 'accepted' && step.outcome.verdict !== 'changed') continue;
    await replaceContributions(
      tx,
      step.replaced.map(({ id }) => id),
    );
    const id = await insertContribution(tx, accountId, row, taken);
    const gone = new Set(step.replaced.map((one) => one.id));
    kept = [...kept.filter((one) => !gone.has(one.id)), { ...row, id, source: taken.source }];
  }
  return outcomes;
}

type Standing = Omit<KeptContribution, 'recordedAt'>;

interface Judged {
  readonly outcome: RowOutcome;
  readonly replaced: readonly Standing[];
}

function judge(row: Contribution, kept: readonly Standing[], { source, today }: TakenIn): Judged {
  const defects: RowDefect[] = contributionDefects(row, today);
  if (defects.length > 0) return refused(defects);
  const same = kept.find((one) => isSameKey(one, row));
  if (same && isEqual(same, row) && !isStronger(source, same))
    return { outcome: { verdict: 'unchanged' }, replaced: [] };
  const inTheWay = kept.filter((one) => one === same || overlapping([one, row]).length > 0);
  const standing = inTheWay.filter((one) => !mayReplace(source, one, one === same));
  if (standing.length > 0) {
    const typedOver = source === 'hand' && standing.some((one) => one.source !== 'hand');
    return refused([{ field: 'fromMonth', code: typedOver ? 'fromCore' : 'overlap' }]);
  }
  return { outcome: { verdict: inTheWay.length > 0 ? 'changed' : 'accepted' }, replaced: inTheWay };
}

const refused = (defects: readonly RowDefect[]): Judged => ({ outcome: { verdict: 'refused', defects }, replaced: [] });

const isStronger = (source: ContributionSource, { source: of }: Standing): boolean =>
  source !== 'hand' && of === 'hand';

/** Of the same key a later word holds; what only overlaps is another cut of the same months, and may be an error. */
const mayReplace = (source: ContributionSource, one: Standing, isSame: boolean): boolean =>
  source === 'hand' ? one.source === 'hand' && isSame : isSame || one.source === 'hand';

const isSameKey = (one: Contribution, other: Contribution): boolean =>
  one.areaCode === other.areaCode && one.fromMonth === other.fromMonth && one.nature === other.nature;

const FIGURES = ['toMonth', 'baseFen', 'employerFen', 'personalFen', 'creditedFen', 'interestFen', 'paidOn'] as const;

export const isEqual = (one: Contribution, other: Contribution): boolean =>
  FIGURES.every((name) => (one[name] ?? null) === (other[name] ?? null)) &&
  (['kind', 'issuer', 'datedOn'] as const).every((name) => one.paper?.[name] === other.paper?.[name]);
