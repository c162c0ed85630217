/** Everything that a colleague holds today (交接清单, domain 13.13): signed by who hands over, who takes over, who watches. */
import type { HandOverListData } from '../../../documents/kinds/hand-over-list.ts';
import { refuseDefects, type Defect } from '../../../domain/errors.ts';
import type { Db } from '../../connection/connection.ts';
import { proceduresOf } from '../../connection/procedures.ts';
import type { Keyring } from '../../connection/sealing.ts';
import { procedureKey } from '../../ledger/procedure-key.ts';
import { readStaff } from '../../office/staff.ts';
import type { DocumentReader, Reading } from '../reading.ts';
import { numberOfOfficeDay, ofNoTransfer } from './day-numbers.ts';

/** The subject is who hands over; whoever is not named is written in by hand. @throws Refusal not-found; invalid (one person in two places) */
export const readHandOverList: DocumentReader<HandOverListData> = async (reading) => {
  const { tx, keyring, officeId, subjectId: from, input, today } = reading;
  refuseDefects([...ofNoTransfer(reading), ...placesTaken(reading), ...(await nobodyOf(reading))]);
  const [transfers, tasks, money, remittances] = [
    await transfersOf(tx, keyring, officeId, from!),
    await tasksOf(tx, officeId, from!),
    await moneyOf(tx, officeId, from!),
    await remittancesOf(tx, officeId, from!),
  ];
  return {
    number: await numberOfOfficeDay(reading, { kind: 'handOverList', letters: 'JJQD' }),
    transferIds: [...transfers, ...tasks, ...money, ...remittances].flatMap(({ transferId }) => transferId ?? []),
    data: {
      day: today,
      from: await named(reading, from!),
      to: input.toStaffId === undefined ? null : await named(reading, input.toStaffId),
      watchedBy: input.watchedById === undefined ? null : await named(reading, input.watchedById),
      transfers: transfers.map(({ line }) => line),
      tasks: tasks.map(({ line }) => line),
      money: money.map(({ line }) => line),
      remittances: remittances.map(({ line }) => line),
    },
  };
};

function placesTaken({ subjectId: from, input: { toStaffId: to, watchedById: watches } }: Reading): Defect[] {
  const twice = (field: string, message: string): Defect => ({ field: `input.${field}`, code: 'same', message });
  return [
    ...(from === null ? [{ field: 'subjectId', code: 'missing', message: 'Whose work is handed over?' }] : []),
    ...(to !== undefined && to === from ? [twice('toStaffId', 'Nobody hands over to themselves.')] : []),
    ...(watches !== undefined && (watches === from || watches === to)
      ? [twice('watchedById', 'Who watches is neither of the two.')]
      : []),
  ];
}

/** Whoever is named and does not work here. */
async function nobodyOf({ tx, officeId, input: { toStaffId, watchedById } }: Reading): Promise<Defect[]> {
  const asked = Object.entries({ toStaffId, watchedById }).flatMap(([field, id]) =>
    id === undefined ? [] : [{ field, id }],
  );
  if (asked.length === 0) return [];
  const rows = await tx
    .selectFrom('staff')
    .select('id')
    .where('office_id', '=', officeId)
    .where(
      'id',
      'in',
      asked.map(({ id }) => id),
    )
    .execute();
  return asked
    .filter(({ id }) => !rows.some((row) => row.id === id))
    .map(({ field }) => ({ field: `input.${field}`, code: 'unknown', message: 'There is no such account.' }));
}

async function named({ tx, officeId }: Reading, id: string) {
  const { displayName: name, post } = await readStaff(tx, officeId, id);
  return { name, post };
}

