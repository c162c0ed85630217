/** What an old ledger tells of one transfer: dated facts and what they closed, as far as they are known. */
import type { FactKind } from '../../domain/facts/facts.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { PersonData } from '../persons/person-rows.ts';

/** Its place in the list, from 1, is its sequence number. Days, because old ledgers know no hours. */
export interface HistoryFact {
  readonly kind: FactKind;
  readonly on: string;
  /** A name of the old ledger. */
  readonly by?: string;
  readonly ordinal: number | null;
  readonly outcome?: string;
  readonly reasonCode?: string;
  /** The ledger has no day for it, or lets it only be concluded. */
  readonly assumed?: true;
  readonly payload?: Readonly<Record<string, unknown>>;
}

export interface HistoryStep {
  readonly ordinal: number;
  readonly step: string;
  readonly attempt: number;
  readonly owner: string;
  readonly openedOn: string;
  readonly openedByFact: number;
  closedOn?: string;
  closedByFact?: number;
  outcome?: string;
}

export interface HistoryAttempt {
  readonly attempt: number;
  readonly startedOn: string;
  readonly startedByFact: number;
  endedOn?: string;
  endedByFact?: number;
  ending?: 'closed' | 'returned' | 'withdrawn' | 'closedWithoutTransfer';
  reasonCode?: string;
}

export interface HistoryLetter {
  readonly attempt: number;
  readonly sentOn: string;
  readonly channel: 'ems' | 'platform';
  readonly waybill: string | null;
  readonly kind: 'liaison' | 'correction';
  readonly state: 'posted' | 'delivered' | 'returned' | 'lost';
  readonly stateOn: string;
  readonly failureCode: string | null;
  readonly sentByFact: number;
}

export interface HistoryEnd {
  readonly how: Closing;
  readonly on: string;
  readonly reasonCode?: string;
  readonly byFact: number;
}

export interface History {
  readonly facts: readonly HistoryFact[];
  readonly steps: readonly HistoryStep[];
  readonly attempts: readonly HistoryAttempt[];
  readonly letters: readonly HistoryLetter[];
  readonly infoForm?: { readonly on: string; readonly totalFen: number; readonly byFact: number };
  /** Of a transfer that is still open; a booked amount needs no credit in these books. */
  readonly money?: { readonly on: string; readonly amountFen: number; readonly byFact: number };
  readonly booking?: { readonly on: string; readonly amountFen: number; readonly byFact: number };
  readonly end?: HistoryEnd;
  /** That the person was told of the completion. */
  readonly notice?: { readonly on: string };
}

export interface ImportedTransfer {
  /** What its history was walked along. */
  readonly procedure: Procedure;
  readonly caseNo: string;
  readonly person: PersonData;
  readonly counterpartId: string;
  readonly acceptedOn: string;
  readonly category: string;
  /** Names of the old ledger. */
  readonly steward: string;
  readonly letterSender: string;
  /** What else the old ledger says of it: words, codes and ids, kept with the event that imported it. */
  readonly about: Readonly<Record<string, unknown>>;
  readonly history: History;
}
