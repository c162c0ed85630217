/** Cases as the ledger would have recorded them, with instants of one's own choice: for figures and for the checker. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../db/connection/connection.ts';

export interface SketchedFact {
  readonly kind: string;
  /** The day in Asia/Shanghai; it happened at ten in the morning, unless `at` says when. */
  readonly on: string;
  readonly at?: string;
  /** When we learnt it; default: when it happened. */
  readonly recordedAt?: string;
  readonly reasonCode?: string;
  readonly outcome?: string;
  readonly source?: string;
  readonly payload?: Record<string, unknown>;
  readonly correctsSeq?: number;
  /** Default: every fact but the acceptance closes its step. */
  readonly closes?: boolean;
}

export interface RecordedOffice {
  readonly officeId: string;
  readonly staffId: string;
  readonly counterpartId: string;
}

const instantOf = (fact: SketchedFact): string => fact.at ?? tenOClock(fact.on);
export const tenOClock = (day: string): string => `${day}T02:00:00.000Z`;

let areas = 110_000;

/** An office with one colleague who holds every role, and one counterpart. */
export async function recordedOffice(db: Db): Promise<RecordedOffice> {
  const officeId = `office-${randomUUID().slice(0, 8)}`;
  await db
    .insertInto('offices')
    .values({ id: officeId, name: '样例社保中心', area_code: '110102', telephone: '010-12345678' })
    .execute();
  const { id: staffId } = await db
    .insertInto('staff')
    .values({ office_id: officeId, username: 'clerk1', display_name: '经办01', post: '经办岗' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: counterpartId } = await db
    .insertInto('counterparts')
    .values({ area_code: String(areas++), name: '对方社保中心', channel: 'ems' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { officeId, staffId, counterpartId };
}

export interface RecordedCase {
  readonly caseId: string;
  readonly transferId: string;
  readonly caseNo: string;
}

export interface CaseSketch {
  readonly direction?: 'in' | 'out';
  readonly facts: readonly SketchedFact[];
  readonly ruleVersion?: string;
  readonly caseNo?: string;
}

const ENDS: Record<string, string> = {
  booked: 'completed',
  relationEnded: 'completed',
  withdrawn: 'withdrawn',
  closedWithoutTransfer: 'closedWithoutTransfer',
};
const RETURNS = ['letterReturned', 'letterLost', 'returnedByCounterpart', 'sentBackToCounterpart'];

/** The first fact is the acceptance. A letter begins an attempt, a return ends it; `closes` follows from that. */
export async function recordCase(db: Db, office: RecordedOffice, sketch: CaseSketch): Promise<RecordedCase> {
  const direction = sketch.direction ?? 'in';
  const caseNo = sketch.caseNo ?? `IN${randomUUID()}`;
  const accepted = sketch.facts[0]!;
  const end = sketch.facts.find((fact) => closingOf(fact) !== undefined);
  const common = {
    office_id: office.officeId,
    direction,
    procedure_type: 'employee',
    rule_version: sketch.ruleVersion ?? '2010-66',
    counterpart_id: office.counterpartId,
  };
  const person = await db
    .insertInto('persons')
    .values({ office_id: office.officeId, name_sealed: Buffer.from('sealed') })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: caseId } = await db
    .insertInto('cases')
    .values({ ...common, case_no: caseNo, person_id: person.id, accepted_on: accepted.on })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: transferId } = await db
    .insertInto('transfers')
    .values({
      ...common,
      case_id: caseId,
      status_code: statusCode(),
      steward_id: office.staffId,
      followed: direction === 'in',
      accepted_at: instantOf(accepted),
      closed_at: end ? instantOf(end) : null,
      closing: end ? closingOf(end)! : null,
      last_seq: sketch.facts.length,
      last_fact_seq: sketch.facts.length,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordEvents(db, office, transferId, sketch.facts);
  await recordAttempts(db, transferId, sketch.facts);
  return { caseId, transferId, caseNo };
}

function closingOf(fact: SketchedFact): string | undefined {
  return fact.kind === 'reviewed' && fact.outcome === 'refused' ? 'refused' : ENDS[fact.kind];
}

const statusCode = (): string => randomUUID().replaceAll('-', '').slice(0, 13).toUpperCase();

async function recordEvents(db: Db, office: RecordedOffice, transferId: string, facts: readonly SketchedFact[]) {
  const rows = facts.map((fact, index) => ({
    transfer_id: transferId,
    seq: index + 1,
    fact_seq: index + 1,
    office_id: office.officeId,
    kind: fact.kind,
    closes: fact.closes ?? (fact.kind !== 'accepted' && fact.payload?.['parked'] !== true),
    outcome: fact.outcome ?? null,
    reason_code: fact.reasonCode ?? null,
    source: fact.source ?? 'staff',
    occurred_at: instantOf(fact),
    recorded_at: fact.recordedAt ?? instantOf(fact),
    payload: JSON.stringify(fact.payload ?? {}),
    corrects_seq: fact.correctsSeq ?? null,
  }));
  await db.insertInto('events').values(rows).execute();
}

async function recordAttempts(db: Db, transferId: string, facts: readonly SketchedFact[]) {
  let attempt = 0;
  for (const [index, fact] of facts.entries()) {
    if (fact.payload?.['parked'] === true) continue;
    const factSeq = index + 1;
    if (fact.kind === 'letterSent') {
      attempt += 1;
      await db
        .insertInto('attempts')
        .values({ transfer_id: transferId, attempt, started_at: instantOf(fact), started_by_fact_seq: factSeq })
        .execute();
    }
    const ending = RETURNS.includes(fact.kind) ? 'returned' : endingOf(fact);
    if (ending) {
      await sql`update attempts set ended_at = ${instantOf(fact)}, ended_by_fact_seq = ${factSeq}, ending = ${ending},
        reason_code = ${fact.reasonCode ?? null} where transfer_id = ${transferId} and ended_at is null`.execute(db);
    }
  }
}

function endingOf({ kind }: SketchedFact): string | undefined {
  return kind === 'booked' ? 'closed' : ENDS[kind];
}
