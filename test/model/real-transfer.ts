/** A transfer on a real ledger, with the real procedure beside it, as the commands of the model use it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { ledgerActivities } from '../../activities/ledger.ts';
import { bodyHash } from '../../api/handling/canonical-json.ts';
import type { Db } from '../../db/connection/connection.ts';
import { officeNow, readClock } from '../../db/office/clock.ts';
import { recordFact } from '../../db/counter/record-fact.ts';
import { Refusal } from '../../domain/errors.ts';
import type { NewFactDetail } from '../../domain/facts/new-fact.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { inEmployee } from '../../domain/procedures/in-employee.ts';
import { stepRule } from '../../domain/procedures/rules.ts';
import type { FactNudge } from '../../domain/facts/nudge.ts';
import { nudgeOf } from '../../relay/nudge.ts';
import { transfer } from '../../workflows/index.ts';
import { testKeyring, type TestOffice } from '../builders/office.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { silentEvents } from '../support/running-office.ts';
import { ProcedureRun } from './procedure-in-process.ts';

type Who = keyof TestOffice['staff'];

export type RealTransfer = Awaited<ReturnType<typeof aRealTransfer>>;

let transfers = 0;

export async function aRealTransfer(db: Db, office: TestOffice) {
  const transferId = await anAcceptedTransfer(db, office);
  const run = ++transfers;
  const { case_no: caseNo } = await db
    .selectFrom('cases')
    .innerJoin('transfers', 'transfers.case_id', 'cases.id')
    .select('case_no')
    .where('transfers.id', '=', transferId)
    .executeTakeFirstOrThrow();
  const begun = await officeNow(db);
  const start = () =>
    new ProcedureRun(transfer, ledgerActivities({ db, events: silentEvents }), {
      transferId,
      procedure: inEmployee.key,
    });
  // Started by its first message, or by the reconciler.
  let procedure: ProcedureRun | undefined;
  const record = async (who: Who, detail: NewFactDetail, key: string): Promise<string> => {
    const by = { staffId: office.staff[who], source: 'staff' } as const;
    const fact = { transferId, officeId: office.officeId, detail, by, idempotencyKey: key, bodyHash: bodyHash(detail) };
    return refusalOf(
      recordFact(db, testKeyring, fact).then(({ event, parked }) =>
        !event ? 'repeated' : parked ? 'parked' : 'recorded',
      ),
    );
  };
  return {
    db,
    office,
    transferId,
    serialOf: (credit: number) => `M${String(run)}-${String(credit)}`,
    begun: begun.getTime(),
    begunOn: dateOf(begun),
    waybill: (envelope: number) => String(1_000_000_000_000 + run * 1000 + envelope),
    newKey: () => ({ idempotencyKey: randomUUID(), bodyHash: bodyHash(randomUUID()) }),
    async say(who: Who, detail: NewFactDetail) {
      const key = randomUUID();
      return { key, answer: await record(who, detail, key) };
    },
    again: record,
    bankLine: (credit: number, amountFen: number, marked: boolean) => ({
      officeId: office.officeId,
      serial: `M${String(run)}-${String(credit)}`,
      bookedOn: dateOf(begun),
      amountFen,
      payerName: '',
      // Else the same amount on the same day would be taken for one payment that is told twice.
      payerAccount: String(620_000_000 + credit),
      memo: marked ? `${caseNo} 首笔` : caseNo,
    }),
    procedureEnded: () => procedure?.ended,
    async proceed(how: string) {
      const nudges = await takeMessages(db, transferId);
      if (how === 'a new worker' || !procedure) procedure = start();
      await procedure.rest();
      if (how === 'none, the alarm rings') return procedure.alarm();
      if (how === 'backwards') for (const nudge of nudges.reverse()) procedure.signal([nudge]);
      else procedure.signal(how === 'the last only' ? nudges.slice(-1) : nudges);
      await procedure.rest();
      if (how === 'twice') procedure.signal(nudges);
      await procedure.rest();
    },
    /** The next walk finds everybody at his desk, and nothing of this one left. */
    async over() {
      await sql`update absences set ended_at = office_now() where ended_at is null`.execute(db);
      await record('manager', { kind: 'withdrawn', reasonCode: 'W02' }, randomUUID());
      await procedure?.alarm();
      await takeMessages(db, transferId);
    },
    owner: () => ownerOf(db, office, transferId),
    isQualified: (who: Who, step: string) => who === 'manager' || ROLES[who].includes(stepRule(inEmployee, step).role),
    async dayAfter(days: number): Promise<string> {
      const { rows } = await sql<{ day: string }>`select office_date(office_now()) + ${days}::integer as day`.execute(
        db,
      );
      return rows[0]!.day;
    },
    daysPass: (days: number) =>
      sql`update office_clock set office_anchor = office_anchor + ${days} * interval '1 day'`
        .execute(db)
        .then(() => {}),
  };
}

