/** One transfer under lock: collects what happened and what it changes, and writes it down in one statement. */
import { sql, type UpdateObject } from 'kysely';
import type { FactKind } from '../../domain/facts/facts.ts';
import type { WaitingNudge } from '../../domain/facts/nudge.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { RulesInForce } from '../../domain/time/deadlines.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { part, rarePart, statementOf, type Change, type Part } from '../connection/statement-parts.ts';
import { executeLast } from '../connection/travelling-begin.ts';
import type { Database, Tx } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import { eventRow, eventsPart, type EventRow, type NewEvent } from './event-rows.ts';
import { lockTransfer, lockWithSteps, required, type LockedTransfer, type StandsNow } from './locked-transfer.ts';
import { nudgesPart, type NewMessage } from './outbox.ts';
import { textsPart, type NewText } from '../texts/sealed-texts.ts';
import type { StaffRef } from '../office/staff.ts';
import { ruleBookOf, type LimitsOf, type RuleBook } from '../office/rules.ts';
import { rosterOf, type Roster } from '../office/roster.ts';
import { procedureKey } from './procedure-key.ts';

export class TransferLedger {
  readonly tx: Tx;
  readonly transfer: LockedTransfer;
  /** At the moment of the lock; absent unless it was opened with them. */
  readonly stands: StandsNow | undefined;
  /** Office time at the moment of the lock. */
  readonly now: Date;
  #events: EventRow[] = [];
  #messages: NewMessage[] = [];
  #texts: NewText[] = [];
  #changes = new Map<string, Part>();
  #stewardId: string | undefined;
  #closing: { at: Date; closing: Closing; reasonCode: string | null } | undefined;

  private constructor(tx: Tx, transfer: LockedTransfer, stands?: StandsNow) {
    this.tx = tx;
    this.transfer = transfer;
    this.stands = stands;
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
    return new TransferLedger(tx, required(row, officeId), row?.stands);
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
    this.keep(...Object.values(event.texts ?? {}));
    return { seq };
  }

  noteFact(event: NewEvent & { kind: FactKind }): { seq: number; factSeq: number; event: EventRow } {
    const seq = ++this.transfer.last_seq;
    const factSeq = ++this.transfer.last_fact_seq;
    const row = eventRow(this.transfer, event, { recordedAt: this.now, seq, factSeq });
    this.#events.push(row);
    this.keep(...Object.values(event.texts ?? {}));
    return { seq, factSeq, event: row };
  }

  /** Words that a row written with the events keeps the ids of. */
  keep(...texts: readonly (NewText | undefined)[]): void {
    this.#texts.push(...texts.filter((text) => text !== undefined));
  }

  /** What its workflow hears once this is committed. */
  tell(nudge: WaitingNudge, { waits = false } = {}): void {
    this.#messages.push({ nudge, waits });
  }

  /** A row of another table, written with the events. Each has a name of its own; the first of a name stands. */
  change(part: Part): void {
    if (!this.#changes.has(part.name)) this.#changes.set(part.name, part);
  }

  /** The same of what comes seldom: the statement is built for it. */
  changeRarely(name: string, build: Change): void {
    this.change(rarePart(name, build));
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
   * @param last the transaction ends with it, in one flight; unless there is nothing to write
   * @returns the colleague that was asked for, as an answer names one
   */
  async write(naming?: string, { last = false } = {}): Promise<StaffRef | undefined> {
    const [events, messages, changes, texts] = [this.#events, this.#messages, this.#changes, this.#texts];
    if (events.length + messages.length + changes.size + texts.length === 0) return undefined;
    this.#events = [];
    this.#messages = [];
    this.#changes = new Map();
    this.#texts = [];
    const parts = [...textsPart(texts), ...changes.values()];
    if (events.length > 0) parts.push(eventsPart(events));
    // Only a followed transfer has a workflow to tell.
    if (messages.length > 0 && this.transfer.followed) parts.push(nudgesPart(this.transfer, messages));
    parts.push(NUMBERS({ ...this.#numbers(), naming }));
    const statement = statementOf<{ named: StaffRef | null }>(this.tx, parts);
    const [row] = last ? await executeLast(this.tx, statement) : (await this.tx.executeQuery(statement)).rows;
    return row?.named ?? undefined;
  }

  #numbers() {
    const { id, last_seq, last_fact_seq } = this.transfer;
    const closing = this.#closing && {
      closed_at: this.#closing.at,
      closing: this.#closing.closing,
      closing_reason: this.#closing.reasonCode,
    };
    return { id, last_seq, last_fact_seq, steward_id: this.#stewardId, ...closing };
  }
}

interface Numbers extends UpdateObject<Database, 'transfers'> {
  readonly id: string;
  /** Of the colleague that the answer names. */
  readonly naming: string | undefined;
}

const NUMBERS = part('numbers', (db, { id, naming, ...numbers }: Numbers) =>
  db.updateTable('transfers').set(numbers).where('id', '=', id).returning(NAMED(naming)),
);

const NAMED = (staffId: string | undefined) =>
  sql<StaffRef | null>`(select json_build_object('id', id, 'displayName', display_name, 'post', post)
    from staff where id = ${staffId ?? null}::uuid)`.as('named');
