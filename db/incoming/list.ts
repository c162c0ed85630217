/** The in-tray (来件登记簿): papers as they were registered, the last that came first. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { IncomingKind, IncomingState, ParkedFor } from '../../domain/incoming/papers.ts';
import { maskResidentId } from '../../domain/persons/resident-id.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { afterInstant, cutPage, type AfterInstant } from '../connection/page.ts';
import { staffRef } from '../office/staff.ts';
import { keptText, openKept } from '../texts/sealed-texts.ts';

function selectPapers(db: Db, officeId: string) {
  return db
    .selectFrom('incoming_papers as p')
    .innerJoin('staff as who', 'who.id', 'p.by_staff_id')
    .leftJoin('counterparts as sender', 'sender.id', 'p.counterpart_id')
    .leftJoin('transfers as t', 't.id', 'p.transfer_id')
    .leftJoin('cases as c', 'c.id', 't.case_id')
    .leftJoin('persons as person', 'person.id', 'c.person_id')
    .leftJoin('tasks as task', (join) =>
      join
        .onRef('task.office_id', '=', 'p.office_id')
        .on('task.closed_at', 'is', null)
        .on(
          sql<boolean>`task.natural_key in ('incomingPaper:' || p.id::text, 'incomingPaper:' || p.id::text || ':placed',
            'incomingPaper:' || p.id::text || ':' || p.taken_up::text)`,
        ),
    )
    .leftJoin('staff as owner', 'owner.id', 'task.owner_id')
    .leftJoin('staff as aside', 'aside.id', 'p.set_aside_by')
    .select([
      'p.id',
      'p.kind',
      'p.channel',
      'p.arrived_at',
      'p.recorded_at',
      'p.waybill',
      'p.letter_no',
      'p.letter_dated',
      'p.scan_reference',
    ])
    .select([
      'p.state',
      'p.parked_for',
      'p.transfer_id',
      'p.same_as',
      'p.two_regions',
      'p.sender_sealed',
      'p.name_sealed',
    ])
    .select(['p.id_number_sealed', 'p.note_sealed', 'sender.area_code', 'sender.name as sender_name', 'c.case_no'])
    .select(['person.name_sealed as person_name', 'person.id_number_sealed as person_number'])
    .select(['p.set_aside_at', 'p.set_aside_note_id', keptText('p.set_aside_note_id').as('set_aside_note')])
    .select(['aside.id as aside_id', 'aside.display_name as aside_name', 'aside.post as aside_post'])
    .select(sql<string>`p.arrived_at::text`.as('key'))
    .select(['who.id as who_id', 'who.display_name as who_name', 'who.post as who_post'])
    .select(['task.id as task_id', 'task.due_on', 'owner.id as owner_id'])
    .select(['owner.display_name as owner_name', 'owner.post as owner_post'])
    .where('p.office_id', '=', officeId);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectPapers>['execute']>>[number];

/** Where the paper itself was not legible, as its transfer has it. */
function asPaper(row: Row, keyring: Keyring) {
  const number = keyring.openText(row.id_number_sealed ?? row.person_number);
  return {
    id: row.id,
    kind: row.kind as IncomingKind,
    channel: row.channel as 'ems' | 'platform' | 'hand',
    arrivedAt: row.arrived_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    by: staffRef(row.who_id, row.who_name, row.who_post),
    sender: {
      areaCode: row.area_code,
      name: row.sender_name ?? keyring.openText(row.sender_sealed),
    },
    waybill: row.waybill,
    letterNo: row.letter_no,
    letterDated: row.letter_dated,
    personName: keyring.openText(row.name_sealed ?? row.person_name),
    idNumberMasked: number === null ? null : maskResidentId(number),
    scanReference: row.scan_reference,
    note: keyring.openText(row.note_sealed),
    state: stateOf(row),
    parkedFor: row.parked_for as ParkedFor | null,
    setAside: asideOf(row, keyring),
    transferId: row.transfer_id,
    caseNo: row.case_no,
    sameAs: row.same_as,
    twoRegions: row.two_regions,
    task: taskOf(row),
  };
}

/** What is set aside is parked, for the release before. */
const stateOf = ({ state, set_aside_at: setAsideAt }: Pick<Row, 'state' | 'set_aside_at'>): IncomingState =>
  state === 'parked' && setAsideAt !== null ? 'setAside' : (state as IncomingState);

function asideOf(row: Row, keyring: Keyring) {
  if (stateOf(row) !== 'setAside') return null;
  return {
    at: row.set_aside_at!.toISOString(),
    by: staffRef(row.aside_id!, row.aside_name!, row.aside_post!),
    note: openKept(keyring, row.set_aside_note_id, row.set_aside_note),
  };
}

const taskOf = ({ task_id: id, due_on: dueOn, ...row }: Row) =>
  id === null ? null : { id, dueOn: dueOn!, owner: staffRef(row.owner_id!, row.owner_name!, row.owner_post!) };

interface PapersAsked {
  readonly officeId: string;
  readonly kind?: IncomingKind | undefined;
  readonly state?: IncomingState | undefined;
  readonly transferId?: string | undefined;
  /** With whom they wait. */
  readonly ownerId?: string | undefined;
  readonly limit: number;
  readonly after?: AfterInstant | undefined;
}

export async function listIncoming(db: Db, keyring: Keyring, asked: PapersAsked) {
  const { officeId, kind, state, transferId, ownerId, limit, after } = asked;
  let query = selectPapers(db, officeId)
    .orderBy('p.arrived_at', 'desc')
    .orderBy('p.id')
    .limit(limit + 1);
  if (kind) query = query.where('p.kind', '=', kind);
  if (state) query = query.where('p.state', '=', state === 'setAside' ? 'parked' : state);
  if (state === 'parked') query = query.where('p.set_aside_at', 'is', null);
  if (state === 'setAside') query = query.where('p.set_aside_at', 'is not', null);
  if (transferId) query = query.where('p.transfer_id', '=', transferId);
  if (ownerId) query = query.where('task.owner_id', '=', ownerId);
  if (after) {
    query = query.where(
      sql<boolean>`(p.arrived_at < ${after.at}::timestamptz or (p.arrived_at = ${after.at}::timestamptz and p.id > ${after.id}::uuid))`,
    );
  }
  const rows = await query.execute();
  const { shown, last } = cutPage(rows, limit);
  return {
    items: shown.map((row) => asPaper(row, keyring)),
    next: afterInstant(last),
  };
}

/** @throws Refusal not-found */
export async function readIncoming(db: Db, keyring: Keyring, officeId: string, id: string) {
  const row = await selectPapers(db, officeId).where('p.id', '=', id).executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'There is no such paper.');
  return asPaper(row, keyring);
}
