/** One transfer under lock: collects what happened and what it changes, and writes it down in one statement. */
import { sql, type QueryCreator } from 'kysely';
import type { FactKind } from '../../domain/facts/facts.ts';
import { Refusal } from '../../domain/errors.ts';
import type { WaitingNudge } from '../../domain/facts/nudge.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { RulesInForce } from '../../domain/time/deadlines.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { compiledOnce } from '../connection/compiled.ts';
import type { Database, Db, Tx } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import { eventRow, eventsInsert, type EventRow, type NewEvent } from './event-rows.ts';
import { nudgesInsert } from './outbox.ts';
import type { StaffRef } from '../office/staff.ts';
import { ruleBookOf, type LimitsOf, type RuleBook } from '../office/rules.ts';
import { rosterOf, type Roster } from '../office/roster.ts';
import { procedureKey } from './procedure-key.ts';

const OF_TRANSFER = [
  'id',
  'office_id',
  'case_id',
  'direction',
  'procedure_type',
  'procedure_version',
  'rule_version',
  'counterpart_id',
  'steward_id',
  'letter_sender_id',
  'accepted_at',
  'closed_at',
  'closing',
  'followed',
  'last_seq',
  'last_fact_seq',
] as const;
const OF_CASE = ['case_no', 'person_id', 'imported'] as const;

/** What is read behind the lock is as of the lock, however long it was waited for. */
function selectLocked(db: Db, transferId: string) {
  return db
    .with('locked', (cte) =>
      cte
        .selectFrom('transfers')
        .innerJoin('cases', 'cases.id', 'transfers.case_id')
        .select(OF_TRANSFER.map((name) => `transfers.${name}` as const))
        .select(OF_CASE.map((name) => `cases.${name}` as const))
        .where('transfers.id', '=', transferId)
        .forUpdate('transfers'),
    )
    .selectFrom('locked')
    .select(OF_TRANSFER)
    .select(OF_CASE)
    .select(sql<string>`(select area_code from offices where id = locked.office_id)`.as('area_code'))
    .select(sql<Date>`office_now()`.as('now'))
    .select(sql<number>`(select speed from office_clock)`.as('clock_speed'))
    .select(sql<string>`(select revision from rules_revision)`.as('rules_revision'))
    .select(sql<string>`roster_revision_now()`.as('roster_revision'));
}
export type LockedTransfer = Awaited<ReturnType<ReturnType<typeof selectLocked>['executeTakeFirstOrThrow']>>;

const lockTransfer = compiledOnce(selectLocked);
const lockWithSteps = compiledOnce((db, transferId: string) =>
  selectLocked(db, transferId).select(sql<unknown>`steps_now(locked.id)`.as('steps')),
);
/** A part of the statement that writes a transfer down. */
export type Change = Parameters<QueryCreator<Database>['with']>[1];

export class TransferLedger {
  readonly tx: Tx;
  readonly transfer: LockedTransfer;
  /** The rows of its steps at the moment of the lock, as JSON; absent unless it was opened with them. */
  readonly steps: unknown;
  /** Office time at the moment of the lock. */
  readonly now: Date;
  #events: EventRow[] = [];
  #nudges: WaitingNudge[] = [];
  #changes = new Map<string, Change>();
  #stewardId: string | undefined;
  #closing: { at: Date; closing: Closing; reasonCode: string | null } | undefined;

  private constructor(tx: Tx, transfer: LockedTransfer, steps?: unknown) {
    this.tx = tx;
    this.transfer = transfer;
    this.steps = steps;
    this.now = transfer.now;
  }

  /** Throws the refusal `not-found` when there is none, or the office that asks has none of this id. */
  static async open(tx: Tx, transferId: string, officeId?: string): Promise<TransferLedger> {
    const [row] = await lockTransfer(tx, transferId);
    return new TransferLedger(tx, required(row, officeId));
  }

  /** The same with its steps, in the same statement. */
  static async openWithSteps(tx: Tx, transferId: string, officeId?: string): Promise<TransferLedger> {
    const [row] = await lockWithSteps(tx, transferId);
    return new TransferLedger(tx, required(row, officeId), row?.steps);
  }

  ruleBook(): Promise<RuleBook> {
    return ruleBookOf(this.tx, this.transfer.rules_revision);
  }

  roster(): Promise<Roster> {
    return rosterOf(this.tx, this.transfer.roster_revision);
  }

  /** Of the version that the case was opened under. */
  async rules(ruleVersion = this.transfer.rule_version): Promise<RulesInForce> {
    return (await this.ruleBook()).inForce(ruleVersion, this.limitsOf);
  }

  get limitsOf(): LimitsOf {
    const { direction, procedure_type: procedureType, area_code: areaCode } = this.transfer;
    return { direction, procedureType, areaCode };
  }

  /** The text that the transfer follows. @throws UnknownProcedure when only a later release knows it */
  get procedure(): Procedure {
    return proceduresOf(this.tx).of(procedureKey(this.transfer));
  }

