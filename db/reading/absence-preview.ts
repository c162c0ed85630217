/** What would pass to whom if somebody were away, as a page shows it: with names and case numbers, the soonest due first. */
import type { Db } from '../connection/connection.ts';
import { previewAbsence, type AskedAbsence, type WouldPass } from '../holding/absence-preview.ts';
import { listStaff, staffRef, type StaffRef } from '../office/staff.ts';

/** Rows that are told one by one; the numbers are of all. */
const MOST = 500;

export async function readAbsencePreview(db: Db, asked: AskedAbsence) {
  const { items, deputyId } = await previewAbsence(db, asked);
  const staff = new Map((await listStaff(db, asked.officeId)).map((one) => [one.id, one]));
  const refOf = (id: string | null): StaffRef | null => {
    const one = id === null ? undefined : staff.get(id);
    return one ? staffRef(one.id, one.displayName, one.post) : null;
  };
  const shown = [...items].sort(byDue).slice(0, MOST);
  const caseNos = await caseNosOf(
    db,
    shown.flatMap(({ transferId }) => transferId ?? []),
  );
  return {
    deputy: refOf(deputyId),
    stewarded: await countStewarded(db, asked),
    count: items.length,
    receivers: receiversOf(items).map(({ to, ...counts }) => ({ to: refOf(to), ...counts })),
    items: shown.map((item) => ({
      ...item,
      to: refOf(item.to),
      caseNo: item.transferId === null ? null : (caseNos.get(item.transferId) ?? null),
    })),
  };
}

const byDue = (one: WouldPass, other: WouldPass): number => ((one.dueOn ?? '9') < (other.dueOn ?? '9') ? -1 : 1);

interface Receiver {
  readonly to: string | null;
  readonly managerHolds: boolean;
  steps: number;
  tasks: number;
  money: number;
}

const COUNTED = { step: 'steps', task: 'tasks', money: 'money' } as const;

/** Whoever would get the most comes first. */
function receiversOf(items: readonly WouldPass[]): Receiver[] {
  const receivers = new Map<string, Receiver>();
  for (const { to, managerHolds, kind } of items) {
    const key = `${to ?? ''} ${String(managerHolds)}`;
    const receiver = receivers.get(key) ?? { to, managerHolds, steps: 0, tasks: 0, money: 0 };
    receiver[COUNTED[kind]] += 1;
    receivers.set(key, receiver);
  }
  const all = ({ steps, tasks, money }: Receiver): number => steps + tasks + money;
  return [...receivers.values()].sort((one, other) => all(other) - all(one));
}

async function caseNosOf(db: Db, transferIds: readonly string[]): Promise<Map<string, string>> {
  if (transferIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('transfers')
    .innerJoin('cases', 'cases.id', 'transfers.case_id')
    .select(['transfers.id', 'cases.case_no'])
    .where('transfers.id', 'in', [...new Set(transferIds)])
    .execute();
  return new Map(rows.map(({ id, case_no: caseNo }) => [id, caseNo]));
}

async function countStewarded(db: Db, { officeId, staffId }: AskedAbsence): Promise<number> {
  const { count } = await db
    .selectFrom('transfers')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('office_id', '=', officeId)
    .where('steward_id', '=', staffId)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
