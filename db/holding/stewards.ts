/** Stewards for whole lives: who cannot be one any more gives it up; whoever is away has a deputy in his place. */
import { sql } from 'kysely';
import { handingOf } from '../../domain/staff/held-work.ts';
import { isAway, type Colleague, type LoadOf } from '../../domain/staff/owner-choice.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { absencesInForce, nameDeputy, type AbsenceInForce } from '../office/absences.ts';
import { handing, type Review } from './handing.ts';
import { loadIn, loadsOf } from './loads.ts';
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
  const to = (await handing(tx, review, asStewardship(transfer.steward_id)))?.to;
  if (transfer.closed_at !== null || to === undefined) return;
  if (repairs) noteRepair(ledger, roster, transfer.steward_id);
  ledger.passStewardship(to);
  await endResponsibility(tx, id, null, now);
  await beginResponsibility(tx, id, { kind: 'steward', staffId: to, since: now, why: 'reassigned' });
  ledger.note({ kind: 'stewardChanged', occurredAt: now, source: 'system', payload: { to } });
  await ledger.write();
}

const asStewardship = (ownerId: string) =>
  ({ ownerId, role: 'clerk', apartFrom: [], lentBy: null, managerHolds: false }) as const;

/** One for each absence in force, named anew when he cannot be it any more. */
export async function reviewDeputies(db: Db, review: Review): Promise<void> {
  const { officeId, roster, today } = review;
  for (const absence of await absencesInForce(db, officeId, today)) {
    const colleagues = roster.of(officeId);
    if (!isSteward(colleagues.find(({ id }) => id === absence.staffId))) continue;
    if (isThere(colleagues, absence.deputyId, today)) continue;
    const deputyId = deputyFor(colleagues, loadIn(await loadsOf(db, roster)), absence, today);
    if (deputyId !== undefined && deputyId !== absence.deputyId) await name(db, officeId, absence, deputyId);
  }
}

export const isSteward = (one: Colleague | undefined): boolean =>
  one?.roles.some((role) => STEWARDS.includes(role)) === true;

/** The stand-in if he may, else whoever would get a transfer of his. */
export const deputyFor = (
  colleagues: readonly Colleague[],
  loadOf: LoadOf,
  { staffId, standInId }: { readonly staffId: string; readonly standInId: string | null },
  on: string,
): string | undefined =>
  isThere(colleagues, standInId, on) ? standInId : handingOf(colleagues, loadOf, asStewardship(staffId), on)?.to;

const isThere = (colleagues: readonly Colleague[], id: string | null, on: string): id is string =>
  colleagues.some((one) => one.id === id && !isAway(one, on) && isSteward(one));

const name = (db: Db, officeId: string, { id, staffId }: AbsenceInForce, deputyId: string): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await nameDeputy(tx, id, deputyId);
    await appendOfficeEvent(tx, { officeId, kind: 'deputyNamed', payload: { absenceId: id, staffId, deputyId } });
  });