/** As test/builders/office.ts has them. */
const ROLES: Record<Who, readonly string[]> = {
  clerk: ['clerk'],
  letterClerk: ['letterClerk'],
  letterClerk2: ['letterClerk'],
  entryClerk: ['entryClerk'],
  reviewer: ['reviewer'],
  reviewer2: ['reviewer', 'entryClerk'],
  accountClerk: ['accountClerk'],
  finance: ['finance'],
  manager: ['manager'],
};

export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    const answer = await work;
    return typeof answer === 'string' ? answer : 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.refusal;
    throw error;
  }
}

async function takeMessages(db: Db, transferId: string): Promise<FactNudge[]> {
  const { officeNow: now, speed } = await readClock(db);
  const { rows } = await sql<{ payload: unknown }>`with taken as (
      update outbox set sent_at = clock_timestamp() where transfer_id = ${transferId} and sent_at is null returning id, payload)
    select payload from taken order by id`.execute(db);
  return rows.map(({ payload }) => nudgeOf({ payload, officeNow: now, speed }));
}

async function ownerOf(db: Db, office: TestOffice, transferId: string): Promise<Who | undefined> {
  const row = await db
    .selectFrom('steps')
    .select('owner_id')
    .where('transfer_id', '=', transferId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return (Object.keys(office.staff) as Who[]).find((name) => office.staff[name] === row?.owner_id);
}

export async function partIdsOf(real: RealTransfer, credit: number) {
  return real.db
    .selectFrom('credits')
    .innerJoin('credit_parts', 'credit_parts.credit_id', 'credits.id')
    .select(['credits.id as creditId', 'credit_parts.id as partId'])
    .where('serial', '=', real.serialOf(credit))
    .executeTakeFirst();
}

/** The ledger's own account of the transfer, in the words of the reference. */
export async function ledgerOf({ db, transferId, serialOf }: RealTransfer) {
  const { rows } = await sql<{ told: Record<string, unknown> }>`select jsonb_build_object(
    'closing', t.closing, 'facts', t.last_fact_seq,
    'steps', (select coalesce(jsonb_agg(step || ' ' || attempt || ' ' || coalesce(outcome, '…') order by ordinal), '[]')
      from steps where transfer_id = t.id),
    'attempts', (select coalesce(jsonb_agg(attempt || ' ' || coalesce(ending, '…') order by attempt), '[]')
      from attempts where transfer_id = t.id),
    'held', exists (select from steps where transfer_id = t.id and closed_at is null and held_since is not null),
    'formFen', (select total_fen from info_forms where transfer_id = t.id and state = 'received'),
    'money', (select coalesce(jsonb_agg(p.state || ' ' || p.reason || ' ' || p.amount_fen), '[]')
      from credit_parts p join credits c on c.id = p.credit_id where c.serial like ${serialOf(0).replace(/0$/, '%')}),
    'letters', (select coalesce(jsonb_agg(attempt || ' ' || state || ' ' || coalesce(failure_code, '–') order by attempt, envelope), '[]')
      from letters where transfer_id = t.id)) as told
    from transfers t where t.id = ${transferId}`.execute(db);
  const { money, ...told } = rows[0]!.told as { money: string[] };
  return { ...told, money: money.sort() };
}
