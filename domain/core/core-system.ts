/** What is asked of the core system and told to it, whoever speaks to it and in which form. */
import type { Contribution } from '../contributions/contribution.ts';
import type { Line } from '../forms/info-form-lines.ts';

/** Nothing is made of an answer that cannot be read: `reason` is a word of ours, never a text of theirs. */
export type CoreAnswer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: string };

export interface CorePerson {
  readonly idNumber: string;
  readonly name: string;
}

export interface CoreAccount {
  readonly facts: {
    readonly personalNo?: string | undefined;
    readonly employer?: string | undefined;
    readonly workSince?: string | undefined;
    readonly pooledSince?: string | undefined;
    readonly firstPaid?: string | undefined;
    readonly accountSince?: string | undefined;
    readonly pooledFromElsewhereFen?: number | undefined;
  };
  readonly rows: readonly Contribution[];
  /** How many rows could not be read: they are differences, too. */
  readonly unreadable: number;
  /** The info form that it has generated for a transfer out. */
  readonly form: Readonly<Record<Line, number>> | null;
}

export interface CoreForm {
  /** What a receipt answers. */
  readonly infoFormId: string;
  readonly caseNo: string;
  readonly person: CorePerson;
  readonly amounts: Readonly<Record<Line, number>>;
  readonly months: number;
}

/** Told again under its number, a batch is the same one. */
export interface CoreBatch {
  readonly number: string;
  readonly forms: readonly CoreForm[];
}

/** `unknown`: it may or may not have been taken. `unreachable`: nothing was said. */
export interface CoreToldResult {
  readonly state: 'sent' | 'refused' | 'unknown' | 'unreachable';
  readonly reason: string;
}

/** A serial, a case number, an id: stored as it came, so it can hold no words. */
export const isReceiptNumber = (text: string): boolean => /^[0-9A-Za-z][0-9A-Za-z._/-]{0,59}$/.test(text);

export interface CoreReceiptMessage {
  readonly serial: string;
  /** The id of a form, or a case number. */
  readonly answers: string;
  readonly amountFen: number;
  /** A day. */
  readonly bookedOn: string;
}

export interface CoreSystem {
  /** `null`: it knows nobody of this number. */
  fetchAccount(person: CorePerson): Promise<CoreAnswer<CoreAccount | null>>;
  sendBatch(batch: CoreBatch): Promise<CoreToldResult>;
  /** Those since a day, those that came already among them. */
  fetchReceipts(since: string): Promise<CoreAnswer<readonly CoreReceiptMessage[]>>;
}