  /** The same for what must go on without it: an ending, a hand-over, a fact from outside. */
  get knownProcedure(): Procedure | undefined {
    return proceduresOf(this.tx).find(procedureKey(this.transfer));
  }

  /** The sequence numbers that the next fact will get. */
  get nextFactSeq(): number {
    return this.transfer.last_fact_seq + 1;
  }

  /** The last fact that stands in the table already. */
  get writtenFactSeq(): number {
    return (this.pendingFacts[0]?.fact_seq ?? this.nextFactSeq) - 1;
  }

  /** Facts that are noted and not yet written down: whoever asks the table for facts does not see them. */
  get pendingFacts(): readonly EventRow[] {
    return this.#events.filter(({ fact_seq: factSeq }) => factSeq !== null);
  }

  note(event: NewEvent): { seq: number } {
    const seq = ++this.transfer.last_seq;
    this.#events.push(eventRow(this.transfer, event, { recordedAt: this.now, seq, factSeq: null }));
    return { seq };
  }

  noteFact(event: NewEvent & { kind: FactKind }): { seq: number; factSeq: number; event: EventRow } {
    const seq = ++this.transfer.last_seq;
    const factSeq = ++this.transfer.last_fact_seq;
    const row = eventRow(this.transfer, event, { recordedAt: this.now, seq, factSeq });
    this.#events.push(row);
    return { seq, factSeq, event: row };
  }

  /** What its workflow hears once this is committed. */
  tell(nudge: WaitingNudge): void {
    this.#nudges.push(nudge);
  }

  /** A row of another table, written with the events. Each has a name of its own; the first of a name stands. */
  change(name: string, change: Change): void {
    if (!this.#changes.has(name)) this.#changes.set(name, change);
  }

  changes(name: string): boolean {
    return this.#changes.has(name);
  }

  passStewardship(staffId: string): void {
    this.#stewardId = staffId;
    this.transfer.steward_id = staffId;
  }

  close(at: Date, closing: Closing, reasonCode: string | null): void {
    this.#closing = { at, closing, reasonCode };
    this.transfer.closed_at = at;
    this.transfer.closing = closing;
  }

  /** It was accepted at another instant than was thought. */
  async moveAcceptance(at: Date): Promise<void> {
    const { id, case_id: caseId } = this.transfer;
    this.transfer.accepted_at = at;
    await this.tx.updateTable('transfers').set({ accepted_at: at }).where('id', '=', id).execute();
    await sql`update cases set accepted_on = office_date(${at}::timestamptz) where id = ${caseId}`.execute(this.tx);
  }

  /** It ended at another instant; how it ended stays. */
  async moveEnd(at: Date): Promise<void> {
    this.transfer.closed_at = at;
    await this.tx.updateTable('transfers').set({ closed_at: at }).where('id', '=', this.transfer.id).execute();
  }

  /**
   * Before the transaction commits, and before anything else speaks of a row that is only noted here: events, changes, numbers and outbox
   * in one statement. None of its parts sees what another does, unless it reads from it.
   * @returns the colleague that was asked for, as an answer names one
   */
  async write(naming?: string): Promise<StaffRef | undefined> {
    const [events, nudges, changes] = [this.#events, this.#nudges, this.#changes];
    if (events.length + nudges.length + changes.size === 0) return undefined;
    this.#events = [];
    this.#nudges = [];
    this.#changes = new Map();
    let writing: Pick<Db, 'with' | 'updateTable'> = this.tx;
    for (const [name, change] of changes) writing = writing.with(name, change);
    if (events.length > 0) writing = writing.with('noted', (db) => eventsInsert(db, events));
    // Only a followed transfer has a workflow to tell.
    if (nudges.length > 0 && this.transfer.followed)
      writing = writing.with('told', (db) => nudgesInsert(db, this.transfer, nudges));
    const { named } = await this.#numbers(writing).returning(NAMED(naming)).executeTakeFirstOrThrow();
    return named ?? undefined;
  }

  #numbers(db: Pick<Db, 'updateTable'>) {
    return db
      .updateTable('transfers')
      .set({
        last_seq: this.transfer.last_seq,
        last_fact_seq: this.transfer.last_fact_seq,
        ...(this.#stewardId && { steward_id: this.#stewardId }),
        ...(this.#closing && {
          closed_at: this.#closing.at,
          closing: this.#closing.closing,
          closing_reason: this.#closing.reasonCode,
        }),
      })
      .where('id', '=', this.transfer.id);
  }
}

const NAMED = (staffId: string | undefined) =>
  sql<StaffRef | null>`(select json_build_object('id', id, 'displayName', display_name, 'post', post)
    from staff where id = ${staffId ?? null}::uuid)`.as('named');

function required(row: LockedTransfer | undefined, officeId: string | undefined): LockedTransfer {
  if (row && (officeId === undefined || row.office_id === officeId)) return row;
  throw new Refusal('not-found', 'There is no such transfer.');
}
