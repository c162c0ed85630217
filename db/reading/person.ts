/** One person with every transfer, for whoever stands before them: who holds what, what they were told, what waits for them. */
import { maskPhone } from '../../domain/persons/phone.ts';
import { maskResidentId, type Sex } from '../../domain/persons/resident-id.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { APPLICATION_COLUMNS, applicationOf } from './application.ts';
import { hasWorkWith } from './own-work.ts';
import { listPersonChanges } from './person-changes.ts';
import { readPersonInFull } from './person-in-full.ts';
import { readProgress } from './progress.ts';
import { listTasks } from './task-list.ts';
import { noticesOf } from './transfer-detail.ts';
import { listTransferRowsByIds } from './transfer-rows.ts';

/** More than anybody has, unless several persons were made one. */
const MOST = 50;

interface Viewer {
  readonly id: string;
  readonly officeId: string;
}

/** Addressed by any of their transfers. Undefined when the office has no such transfer. */
export function readPerson(db: Db, keyring: Keyring, transferId: string, viewer: Viewer) {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const person = await personOf(tx, transferId, viewer.officeId);
      if (!person) return undefined;
      const isOwn = await hasWorkWith(tx, transferId, viewer.id);
      const inFull = isOwn ? await readPersonInFull(tx, keyring, viewer.officeId, transferId) : undefined;
      const mobile = keyring.openText(person.phone_sealed);
      return {
        name: keyring.openText(person.name_sealed) ?? '',
        idNumberMasked: maskResidentId(keyring.openText(person.id_number_sealed) ?? ''),
        mobileMasked: mobile === null ? null : maskPhone(mobile),
        sex: person.sex as Sex | null,
        passportOf: person.passport_of,
        address: keyring.openText(person.address_sealed),
        inFull: inFull ?? null,
        changes: await listPersonChanges(tx, transferId),
        earlier: await earlierOf(tx, keyring, person.id),
        transfers: await transfersOf(tx, keyring, person.id, viewer.officeId),
      };
    });
}

function personOf(tx: Tx, transferId: string, officeId: string) {
  return tx
    .selectFrom('transfers as t')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .select(['p.id', 'p.name_sealed', 'p.id_number_sealed', 'p.phone_sealed', 'p.address_sealed'])
    .select(['p.sex', 'p.passport_of'])
    .where('t.id', '=', transferId)
    .where('t.office_id', '=', officeId)
    .executeTakeFirst();
}

const SHOWN_AS = { mobile: maskPhone, idNumber: maskResidentId, name: (name: string) => name } as const;

/** By what they were known before, the newest first: people bring old letters. */
async function earlierOf(tx: Tx, keyring: Keyring, personId: string) {
  const rows = await tx
    .selectFrom('person_changes')
    .select(['field', 'was_sealed', 'changed_at'])
    .where('person_id', '=', personId)
    .where('field', 'in', ['mobile', 'idNumber', 'name'])
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.flatMap((row) => {
    const was = keyring.openText(row.was_sealed);
    const field = row.field as keyof typeof SHOWN_AS;
    return was === null ? [] : [{ field, was: SHOWN_AS[field](was), until: row.changed_at.toISOString() }];
  });
}

/** What is open first, then the newest. */
async function transfersOf(tx: Tx, keyring: Keyring, personId: string, officeId: string) {
  const found = await tx
    .selectFrom('transfers as t')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .select('t.id')
    .where('c.person_id', '=', personId)
    .where('t.office_id', '=', officeId)
    .orderBy((eb) => eb('t.closed_at', 'is not', null))
    .orderBy('t.accepted_at', 'desc')
    .orderBy('t.id')
    .limit(MOST)
    .execute();
  const ids = found.map(({ id }) => id);
  const rows = await listTransferRowsByIds(tx, keyring, ids);
  const said = await saidOf(tx, keyring, ids);
  const transfers = [];
  for (const transfer of rows) {
    const { id } = transfer;
    const { items: tasks } = await listTasks(tx, { officeId, transferId: id, state: 'open' }, { limit: 100 });
    transfers.push({
      transfer,
      progress: (await readProgress(tx, officeId, id))!,
      ...said.get(id)!,
      tasks,
      notices: await noticesOf(tx, keyring, id),
    });
  }
  return transfers;
}

/** Whoever acts for them, and what was answered at the counter. */
async function saidOf(tx: Tx, keyring: Keyring, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('transfers as t')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .leftJoin('applications as a', 'a.case_id', 'c.id')
    .select(['t.id', 't.status_code', 'p.employer_sealed'])
    .select(APPLICATION_COLUMNS)
    .where('t.id', 'in', [...ids])
    .execute();
  return new Map(
    rows.map((row) => {
      const employer = keyring.openText(row.application_case === null ? row.employer_sealed : row.said_employer);
      return [row.id, { statusCode: row.status_code, employer, application: applicationOf(row, keyring) }] as const;
    }),
  );
}
