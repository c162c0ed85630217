/** Stewards for whole lives: who cannot be one any more gives it up; whoever is away has a deputy in his place. */
import { sql } from 'kysely';
import { isAway } from '../../domain/staff/owner-choice.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { absencesInForce, nameDeputy, type AbsenceInForce } from '../office/absences.ts';
import type { Roster } from '../office/roster.ts';
import { handing, type Review } from './handing.ts';
import { beginResponsibility, endResponsibility } from './owners.ts';
import { noteRepair } from './repairs.ts';

/** The manager may be one, and so may the administrator where nobody else is there. */
export const STEWARDS = ['clerk', 'manager', 'administrator'];

/** One transfer a transaction. */
export async function reviewStewards(db: Db, review: Review): Promise<void> {
  const { officeId, roster } = review;
  const may = roster.of(officeId).filter(({ roles }) => roles.some((role) => STEWARDS.includes(role)));
  const { rows } = await sql<{ id: string }>`select id from transfers
    where office_id = ${officeId} and closed_at is null and not steward_id = any(${may.map(({ id }) => id)}::uuid[])
    order by id`.execute(db);
  for (const { id } of rows) await db.transaction().execute((tx) => passStewardship(tx, id, review));
}

async function passStewardship(tx: Tx, id: string, { repairs }: Review): Promise<void> {
  const ledger = await TransferLedger.open(tx, id);
  const { transfer, now } = ledger;
  const roster = await ledger.roster();
  const review = { officeId: transfer.office_id, roster, today: dateOf(now) };
  const to = await nextFor(tx, review, transfer.steward_id);
  if (transfer.closed_at !== null || to === undefined) return;
  if (repairs) noteRepair(ledger, roster, transfer.steward_id);
  ledger.passStewardship(to);
  await endResponsibility(tx, id, null, now);
  await beginResponsibility(tx, id, { kind: 'steward', staffId: to, since: now, why: 'reassigned' });
  ledger.note({ kind: 'stewardChanged', occurredAt: now, source: 'system', payload: { to } });
  await ledger.write();
}

async function nextFor(db: Db, review: Omit<Review, 'repairs'>, staffId: string): Promise<string | undefined> {
  const held = { ownerId: staffId, role: 'clerk', apartFrom: [], lentBy: null, managerHolds: false } as const;
  return (await handing(db, review, held))?.to;
}

/** One for each absence in force, named anew when he cannot be it any more. */
export async function reviewDeputies(db: Db, review: Review): Promise<void> {
  const { officeId, roster, today } = review;
  for (const absence of await absencesInForce(db, officeId, today)) {
    const steward = roster.of(officeId).find(({ id }) => id === absence.staffId);
    if (!steward?.roles.some((role) => STEWARDS.includes(role))) continue;
    if (isThere(roster, officeId, absence.deputyId, today)) continue;
    const deputyId = isThere(roster, officeId, absence.standInId, today)
      ? absence.standInId
      : await nextFor(db, review, absence.staffId);
    if (deputyId !== undefined && deputyId !== absence.deputyId) await name(db, officeId, absence, deputyId);
  }
}

const isThere = (roster: Roster, officeId: string, id: string | null, on: string): id is string =>
  roster
    .of(officeId)
    .some((one) => one.id === id && !isAway(one, on) && one.roles.some((role) => STEWARDS.includes(role)));

const name = (db: Db, officeId: string, { id, staffId }: AbsenceInForce, deputyId: string): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await nameDeputy(tx, id, deputyId);
    await appendOfficeEvent(tx, { officeId, kind: 'deputyNamed', payload: { absenceId: id, staffId, deputyId } });
  });
