/** The door by which facts come in: from the counter, from outside, from an old ledger. */
import { Refusal } from '../../domain/errors.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { attachWaitingScans } from '../courier/scans.ts';
import type { NewFact, RecordedFact } from '../facts/fact.ts';
import { recordOnce } from '../facts/recording.ts';
import { recordedBefore } from '../facts/repeat.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { namingTheFirst } from './who-was-first.ts';

/** A repeat fails at something, the key or a step that is closed: only then is it looked for what was recorded before. */
export async function recordFact(
  db: Db,
  keyring: Keyring,
  fact: NewFact & { readonly officeId: string },
): Promise<RecordedFact> {
  try {
    return await db.transaction().execute(async (tx) => {
      const ledger = await TransferLedger.openWithSteps(tx, fact.transferId, fact.officeId);
      return recordAndSettle(ledger, keyring, fact, { last: true });
    });
  } catch (error) {
    const before = await recordedBefore(db, fact.officeId, fact);
    if (before) return before;
    throw await namingTheFirst(db, fact.transferId, error);
  }
}

/** Joins the caller's transaction, which a repeat must not break; the caller holds no ledger of this transfer. */
export async function recordAnyFactIn(tx: Tx, keyring: Keyring, fact: NewFact): Promise<void> {
  const ledger = await TransferLedger.openWithSteps(tx, fact.transferId);
  const before = await recordedBefore(tx, ledger.transfer.office_id, fact);
  if (!before) await recordAndSettle(ledger, keyring, fact);
}

/**
 * What the courier has said of a letter before it was recorded comes to it, and may close the step that it opened.
 * @param last the transaction ends with it
 */
async function recordAndSettle(
  ledger: TransferLedger,
  keyring: Keyring,
  fact: NewFact,
  { last = false } = {},
): Promise<RecordedFact> {
  const { detail } = fact;
  if (detail.kind !== 'letterSent' || detail.channel !== 'ems') return recordOnce(ledger, keyring, fact, { last });
  const recorded = await recordOnce(ledger, keyring, fact);
  await attachWaitingScans(ledger.tx, keyring, recorded);
  return recorded;
}

class Rehearsed extends Error {}

/** Done and taken back: why it would be refused as things stand now, by the rules of the fact itself. */
export async function rehearseFact(
  db: Db,
  keyring: Keyring,
  fact: NewFact & { readonly officeId: string },
): Promise<Refusal | undefined> {
  try {
    await db.transaction().execute(async (tx) => {
      const ledger = await TransferLedger.openWithSteps(tx, fact.transferId, fact.officeId);
      await recordAndSettle(ledger, keyring, fact);
      throw new Rehearsed();
    });
  } catch (error) {
    if (error instanceof Refusal) return error;
    if (!(error instanceof Rehearsed)) throw error;
  }
  return undefined;
}
