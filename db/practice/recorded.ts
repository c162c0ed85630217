/** What the ledger holds of an account since the case of its try was ready: all that a try is judged by. */
import { sql } from 'kysely';
import type { Recorded } from '../../domain/practice/exercise.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import type { Attempt } from './attempts.ts';

export interface Since {
  readonly staffId: string;
  readonly readyAt: Date;
  readonly readyOfficeAt: Date;
  readonly transferIds: readonly string[];
  readonly creditId: string | null;
  /** Of the made-up person, in its form of 18 characters. */
  readonly idNumber: string;
}

export async function recordedSince(db: Db, keyring: Keyring, since: Since): Promise<Recorded[]> {
  const found = await Promise.all([
    facts(db, since),
    acceptances(db, keyring, since),
    refusals(db, keyring, since),
    decisionsOnMoney(db, since),
    returns(db, since),
    looks(db, since),
    absences(db, since),
  ]);
  return found.flat();
}

/** Undefined while its case is not there. */
export function sinceOf(attempt: Attempt, idNumber: string): Since | undefined {
  const { staff_id: staffId, ready_at: readyAt, ready_office_at: readyOfficeAt } = attempt;
  if (!readyAt || !readyOfficeAt) return undefined;
  const { transfer_ids: transferIds, credit_id: creditId } = attempt;
  return { staffId, readyAt, readyOfficeAt, transferIds, creditId, idNumber };
}

const indexIn = (ids: readonly string[], id: string | null): number | null =>
  id !== null && ids.includes(id) ? ids.indexOf(id) : null;

async function facts(db: Db, { staffId, readyAt, transferIds }: Since): Promise<Recorded[]> {
  const { rows } = await sql<{
    transfer_id: string;
    kind: string;
    reason_code: string | null;
    payload: Readonly<Record<string, unknown>>;
  }>`select transfer_id, kind, reason_code, payload from events
    where transfer_id = any(${[...transferIds]}::uuid[]) and by_staff_id = ${staffId} and fact_seq is not null
      and real_at >= ${readyAt}
    order by transfer_id, seq`.execute(db);
  return rows.map(({ transfer_id: id, kind, reason_code: reasonCode, payload }) => ({
    what: kind,
    about: indexIn(transferIds, id),
    with: {
      ...textsOf(payload),
      reason: reasonCode === null ? 'none' : 'some',
      ...(reasonCode !== null && { reasonCode }),
      ...(kind === 'takenOver' && { to: payload['to'] === undefined ? 'self' : 'colleague' }),
    },
  }));
}

const textsOf = (payload: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(payload).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

/** Of this person, whoever had been accepted before. */
async function acceptances(db: Db, keyring: Keyring, since: Since): Promise<Recorded[]> {
  const { staffId, readyAt, idNumber, transferIds } = since;
  const { rows } = await sql<{ id: string; area_code: string; phone_sealed: Buffer | null }>`
    select transfers.id, counterparts.area_code, persons.phone_sealed
    from person_hashes
    join persons on persons.id = person_hashes.person_id
    join cases on cases.person_id = persons.id
    join transfers on transfers.case_id = cases.id
    join counterparts on counterparts.id = transfers.counterpart_id
    join events on events.transfer_id = transfers.id and events.kind = 'accepted'
      and events.by_staff_id = ${staffId} and events.real_at >= ${readyAt}
    where person_hashes.kind = 'idNumber' and person_hashes.hash = any(${keyring.hashes('idNumber', idNumber)}::bytea[])
    order by events.real_at`.execute(db);
  return rows.map(({ id, area_code: areaCode, phone_sealed: phone }) => ({
    what: 'accepted',
    about: indexIn(transferIds, id),
    with: { areaCode, mobile: keyring.openText(phone) ?? '' },
  }));
}

async function refusals(db: Db, keyring: Keyring, { staffId, readyOfficeAt, idNumber }: Since): Promise<Recorded[]> {
  const { rows } = await sql<{ reason_code: string; id_number_sealed: Buffer | null }>`
    select reason_code, id_number_sealed from refusals
    where kind = 'notTakenUp' and by_staff_id = ${staffId} and refused_at >= ${readyOfficeAt}`.execute(db);
  return rows
    .filter(({ id_number_sealed: sealed }) => keyring.openText(sealed) === idNumber)
    .map(({ reason_code: reasonCode }) => ({ what: 'refusedAtCounter', about: null, with: { reasonCode } }));
}

/** Whole: what the form of that transfer says, to the fen. */
async function decisionsOnMoney(db: Db, { staffId, readyOfficeAt, creditId, transferIds }: Since): Promise<Recorded[]> {
  const { rows } = await sql<{ transfer_id: string; is_whole: boolean }>`
    select transfer_id, coalesce(amount_fen = (select total_fen from info_forms
        where info_forms.transfer_id = matches.transfer_id and state = 'received'), false) as is_whole
    from matches
    where credit_id = ${creditId}::uuid and by_staff_id = ${staffId} and at >= ${readyOfficeAt}
      and transfer_id is not null and decision in ('matched', 'confirmed', 'split')`.execute(db);
  return rows.map(({ transfer_id: id, is_whole: isWhole }) => ({
    what: 'matched',
    about: indexIn(transferIds, id),
    with: { amount: isWhole ? 'whole' : 'other' },
  }));
}

async function returns(db: Db, { staffId, readyOfficeAt, creditId }: Since): Promise<Recorded[]> {
  const { rows } = await sql<{ reason_code: string }>`select proposal ->> 'reasonCode' as reason_code from approvals
    where kind = 'returnCredit' and proposed_by = ${staffId} and proposed_at >= ${readyOfficeAt}
      and (proposal ->> 'creditId')::uuid = ${creditId}::uuid`.execute(db);
  return rows.map(({ reason_code: reasonCode }) => ({ what: 'returnProposed', about: null, with: { reasonCode } }));
}

/** A list behind a rate, and a case of it that was opened. */
async function looks(db: Db, { staffId, readyAt }: Since): Promise<Recorded[]> {
  const { rows } = await sql<{ opened: boolean }>`
    select exists (select from look_ups opened where opened.staff_id = ${staffId} and opened.at >= listed.at
      and opened.kind in ('transfer', 'transferInFull') and opened.transfer_ids && listed.transfer_ids) as opened
    from look_ups listed
    where listed.staff_id = ${staffId} and listed.at >= ${readyAt} and listed.kind = 'completion'`.execute(db);
  return rows.flatMap(({ opened }) => [
    { what: 'rateListed', about: null, with: {} },
    ...(opened ? [{ what: 'openedFromRate', about: null, with: {} }] : []),
  ]);
}

async function absences(db: Db, { staffId, readyOfficeAt }: Since): Promise<Recorded[]> {
  const { rows } = await sql<{ username: string; from_day: string; until_day: string | null; has_stand_in: boolean }>`
    select staff.username, from_day, until_day, stand_in_id is not null as has_stand_in
    from absences join staff on staff.id = absences.staff_id
    where created_by = ${staffId} and absences.created_at >= ${readyOfficeAt}`.execute(db);
  return rows.map(({ username, from_day: fromDay, until_day: untilDay, has_stand_in: hasStandIn }) => ({
    what: 'absence',
    about: null,
    with: { username, fromDay, untilDay: untilDay ?? '', standIn: hasStandIn ? 'named' : 'none' },
  }));
}
