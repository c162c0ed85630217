import type { Closing } from '../../domain/facts/closings.ts';
import type { OtherOffice, Person } from './letter-parts.ts';
import type { YearRow } from './years-table.ts';

/** Days are `YYYY-MM-DD`, `at` are instants. */
export interface CaseFileData {
  readonly caseNo: string;
  readonly typeName: string;
  readonly person: Person;
  readonly employer: string | null;
  readonly agent: { readonly name: string } | null;
  readonly counterpart: OtherOffice;
  readonly steward: { readonly name: string };
  readonly acceptedOn: string;
  readonly closedOn: string | null;
  readonly closing: Closing | null;
  readonly closingReason: { readonly words: string } | null;
  readonly steps: readonly FiledStep[];
  readonly events: readonly FiledEvent[];
  readonly letters: readonly FiledLetter[];
  readonly forms: readonly FiledForm[];
  readonly money: readonly {
    readonly serial: string;
    readonly bookedOn: string;
    readonly amountFen: number;
    readonly state: string;
  }[];
  readonly notices: readonly {
    readonly kind: string;
    readonly recipient: string;
    readonly channel: string;
    readonly state: string;
    readonly on: string | null;
  }[];
  readonly tasks: readonly {
    readonly kind: string;
    readonly owner: string;
    readonly openedOn: string;
    readonly dueOn: string;
    readonly closedOn: string | null;
  }[];
  readonly notes: readonly {
    readonly text: string;
    readonly by: string;
    readonly on: string;
    readonly readBy: string | null;
  }[];
  readonly changes: readonly {
    readonly field: string;
    readonly on: string;
    readonly by: string;
    readonly confirmedBy: string | null;
  }[];
  readonly papers: readonly FiledPaper[];
  readonly printed: readonly PrintedPaper[];
}

export interface FiledStep {
  readonly ordinal: number;
  readonly name: string;
  readonly attempt: number;
  readonly owner: string;
  readonly openedOn: string;
  readonly dueOn: string;
  readonly isOverdue: boolean;
  readonly closedOn: string | null;
  readonly outcome: string | null;
}

export interface FiledEvent {
  readonly seq: number;
  readonly kind: string;
  readonly at: string;
  readonly by: string | null;
  readonly confirmedBy: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly correctsSeq: number | null;
}

export interface FiledLetter {
  readonly letterNo: string;
  readonly kind: string;
  readonly channel: string;
  readonly waybill: string | null;
  readonly postedOn: string;
  readonly state: string;
  readonly stateOn: string;
  readonly failure: string | null;
  readonly scans: readonly { readonly at: string; readonly code: string; readonly text: string }[];
}

export interface FiledForm {
  readonly formNo: string;
  readonly receivedOn: string;
  readonly state: string;
  readonly accountTotalFen: number;
  readonly pooledFundFen: number;
  readonly totalFen: number;
  readonly years: readonly YearRow[];
}

export interface FiledPaper {
  readonly kind: string;
  readonly mediaType: string;
  readonly byteLength: number;
  readonly sha256: string;
  readonly addedOn: string;
  readonly addedBy: string | null;
  /** Null: with it the file would be too large. */
  readonly bytes: Uint8Array | null;
}

/** One that we printed, in one of its versions. */
export interface PrintedPaper {
  readonly kind: string;
  readonly number: string;
  readonly version: number;
  readonly pages: number;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly replaced: boolean;
  readonly sha256: string;
}
