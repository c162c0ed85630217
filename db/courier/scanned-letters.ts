/** What the scans of a letter amount to: its state, and the fact that its transfer learns when that is final. */
import { sql } from 'kysely';
import { contradicts } from '../../domain/letters/courier-codes.ts';
import { letterState, type LetterState } from '../../domain/letters/letter-state.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Tx } from '../connection/connection.ts';
import { recordFactIn } from '../facts/recording.ts';
import type { Keyring } from '../connection/sealing.ts';
import { scansOfEnvelope } from '../letters/postings.ts';
import { noteScans } from '../letters/sent.ts';
import { closeTasksOf } from '../holding/task-changes.ts';
import { openTaskOf } from '../holding/tasks.ts';

interface LetterRow {
  id: string;
  office_id: string;
  transfer_id: string;
  attempt: number;
  state: string;
  failure_code: string | null;
  transfer_open: boolean;
  steward_id: string;
  /** Sent before this ledger: what it says of the arrival was concluded, not scanned. */
  imported: boolean;
  /** The attempt goes on, and no later letter was sent. */
  current: boolean;
  sibling_delivered: boolean;
  sibling_under_way: boolean;
  now: Date;
  scans: { code: string; text: string; scannedAt: string }[];
}

const FINAL = ['delivered', 'returned', 'lost'];

/** The caller holds the transfers of these letters. */
export async function settleScannedLetters(tx: Tx, keyring: Keyring, letterIds: readonly string[]): Promise<void> {
  if (letterIds.length === 0) return;
  for (const letterId of letterIds) {
    const letter = await selectLetter(tx, letterId);
    const folded = letterState(letter.scans, dateOf(lastScan(letter)));
    await noteHeardOf(tx, letter);
    await settleLetter(tx, keyring, letter, folded);
    await askAboutScan(tx, letter, folded);
  }
}

async function selectLetter(tx: Tx, letterId: string): Promise<LetterRow> {
  const { rows } = await sql<LetterRow>`
    select l.id, l.office_id, l.transfer_id, l.attempt, l.state, l.failure_code, t.steward_id, t.closed_at is null as transfer_open,
      coalesce((select source = 'import' from events where transfer_id = l.transfer_id and fact_seq = l.sent_by_fact_seq), false) as imported,
      exists (select from attempts a where a.transfer_id = l.transfer_id and a.attempt = l.attempt and a.ended_at is null) as current,
      exists (select from letters s where s.transfer_id = l.transfer_id and s.attempt = l.attempt and s.id <> l.id
        and s.state = 'delivered') as sibling_delivered,
      exists (select from letters s where s.transfer_id = l.transfer_id and s.attempt = l.attempt and s.id <> l.id
        and s.state not in ('delivered', 'returned', 'lost')) as sibling_under_way,
      office_now() as now,
      (select jsonb_agg(jsonb_build_object('code', code, 'text', text, 'scannedAt', scanned_at)) from ${scansOfEnvelope}) as scans
    from letters l join transfers t on t.id = l.transfer_id where l.id = ${letterId} for update of l`.execute(tx);
  return rows[0]!;
}

/** Whoever was to ask the courier about the silence has the answer. */
async function noteHeardOf(tx: Tx, { id: letterId, transfer_id: transferId }: LetterRow): Promise<void> {
  await closeTasksOf(tx, transferId, { kind: 'silentLetter', letterId }, { note: 'heardOf', source: 'courier' });
}

async function settleLetter(tx: Tx, keyring: Keyring, letter: LetterRow, folded: LetterState): Promise<void> {
  const state = folded.state === 'notScanned' ? 'posted' : folded.state;
  const failureCode = folded.state === 'returned' ? (folded.reason ?? null) : null;
  // A person's word stands until the courier's is final; what an old ledger let conclude does not.
  const keeps = FINAL.includes(letter.state) && !FINAL.includes(state) && !letter.imported;
  await noteScans(tx, letter.id, keeps ? undefined : { state, failureCode });
  const decided = FINAL.includes(state) && (state !== letter.state || failureCode !== letter.failure_code);
  if (decided && letter.transfer_open) await tellTransfer(tx, keyring, letter, { state, failureCode });
}

async function tellTransfer(
  tx: Tx,
  keyring: Keyring,
  letter: LetterRow,
  { state, failureCode }: { state: string; failureCode: string | null },
): Promise<void> {
  // The attempt was given up, and now the letter has arrived after all: a person decides what that means.
  if (!letter.current) return state === 'delivered' ? askSteward(tx, letter) : undefined;
  // One envelope of two is enough; and while one is under way, the other one's return decides nothing.
  if (letter.sibling_delivered || (state === 'returned' && letter.sibling_under_way)) return;
  if (state === 'returned' && failureCode === null) return;
  await recordFactIn(tx, keyring, {
    transferId: letter.transfer_id,
    detail:
      state === 'delivered'
        ? { kind: 'letterDelivered', letterId: letter.id }
        : { kind: 'letterReturned', letterId: letter.id, reasonCode: failureCode! },
    occurredAt: decidedAt(letter),
    by: { staffId: null, source: 'courier' },
    idempotencyKey: `scan:${letter.id}:${state}`,
  });
}

function lastScan({ scans }: LetterRow): number {
  return Math.max(...scans.map(({ scannedAt }) => new Date(scannedAt).getTime()));
}

/** Never in the future of the office clock: couriers' clocks go wrong. */
function decidedAt(letter: LetterRow): Date {
  return new Date(Math.min(lastScan(letter), letter.now.getTime()));
}

async function askSteward(tx: Tx, letter: LetterRow): Promise<void> {
  if (letter.state !== 'lost' && letter.state !== 'returned') return;
  await openTaskOf(tx, letter.transfer_id, {
    kind: 'parkedFact',
    owner: { role: 'clerk', prefer: [letter.steward_id] },
    naturalKey: `scan:${letter.id}:delivered`,
    about: { letterId: letter.id, state: 'delivered', attempt: letter.attempt },
  });
}

/** What nobody but a person can read: the letter clerk looks and decides. */
async function askAboutScan(tx: Tx, letter: LetterRow, folded: LetterState): Promise<void> {
  const what = questionOf(letter, folded);
  if (what === undefined || !letter.transfer_open) return;
  await openTaskOf(tx, letter.transfer_id, {
    kind: 'unknownScan',
    owner: { role: 'letterClerk' },
    naturalKey: `unknownScan:${letter.id}:${what}`,
    about: { letterId: letter.id, code: what },
  });
}

/** An unknown code, a return whose text says no known reason, or a scan whose text says the opposite of its code. */
function questionOf({ scans }: LetterRow, folded: LetterState): string | undefined {
  if (folded.state === 'unknown') return folded.rawCode;
  if (folded.state === 'returned' && !folded.reason) return 'returnReason';
  return scans.find(({ code, text }) => contradicts(code, text))?.code;
}
