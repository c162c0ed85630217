/** One transfer under lock: collects what happened and writes it down in one statement per table. */
import { sql } from 'kysely';
import type { EventKind, FactKind } from '../domain/facts.ts';
import { Refusal } from '../domain/errors.ts';
import type { Closing } from '../domain/steps.ts';
import type { Db, Tx } from './connection.ts';
import { ruleBookOf, type RuleBook, type RulesInForce } from './rules.ts';

export type EventSource = 'staff' | 'import' | 'courier' | 'bank' | 'system' | 'insured';

export interface NewEvent {
  readonly kind: FactKind | EventKind;
  readonly occurredAt: Date;
  readonly source: EventSource;
  readonly byStaffId?: string | null;
  readonly stepOrdinal?: number | null;
  readonly closes?: boolean;
  readonly outcome?: string | null;
  readonly reasonCode?: string | null;
  readonly payload?: Record<string, unknown>;
  readonly idempotencyKey?: string | null;
  readonly bodyHash?: Buffer | null;
  readonly correctsSeq?: number | null;
}

/** What the relay tells the workflow about a fact: ids and outcomes only. */
export interface FactNudge {
  readonly factSeq: number;
  readonly kind: FactKind;
  readonly closes?: { readonly ordinal: number; readonly outcome: string };
  readonly ends?: Closing;
  readonly rearms?: boolean;
}

export async function selectForUpdate(tx: Tx, transferId: string, officeId?: string) {
  const row = await tx
    .selectFrom('transfers')
    .innerJoin('cases', 'cases.id', 'transfers.case_id')
    .select([
      'transfers.id',
      'transfers.office_id',
      'transfers.case_id',
      'transfers.direction',
      'transfers.procedure_type',
      'transfers.rule_version',
      'transfers.counterpart_id',
      'transfers.steward_id',
      'transfers.letter_sender_id',
      'transfers.accepted_at',
      'transfers.closed_at',
      'transfers.closing',
      'transfers.followed',
      'transfers.last_seq',
      'transfers.last_fact_seq',
      'cases.case_no',
      'cases.person_id',
      'cases.imported',
    ])
    .select(sql<Date>`office_now()`.as('now'))
    .select(sql<number>`(select speed from office_clock)`.as('clock_speed'))
    .select(sql<string>`(select revision from rules_revision)`.as('rules_revision'))
    .where('transfers.id', '=', transferId)
    .$if(officeId !== undefined, (query) => query.where('transfers.office_id', '=', officeId!))
    .forUpdate('transfers')
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
  #nudges: FactNudge[] = [];
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

  /** Of the version that the case was opened under. */
  async rules(ruleVersion = this.transfer.rule_version): Promise<RulesInForce> {
    return (await this.ruleBook()).inForce(ruleVersion, this.transfer.procedure_type);
  }

  /** The sequence numbers that the next fact will get. */
  get nextFactSeq(): number {
    return this.transfer.last_fact_seq + 1;
  }

  note(event: NewEvent): { seq: number } {
    const seq = ++this.transfer.last_seq;
    this.#events.push({ ...this.#row(event), seq, fact_seq: null });
    return { seq };
  }

  noteFact(
    event: NewEvent & { kind: FactKind },
    nudge: Omit<FactNudge, 'factSeq' | 'kind'>,
  ): { seq: number; factSeq: number; event: EventRow } {
    const seq = ++this.transfer.last_seq;
    const factSeq = ++this.transfer.last_fact_seq;
    const row = { ...this.#row(event), seq, fact_seq: factSeq };
    this.#events.push(row);
    // History comes in by the thousand; the importer nudges once at the end of a row that is still open.
    if (event.source !== 'import') this.#nudges.push({ factSeq, kind: event.kind, ...nudge });
    return { seq, factSeq, event: row };
  }

  close(at: Date, closing: Closing, reasonCode: string | null): void {
    this.#closing = { at, closing, reasonCode };
    this.transfer.closed_at = at;
    this.transfer.closing = closing;
  }

  #row(event: NewEvent) {
    return {
      transfer_id: this.transfer.id,
      office_id: this.transfer.office_id,
      kind: event.kind,
      step_ordinal: event.stepOrdinal ?? null,
      closes: event.closes ?? false,
      outcome: event.outcome ?? null,
      reason_code: event.reasonCode ?? null,
      payload: event.payload ?? {},
      by_staff_id: event.byStaffId ?? null,
      source: event.source,
      occurred_at: event.occurredAt,
      recorded_at: this.now,
      idempotency_key: event.idempotencyKey ?? null,
      body_hash: event.bodyHash ?? null,
      corrects_seq: event.correctsSeq ?? null,
    };
  }

  /** Must be called once, before the transaction commits: events, numbers and outbox in one statement. */
  async write(): Promise<void> {
    const [events, nudges] = [this.#events, this.#nudges];
    if (events.length === 0) return;
    this.#events = [];
    this.#nudges = [];
    const noting = this.tx.with('noted', (db) =>
      db.insertInto('events').values(events.map((row) => ({ ...row, payload: JSON.stringify(row.payload) }))),
    );
    // Only a followed transfer has a workflow to tell.
    if (nudges.length === 0 || !this.transfer.followed) return void (await this.#numbers(noting).execute());
    const rows = nudges.map((nudge) => ({
      topic: 'fact',
      office_id: this.transfer.office_id,
      transfer_id: this.transfer.id,
      fact_seq: nudge.factSeq,
      payload: JSON.stringify(nudge),
    }));
    await this.#numbers(noting.with('told', (db) => db.insertInto('outbox').values(rows))).execute();
  }

  #numbers(db: Pick<Db, 'updateTable'>) {
    return db
      .updateTable('transfers')
      .set({
        last_seq: this.transfer.last_seq,
        last_fact_seq: this.transfer.last_fact_seq,
        ...(this.#closing && {
          closed_at: this.#closing.at,
          closing: this.#closing.closing,
          closing_reason: this.#closing.reasonCode,
        }),
      })
      .where('id', '=', this.transfer.id);
  }
}

/** An event as it stands in the ledger. */
export interface EventRow {
  transfer_id: string;
  seq: number;
  fact_seq: number | null;
  office_id: string;
  kind: FactKind | EventKind;
  step_ordinal: number | null;
  closes: boolean;
  outcome: string | null;
  reason_code: string | null;
  payload: Record<string, unknown>;
  by_staff_id: string | null;
  source: EventSource;
  occurred_at: Date;
  recorded_at: Date;
  idempotency_key: string | null;
  body_hash: Buffer | null;
  corrects_seq: number | null;
}