/** Whose open step he has, or whose steward he is; in the order in which they are due, those without a step last. */
async function transfersOf(tx: Db, keyring: Keyring, officeId: string, staffId: string) {
  const rows = await tx
    .selectFrom('transfers as t')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .innerJoin('counterparts as cp', 'cp.id', 't.counterpart_id')
    .leftJoin('steps as s', (join) => join.onRef('s.transfer_id', '=', 't.id').on('s.closed_at', 'is', null))
    .select(['t.id', 'c.case_no', 't.direction', 't.procedure_type', 't.procedure_version', 'p.name_sealed', 'cp.name'])
    .select(['s.step', 's.due_on', 's.overdue_at', 's.held_since', 's.owner_id', 't.steward_id'])
    .where('t.office_id', '=', officeId)
    .where('t.closed_at', 'is', null)
    .where((eb) => eb.or([eb('s.owner_id', '=', staffId), eb('t.steward_id', '=', staffId)]))
    .orderBy((eb) => eb('s.due_on', 'is', null))
    .orderBy('s.due_on')
    .orderBy('c.case_no')
    .execute();
  return rows.map((row) => ({
    transferId: row.id,
    line: {
      caseNo: row.case_no,
      personName: keyring.openText(row.name_sealed) ?? '',
      counterpartName: row.name,
      stepName: row.step === null ? null : stepName(tx, procedureKey(row), row.step),
      dueOn: row.due_on,
      isOverdue: row.overdue_at !== null,
      isHeld: row.held_since !== null,
      holdsStep: row.owner_id === staffId,
      isSteward: row.steward_id === staffId,
    },
  }));
}

const stepName = (tx: Db, procedure: string, step: string): string =>
  proceduresOf(tx).find(procedure)?.words['zh-CN'].steps[step] ?? step;

async function tasksOf(tx: Db, officeId: string, staffId: string) {
  const rows = await tx
    .selectFrom('tasks as k')
    .leftJoin('transfers as t', 't.id', 'k.transfer_id')
    .leftJoin('cases as c', 'c.id', 't.case_id')
    .leftJoin('reason_codes as reason', 'reason.code', 'k.reason_code')
    .select(['k.kind', 'k.transfer_id', 'c.case_no', 'k.due_on', 'reason.zh'])
    .where('k.office_id', '=', officeId)
    .where('k.owner_id', '=', staffId)
    .where('k.closed_at', 'is', null)
    .orderBy('k.due_on')
    .orderBy('k.id')
    .execute();
  return rows.map((row) => ({
    transferId: row.transfer_id,
    line: { kind: row.kind, caseNo: row.case_no, dueOn: row.due_on, reason: row.zh ?? '' },
  }));
}

/** Money that waits for him: each part with its entry in the bank’s statement. */
async function moneyOf(tx: Db, officeId: string, staffId: string) {
  const rows = await tx
    .selectFrom('credit_parts as part')
    .innerJoin('credits as credit', 'credit.id', 'part.credit_id')
    .leftJoin('transfers as t', 't.id', 'part.transfer_id')
    .leftJoin('cases as c', 'c.id', 't.case_id')
    .select(['credit.serial', 'credit.booked_on', 'part.amount_fen', 'part.state', 'part.transfer_id', 'c.case_no'])
    .where('part.office_id', '=', officeId)
    .where('part.owner_id', '=', staffId)
    .where('part.state', 'in', ['suspense', 'proposed'])
    .orderBy('credit.booked_on')
    .orderBy('part.id')
    .execute();
  return rows.map((row) => ({
    transferId: row.transfer_id,
    line: {
      serial: row.serial,
      bookedOn: row.booked_on,
      amountFen: row.amount_fen,
      state: row.state,
      caseNo: row.case_no,
    },
  }));
}

/** Money out that he has, or chases: neither arrived nor withdrawn nor paid anew. */
async function remittancesOf(tx: Db, officeId: string, staffId: string) {
  const rows = await tx
    .selectFrom('remittances as r')
    .leftJoin('remittances as next', 'next.replaces_id', 'r.id')
    .leftJoin('transfers as t', 't.id', 'r.transfer_id')
    .leftJoin('cases as c', 'c.id', 't.case_id')
    .select(['r.reference', 'r.amount_fen', 'r.state', 'r.place', 'r.due_on', 'r.transfer_id', 'c.case_no'])
    .where('r.office_id', '=', officeId)
    .where('r.owner_id', '=', staffId)
    .where('r.state', 'not in', ['confirmed', 'withdrawn'])
    .where('next.id', 'is', null)
    .orderBy('r.reference')
    .execute();
  return rows.map((row) => ({
    transferId: row.transfer_id,
    line: {
      reference: row.reference,
      amountFen: row.amount_fen,
      state: row.state,
      place: row.place,
      dueOn: row.due_on,
      caseNo: row.case_no,
    },
  }));
}
