/** One transfer under lock: collects what happened and writes it down in one statement per table. */
import { sql } from 'kysely';
import type { FactKind } from '../../domain/facts/facts.ts';
import { Refusal } from '../../domain/errors.ts';
import type { WaitingNudge } from '../../domain/facts/nudge.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { RulesInForce } from '../../domain/time/deadlines.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import { eventRow, eventsInsert, type EventRow, type NewEvent } from './event-rows.ts';
import { nudgesInsert } from './outbox.ts';
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
async function selectForUpdate(tx: Tx, transferId: string, officeId?: string) {
  const row = await tx
    .with('locked', (db) =>
      db
        .selectFrom('transfers')
        .innerJoin('cases', 'cases.id', 'transfers.case_id')
        .select(OF_TRANSFER.map((name) => `transfers.${name}` as const))
        .select(OF_CASE.map((name) => `cases.${name}` as const))
        .where('transfers.id', '=', transferId)
        .$if(officeId !== undefined, (query) => query.where('transfers.office_id', '=', officeId!))
        .forUpdate('transfers'),
    )
    .selectFrom('locked')
    .select(OF_TRANSFER)
    .select(OF_CASE)
    .select(sql<string>`(select area_code from offices where id = locked.office_id)`.as('area_code'))
    .select(sql<Date>`office_now()`.as('now'))
    .select(sql<number>`(select speed from office_clock)`.as('clock_speed'))
    .select(sql<string>`(select revision from rules_revision)`.as('rules_revision'))
    .select(sql<string>`roster_revision_now()`.as('roster_revision'))
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'There is no such transfer.');
  return row;
}
export type LockedTransfer = Awaited<ReturnType<typeof selectForUpdate>>;

export class TransferLedger {
  readonly tx: Tx;
  readonly transfer: LockedTransfer;
  /** Office time at the moment of the lock. */
  readonly now: Date;
  #events: EventRow[] = [];
  #nudges: WaitingNudge[] = [];
  #stewardId: string | undefined;
  #closing: { at: Date; closing: Closing; reasonCode: string | null } | undefined;

  private constructor(tx: Tx, transfer: LockedTransfer) {
    this.tx = tx;
    this.transfer = transfer;
    this.now = transfer.now;
  }

  /** Throws the refusal `not-found` when there is none, or the office that asks has none of this id. */
  static async open(tx: Tx, transferId: string, officeId?: string): Promise<TransferLedger> {
    return new TransferLedger(tx, await selectForUpdate(tx, transferId, officeId));
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

  /** Must be called once, before the transaction commits: events, numbers and outbox in one statement. */
  async write(): Promise<void> {
    const [events, nudges] = [this.#events, this.#nudges];
    if (events.length === 0) return;
    this.#events = [];
    this.#nudges = [];
    const noting = this.tx.with('noted', (db) => eventsInsert(db, events));
    // Only a followed transfer has a workflow to tell.
    const telling =
      nudges.length > 0 && this.transfer.followed
        ? noting.with('told', (db) => nudgesInsert(db, this.transfer, nudges))
        : noting;
    await this.#numbers(telling).execute();
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
