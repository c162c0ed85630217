/** The rows of proposals: written when proposed, locked when decided, ended once. */
import { sql } from 'kysely';
import type { ApprovalChange, ApprovalState } from '../../domain/approvals.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { keptText, textsInsert } from '../texts/sealed-texts.ts';
import type { ApprovalKind, Looked, Seen } from './kind.ts';
import { wordsApart } from './words.ts';

export interface NewApproval extends Looked {
  readonly id: string;
  readonly officeId: string;
  readonly kind: string;
  readonly sealed: ApprovalKind['sealed'];
  readonly proposal: unknown;
  readonly note: string | undefined;
  readonly proposedBy: string;
  readonly until: Date;
  readonly idempotencyKey: string | null;
  readonly bodyHash: Buffer | null;
}

/** False: one about the same waits already. */
export async function insertApproval(tx: Tx, keyring: Keyring, row: NewApproval): Promise<boolean> {
  const { proposal, changes, words } = wordsApart(keyring, row, row.sealed, row);
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('approvals')
    .values({
      id: row.id,
      office_id: row.officeId,
      kind: row.kind,
      subject: row.subject,
      transfer_id: row.transferId,
      proposal: JSON.stringify(proposal),
      words_id: words?.id ?? null,
      note_sealed: row.note === undefined ? null : keyring.seal(row.note),
      seen: JSON.stringify(row.seen),
      changes: JSON.stringify(changes),
      barred: [...row.barred],
      proposed_by: row.proposedBy,
      until: row.until,
      idempotency_key: row.idempotencyKey,
      body_hash: row.bodyHash,
    })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return false;
  if (words) await textsInsert(tx, [words]).execute();
  return true;
}

/** Whoever proposes about the same waits for who decides: approvals are locked before transfers, everywhere. */
export async function holdWaitingAbout(
  tx: Tx,
  { officeId, kind, subject }: { officeId: string; kind: string; subject: string },
): Promise<boolean> {
  const { rows } = await sql`select id from approvals
    where office_id = ${officeId} and kind = ${kind} and subject = ${subject} and state = 'waiting' for update`.execute(
    tx,
  );
  return rows.length > 0;
}

export interface ApprovalRow {
  id: string;
  office_id: string;
  kind: string;
  subject: string;
  transfer_id: string | null;
  proposal: unknown;
  note_sealed: Buffer | null;
  words_id: string | null;
  words_sealed: Buffer | null;
  seen: Seen;
  barred: string[];
  state: ApprovalState;
  proposed_by: string;
  until: Date;
  now: Date;
}

/** @throws Refusal not-found, already-decided */
export async function lockWaiting(tx: Tx, officeId: string, id: string): Promise<ApprovalRow> {
  const { rows } = await sql<ApprovalRow>`select id, office_id, kind, subject, transfer_id, proposal, note_sealed,
      words_id, ${keptText('approvals.words_id')} as words_sealed, seen,
      barred::text[] as barred, state, proposed_by, until, office_now() as now
    from approvals where id = ${id} and office_id = ${officeId} for update`.execute(tx);
  const row = rows[0];
  if (!row) throw new Refusal('not-found', 'There is no such proposal.');
  if (row.state !== 'waiting') {
    throw new Refusal('already-decided', `This proposal waits no more: it is ${row.state}.`, {
      extra: { state: row.state },
    });
  }
  return row;
}

export interface Ending {
  readonly state: Exclude<ApprovalState, 'waiting'>;
  readonly decidedBy: string | null;
  readonly answer?: Buffer;
  readonly changed?: readonly ApprovalChange[];
}

export async function endApproval(
  tx: Tx,
  id: string,
  { state, decidedBy, answer, changed = [] }: Ending,
): Promise<void> {
  await sql`update approvals set state = ${state}, decided_by = ${decidedBy}::uuid, decided_at = office_now(),
    answer_sealed = ${answer ?? null}::bytea, changed = ${JSON.stringify(changed)}::jsonb where id = ${id}`.execute(tx);
}

export async function findByKey(db: Db, officeId: string, key: string) {
  return db
    .selectFrom('approvals')
    .select(['id', 'kind', 'subject', 'body_hash'])
    .where('office_id', '=', officeId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
}
