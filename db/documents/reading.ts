/** What a reader of a kind is given, and what it gives back. */
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';

/** What somebody must say besides, since no fact does; each kind says which of it it needs. */
export interface DocumentInput {
  readonly materials?: readonly string[] | undefined;
  readonly promisedOn?: string | undefined;
  readonly note?: string | undefined;
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
}

/** @throws Refusal not-found; invalid (what is asked of `input`); not-due (there is nothing yet that the paper could say) */
export type DocumentReader<Data> = (reading: Reading) => Promise<Read<Data>>;
