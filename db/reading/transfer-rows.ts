/** One row of a list of transfers: who holds it, which step, until when. Names are opened only for the rows shown. */
import { sql, type RawBuilder } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import { procedureKey } from '../ledger/procedure-key.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import { compiledOnce } from '../connection/compiled.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { keptText, openKept } from '../texts/sealed-texts.ts';
import { staffRef, type StaffRef } from '../office/staff.ts';
import type { StepRow } from '../procedure/step-rows.ts';

/** Which transfers a list shows, and by what it is sorted. */
export interface RowKey {
  readonly id: string;
  readonly at: Date | null;
}

/** `page` comes first: with a join more than PostgreSQL reorders it must be what the others are looked up for. */
function selectTransferRows(db: Db, page: RawBuilder<RowKey>) {
  return db
    .selectFrom(page.as('page'))
    .innerJoin('transfers as t', 't.id', 'page.id')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .innerJoin('counterparts as cp', 'cp.id', 't.counterpart_id')
    .innerJoin('staff as steward', 'steward.id', 't.steward_id')
    .leftJoin('staff as sender', 'sender.id', 't.letter_sender_id')
    .leftJoin('steps as s', (join) => join.onRef('s.transfer_id', '=', 't.id').on('s.closed_at', 'is', null))
    .leftJoin('staff as owner', 'owner.id', 's.owner_id')
    .select([
      't.id',
      'c.case_no',
      't.direction',
      't.procedure_type',
      't.procedure_version',
      'p.name_sealed',
      'cp.area_code',
      'cp.name as counterpart_name',
      'c.scheme',
      'c.category',
      'c.category_id',
      't.accepted_at',
      't.closed_at',
      't.closing',
      't.closing_reason',
      'steward.id as steward_id',
      'steward.display_name as steward_name',
      'steward.post as steward_post',
      'sender.id as sender_id',
      'sender.display_name as sender_name',
      'sender.post as sender_post',
      's.ordinal',
      's.step',
      's.attempt',
      's.opened_at',
      's.due_on',
      's.provisional',
      's.overdue_at',
      's.held_since',
      's.escalations',
      'owner.id as owner_id',
      'owner.display_name as owner_name',
      'owner.post as owner_post',
    ])
    .select([keptText('c.category_id').as('category_sealed'), sql<string>`page.at::text`.as('key')]);
}

/** In the order of the keys. */
export function selectPage(db: Db, page: RawBuilder<RowKey>, order: 'asc' | 'desc') {
  return selectTransferRows(db, page).orderBy('page.at', order).orderBy('page.id', order).execute();
}

const among = (ids: readonly string[]) =>
  sql<RowKey>`(select id, null::timestamptz as at from unnest(${[...ids]}::uuid[]) as asked (id))`;

type Row = Awaited<ReturnType<ReturnType<typeof selectTransferRows>['execute']>>[number];

export function asTransferRow(row: Row, keyring: Keyring) {
  return {
    id: row.id,
    caseNo: row.case_no,
    direction: row.direction as 'in' | 'out',
    procedureType: row.procedure_type,
    procedure: procedureKey(row),
    personName: keyring.openText(row.name_sealed) ?? '',
    counterpart: { areaCode: row.area_code, name: row.counterpart_name },
    scheme: row.scheme,
    category: openKept(keyring, row.category_id, row.category_sealed, row.category),
    acceptedAt: row.accepted_at.toISOString(),
    steward: staffRef(row.steward_id, row.steward_name, row.steward_post),
    letterSender: row.sender_id === null ? null : staffRef(row.sender_id, row.sender_name!, row.sender_post!),
    openStep: openStepOf(row),
    closedAt: row.closed_at?.toISOString() ?? null,
    closing: row.closing as Closing | null,
    closingReason: row.closing_reason,
  };
}
export type TransferRow = ReturnType<typeof asTransferRow>;

type OpenRow = Pick<
  Row,
  | 'ordinal'
  | 'step'
  | 'attempt'
  | 'owner_id'
  | 'owner_name'
  | 'owner_post'
  | 'opened_at'
  | 'due_on'
  | 'provisional'
  | 'overdue_at'
  | 'held_since'
  | 'escalations'
>;

export function openStepOf(row: OpenRow) {
  if (row.ordinal === null) return null;
  return {
    ordinal: row.ordinal,
    step: row.step!,
    attempt: row.attempt!,
    owner: staffRef(row.owner_id!, row.owner_name!, row.owner_post!),
    openedAt: row.opened_at!.toISOString(),
    dueOn: row.due_on!,
    provisional: row.provisional!,
    overdue: row.overdue_at !== null,
    held: row.held_since !== null,
    escalations: row.escalations!,
  };
}

/** The same of one that was opened just now. */
export const asOpenStep = ({ owner, ...row }: StepRow & { readonly owner: StaffRef }) =>
  openStepOf({ ...row, owner_name: owner.displayName, owner_post: owner.post });

/** What is open now, whose it is and until when; null when nothing is. */
export async function readOpenStep(db: Db, transferId: string) {
  const row = await db
    .selectFrom('steps as s')
    .innerJoin('staff as owner', 'owner.id', 's.owner_id')
    .select(['s.ordinal', 's.step', 's.attempt', 's.opened_at', 's.due_on', 's.provisional', 's.overdue_at'])
    .select(['s.held_since', 's.escalations', 'owner.id as owner_id'])
    .select(['owner.display_name as owner_name', 'owner.post as owner_post'])
    .where('s.transfer_id', '=', transferId)
    .where('s.closed_at', 'is', null)
    .executeTakeFirst();
  return row ? openStepOf(row) : null;
}

/** In the order of the ids given; an unknown id is left out. */
export async function listTransferRowsByIds(db: Db, keyring: Keyring, ids: readonly string[]): Promise<TransferRow[]> {
  if (ids.length === 0) return [];
  const rows = await selectTransferRows(db, among(ids)).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [asTransferRow(row, keyring)] : [];
  });
}

/** Of a list PostgreSQL guesses the length, and would plan anew each time what it thinks is cheaper for one. */
const selectTransferRow = compiledOnce((db, id: string) =>
  selectTransferRows(db, sql<RowKey>`(select ${id}::uuid as id, null::timestamptz as at)`),
);

export async function findTransferRow(db: Db, keyring: Keyring, id: string): Promise<TransferRow | undefined> {
  const [row] = await selectTransferRow(db, id);
  return row && asTransferRow(row, keyring);
}

/** Throws the refusal `not-found` unless the office has this transfer. */
export async function requireTransfer(db: Db, officeId: string, id: string): Promise<void> {
  const row = await db
    .selectFrom('transfers')
    .select('id')
    .where('id', '=', id)
    .where('office_id', '=', officeId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'There is no such transfer.');
}
