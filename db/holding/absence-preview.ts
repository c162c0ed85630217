/** What would pass to whom if somebody were away: by the rules that pass it then, over what is held now. Nothing is written. */
import { sql } from 'kysely';
import { handingOf, type HeldWork } from '../../domain/staff/held-work.ts';
import type { Colleague } from '../../domain/staff/owner-choice.ts';
import type { Db } from '../connection/connection.ts';
import { readNow } from '../office/clock.ts';
import { rosterNow } from '../office/roster.ts';
import { asHeldPiece, heldMoney, heldRemittances, heldTasks, type HeldPiece } from './held-tasks.ts';
import { asHeld, heldSteps, type HeldRow } from './held-steps.ts';
import { addLoad, countOpenSteps, loadIn } from './loads.ts';
import { deputyFor, isSteward } from './stewards.ts';
import type { TaskKind } from './tasks.ts';

export interface AskedAbsence {
  readonly officeId: string;
  readonly staffId: string;
  readonly standInId?: string | undefined;
  readonly fromDay: string;
}

export interface WouldPass {
  readonly kind: 'step' | 'task' | 'money';
  readonly transferId: string | null;
  readonly step: string | null;
  readonly taskKind: TaskKind | null;
  readonly dueOn: string | null;
  /** Null: it stays, for nobody else may have it. */
  readonly to: string | null;
  /** It would be the manager's because nobody of the role is there. */
  readonly managerHolds: boolean;
}

export interface AbsencePreview {
  readonly items: readonly WouldPass[];
  /** Who would be in his place for the transfers that he is the steward of; null: nobody, or he is none. */
  readonly deputyId: string | null;
}

/** One that begins later is looked at on its first day; what comes until then nobody knows. */
export async function previewAbsence(db: Db, asked: AskedAbsence): Promise<AbsencePreview> {
  const { officeId, staffId, standInId = null, fromDay } = asked;
  const { today } = await readNow(db);
  const on = fromDay > today ? fromDay : today;
  const roster = await rosterNow(db);
  const loads = await countOpenSteps(db);
  const loadOf = loadIn(loads);
  const away = withAbsence(roster.of(officeId), { staffId, standInId, from: on, deputyId: null });
  const isOne = isSteward(away.find(({ id }) => id === staffId));
  const deputyId = (isOne && deputyFor(away, loadOf, { staffId, standInId }, on)) || null;
  const colleagues = withAbsence(roster.of(officeId), { staffId, standInId, from: on, deputyId });
  const pass = (held: HeldWork): Pick<WouldPass, 'to' | 'managerHolds'> => {
    const next = handingOf(colleagues, loadOf, held, on);
    return { to: next?.to ?? null, managerHolds: next?.why === 'managerHolds' };
  };
  const steps = (await heldSteps(db, sql`s.office_id = ${officeId} and s.owner_id = ${staffId}`)).map((row) => {
    const next = pass(asHeld(db, row));
    if (next.to !== null) addLoad(loads, next.to);
    return asStep(row, next);
  });
  const tasks = await heldTasks(db, officeId, sql`k.owner_id = ${staffId}`);
  const money = [
    ...(await heldMoney(db, officeId, sql`c.owner_id = ${staffId}`)),
    ...(await heldRemittances(db, officeId, sql`r.owner_id = ${staffId}`)),
  ];
  const pieces = [
    ...tasks.map((one) => asPiece('task', one, pass)),
    ...money.map((one) => asPiece('money', one, pass)),
  ];
  return { items: [...steps, ...pieces], deputyId };
}

interface Asked {
  readonly staffId: string;
  readonly standInId: string | null;
  readonly deputyId: string | null;
  readonly from: string;
}

const withAbsence = (
  colleagues: readonly Colleague[],
  { staffId, standInId, deputyId, from }: Asked,
): readonly Colleague[] =>
  colleagues.map((one) =>
    one.id === staffId ? { ...one, absences: [...one.absences, { from, until: null, standInId, deputyId }] } : one,
  );

type Next = Pick<WouldPass, 'to' | 'managerHolds'>;

const asStep = (row: HeldRow, next: Next): WouldPass => ({
  kind: 'step',
  transferId: row.transfer_id,
  step: row.step,
  taskKind: null,
  dueOn: row.due_on,
  ...next,
});

const asPiece = (kind: 'task' | 'money', row: HeldPiece, pass: (held: HeldWork) => Next): WouldPass => ({
  kind,
  transferId: row.transfer_id,
  step: null,
  taskKind: row.task_kind,
  dueOn: row.due_on,
  ...pass(asHeldPiece(row)),
});
