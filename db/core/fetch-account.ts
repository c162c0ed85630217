/** Rows and the generated form of a person, asked of the core system; what does not go in or differs is a difference with an owner. */
import type { Contribution } from '../../domain/contributions/contribution.ts';
import { isEqual, takeInContributions, type RowOutcome } from '../contributions/take-in.ts';
import type { CoreAccount, CoreSystem } from '../../domain/core/core-system.ts';
import type { CoreDifferenceKind } from '../../domain/core/receipt-verdict.ts';
import { LINES } from '../../domain/forms/info-form-lines.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { findAccount } from '../contributions/accounts.ts';
import { requireOwner } from '../contributions/by-hand.ts';
import { computeForm } from '../contributions/of-transfer.ts';
import { readContributions, type KeptContribution } from '../contributions/rows.ts';
import { readNow } from '../office/clock.ts';
import { endDifferences, openDifference, type Difference } from './differences.ts';

interface About {
  readonly officeId: string;
  readonly transferId: string;
}

const KINDS: readonly CoreDifferenceKind[] = ['rowRefused', 'rowOnlyHere', 'formDiffers'];

/** @throws Refusal not-found, invalid, unavailable (no core system is connected, or it does not answer) */
export async function fetchFromCore(
  db: Db,
  keyring: Keyring,
  core: CoreSystem | undefined,
  about: About,
): Promise<void> {
  const owner = await requireOwner(db, keyring, about);
  if (!core) throw new Refusal('unavailable', 'No core system is connected (CORE_URL); import its table instead.');
  const answer = await core.fetchAccount(owner);
  if (!answer.ok)
    throw new Refusal('unavailable', `The core system gave no answer that can be read (${answer.reason}).`);
  const { value } = answer;
  if (value === null) throw new Refusal('not-found', 'The core system knows nobody of this number.');
  await db.transaction().execute(async (tx) => {
    const { today } = await readNow(tx);
    const { officeId } = about;
    const { facts, rows } = value;
    const outcomes = await takeInContributions(tx, keyring, { officeId, owner, facts, rows, today, source: 'core' });
    const account = await findAccount(tx, keyring, officeId, owner.idNumber);
    const kept = await readContributions(tx, account!.id);
    const found = [
      ...rowDifferences(value, outcomes),
      ...onlyHere(rows, kept),
      ...(await formDifference(tx, officeId, { account: value, kept, today })),
    ];
    await tellDifferences(tx, about, found, today);
  });
}

type Found = Pick<Difference, 'kind' | 'about'> & { readonly key: string };

async function tellDifferences(tx: Tx, { officeId, transferId }: About, found: readonly Found[], today: string) {
  const keyed = found.map(({ key, ...rest }) => ({ ...rest, naturalKey: `${transferId}:${key}` }));
  for (const difference of keyed) await openDifference(tx, { ...difference, officeId, transferId, today });
  const besides = keyed.map(({ naturalKey }) => naturalKey);
  await endDifferences(tx, { officeId, kinds: KINDS, transferId, besides });
}

const monthsOf = ({ areaCode, fromMonth, toMonth, nature }: Contribution) => ({ areaCode, fromMonth, toMonth, nature });
const keyOf = (row: Contribution): string => Object.values(monthsOf(row)).join(' ');

function rowDifferences({ rows, unreadable }: CoreAccount, outcomes: readonly RowOutcome[]): Found[] {
  const refused = outcomes.flatMap((outcome, index): Found[] => {
    if (outcome.verdict !== 'refused') return [];
    const row = rows[index]!;
    const codes = outcome.defects.map(({ code }) => code).join(', ');
    return [{ kind: 'rowRefused', key: `refused ${keyOf(row)}`, about: { ...monthsOf(row), codes } }];
  });
  if (unreadable === 0) return refused;
  return [...refused, { kind: 'rowRefused', key: 'unreadable', about: { rows: unreadable, codes: 'unreadable' } }];
}

const onlyHere = (rows: readonly Contribution[], kept: readonly KeptContribution[]): Found[] =>
  kept
    .filter((one) => !rows.some((row) => isEqual(one, row) && keyOf(one) === keyOf(row)))
    .map((row) => ({
      kind: 'rowOnlyHere',
      key: `here ${keyOf(row)}`,
      about: { ...monthsOf(row), source: row.source },
    }));

interface Compared {
  readonly account: CoreAccount;
  readonly kept: readonly KeptContribution[];
  readonly today: string;
}

/** Its form against the one that follows from its own rows: a fen a row is rounding. */
async function formDifference(tx: Tx, officeId: string, { account, kept, today }: Compared): Promise<Found[]> {
  if (!account.form) return [];
  const { form } = await computeForm(tx, officeId, kept, { transferredOn: today });
  if (!form) return [{ kind: 'formDiffers', key: 'form', about: { codes: 'notComputed' } }];
  const differing = LINES.filter((line) => Math.abs(form[line] - account.form![line]) > kept.length);
  if (differing.length === 0) return [];
  const figures = differing.flatMap((line) => [
    [`${line}.core`, account.form![line]],
    [`${line}.computed`, form[line]],
  ]);
  return [{ kind: 'formDiffers', key: 'form', about: Object.fromEntries(figures) as Record<string, number> }];
}
