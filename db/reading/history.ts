/** The history of a transfer, oldest first; what was said is opened for the reader. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { cutPage } from '../connection/page.ts';
import type { EventRow } from '../ledger/event-rows.ts';
import { staffRef, type StaffRef } from '../office/staff.ts';
import { openText } from '../texts/sealed-texts.ts';

/** By name, with the id that each was sealed for. */
type Kept = Readonly<Record<string, { readonly id: string; readonly sealed: string }>>;

const SAID = sql<Kept | null>`(
  select jsonb_object_agg(named.key, jsonb_build_object('id', kept.id, 'sealed', encode(kept.sealed, 'base64')))
  from jsonb_each_text(e.payload -> 'sealed') as named join sealed_texts kept on kept.id = named.value::uuid)`.as(
  'said',
);

function selectEvents(db: Db, transferId: string) {
  return db
    .selectFrom('events as e')
    .leftJoin('staff', 'staff.id', 'e.by_staff_id')
    .leftJoin('staff as second', 'second.id', 'e.confirmed_by')
    .select([
      'e.seq',
      'e.fact_seq',
      'e.kind',
      'e.step_ordinal',
      'e.outcome',
      'e.reason_code',
      'e.source',
      'e.occurred_at',
      'e.recorded_at',
      'e.payload',
      'e.corrects_seq',
      SAID,
      'staff.id as staff_id',
      'staff.display_name',
      'staff.post',
      'second.id as second_id',
      'second.display_name as second_name',
      'second.post as second_post',
    ])
    .where('e.transfer_id', '=', transferId);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectEvents>['execute']>>[number];

/** What people said in it, by name. */
type Said = Readonly<Record<string, string>>;

interface Named {
  readonly by: StaffRef | null;
  readonly confirmedBy: StaffRef | null;
}

/** As it is shown, with whom the row names. */
export function asEvent(row: Pick<EventRow, ShownColumn>, { by, confirmedBy }: Named, said: Said) {
  return {
    seq: row.seq,
    factSeq: row.fact_seq,
    kind: row.kind,
    stepOrdinal: row.step_ordinal,
    outcome: row.outcome,
    reasonCode: row.reason_code,
    by,
    confirmedBy,
    source: row.source,
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    payload: withSaid(row.payload, said),
    correctsSeq: row.corrects_seq,
  };
}
type ShownColumn = keyof EventRow & keyof Row;

function readRow(row: Row, keyring: Keyring) {
  const by = row.staff_id === null ? null : staffRef(row.staff_id, row.display_name!, row.post!);
  const confirmedBy = row.second_id === null ? null : staffRef(row.second_id, row.second_name!, row.second_post!);
  const shown = row as Row & Pick<EventRow, 'kind' | 'source' | 'payload'>;
  return asEvent(shown, { by, confirmedBy }, saidIn(shown, keyring));
}

type Payload = Record<string, unknown>;

const withSaid = ({ sealed: _, noteSealed: __, ...payload }: Payload, said: Said): Payload => ({ ...payload, ...said });

function saidIn({ said, payload }: { said: Kept | null; payload: Payload }, keyring: Keyring): Said {
  // The release before sealed a note into its event, and events stay as they are.
  const { noteSealed } = payload;
  const before: Said =
    typeof noteSealed === 'string' ? { note: keyring.open(Buffer.from(noteSealed, 'base64')).toString('utf8') } : {};
  const opened = Object.entries(said ?? {}).map(([name, { id, sealed }]) => {
    return [name, openText(keyring, { id, sealed: Buffer.from(sealed, 'base64') })] as const;
  });
  return { ...before, ...Object.fromEntries(opened) };
}

export async function listEvents(
  db: Db,
  keyring: Keyring,
  transferId: string,
  { after, limit }: { after: number; limit: number },
) {
  const rows = await selectEvents(db, transferId)
    .where('e.seq', '>', after)
    .orderBy('e.seq')
    .limit(limit + 1)
    .execute();
  const { shown, last } = cutPage(rows, limit);
  return { items: shown.map((row) => readRow(row, keyring)), next: last?.seq ?? null };
}

export async function readEvent(db: Db, keyring: Keyring, transferId: string, seq: number) {
  return readRow(await selectEvents(db, transferId).where('e.seq', '=', seq).executeTakeFirstOrThrow(), keyring);
}
