/** What a reader of a kind is given, and what it gives back. */
import type { CertifiedAccount } from '../../documents/kinds/certificate.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';

/** What somebody must say besides, since no fact does; each kind says which of it it needs. */
export interface DocumentInput {
  readonly materials?: readonly string[] | undefined;
  readonly promisedOn?: string | undefined;
  readonly note?: string | undefined;
  /** Of a hand-over: who takes over, and who watches. */
  readonly toStaffId?: string | undefined;
  readonly watchedById?: string | undefined;
  /** Of labels: for these transfers only; and how many labels of the first sheet are used up. */
  readonly transferIds?: readonly string[] | undefined;
  readonly skip?: number | undefined;
  /** Of the courier's sheet: which day's envelopes, and which of them. */
  readonly postedOn?: string | undefined;
  readonly waybills?: readonly string[] | undefined;
  /** Of a certificate: what the core system says. */
  readonly account?: CertifiedAccount | undefined;
}

export interface Reading {
  /** Of one read-only transaction: everything that a paper says is of one instant. */
  readonly tx: Db;
  readonly keyring: Keyring;
  readonly officeId: string;
  readonly staffId: string;
  /** Null: the paper belongs to no transfer. */
  readonly transferId: string | null;
  /** A letter, a refusal, a colleague: what the paper speaks of, where a kind has several. */
  readonly subjectId: string | null;
  readonly input: DocumentInput;
  /** The office's day. */
  readonly today: string;
  /** Where people reach the office's pages: `https://host`. */
  readonly publicUrl: string;
}

export interface Read<Data> {
  readonly data: Data;
  /** Of a first version; a corrected paper keeps the number that it had. */
  readonly number: string;
  /** Where nobody names it: made of what is on the paper, so that the same printed again is the same paper. */
  readonly subjectId?: string;
  /** Of a paper of no single transfer: whose records are on it. Opening it is noted with them. */
  readonly transferIds?: readonly string[];
}

/** @throws Refusal not-found; invalid (what is asked of `input`); not-due (there is nothing yet that the paper could say) */
export type DocumentReader<Data> = (reading: Reading) => Promise<Read<Data>>;
