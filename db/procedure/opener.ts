/** What the opening of a step is told of its transfer and of the steps before. */
import type { Procedure, StepRule } from '../../domain/procedures/procedure.ts';
import type { OpenStep } from '../../domain/procedures/walk.ts';
import type { RulesInForce } from '../../domain/time/deadlines.ts';
import type { Tx } from '../connection/connection.ts';
import type { EventSource } from '../ledger/event-rows.ts';
import type { Roster } from '../office/roster.ts';
import type { StepRow } from './step-rows.ts';

/** What of a transfer decides who holds its next step and until when: of one under lock, or of one about to begin. */
export interface Opener {
  readonly tx: Tx;
  readonly procedure: Procedure;
  readonly now: Date;
  /** As of this transaction. */
  roster(): Promise<Roster>;
  readonly transfer: {
    readonly id: string;
    readonly office_id: string;
    readonly rule_version: string;
    readonly accepted_at: Date;
    readonly steward_id: string;
    readonly letter_sender_id: string | null;
  };
}

export interface Opening {
  readonly request: OpenStep;
  readonly before: readonly EarlierStep[];
  readonly rules: RulesInForce;
  readonly source: EventSource;
}

export type EarlierStep = Pick<
  StepRow,
  | 'ordinal'
  | 'step'
  | 'attempt'
  | 'outcome'
  | 'owner_id'
  | 'opened_at'
  | 'closed_at'
  | 'closed_by'
  | 'also_by'
  | 'closed_by_fact_seq'
  | 'held_working_days'
>;

export interface Asked {
  readonly request: Opening['request'];
  readonly rule: StepRule;
  readonly before: readonly EarlierStep[];
}
