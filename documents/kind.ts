/** What a kind of paper is made of: its words, what fills them, and how it lies on the sheet. */
import type { DrawnKind } from '../domain/documents/kinds.ts';
import type { WordsRule } from '../domain/documents/words.ts';
import type { Content, SheetSize } from './frame/content.ts';

/** What an office says of itself on every paper; a text that it has not is empty. */
export interface OfficeHead {
  readonly name: string;
  readonly telephone: string;
  readonly address: string;
  readonly postcode: string;
  /** What its seal says; the office's name where it says nothing else. */
  readonly sealText: string;
  readonly logo: OfficeLogo | null;
}

export interface OfficeLogo {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}

/** How one paper stands among the others. */
export interface Issued {
  readonly number: string;
  /** `YYYY-MM-DD`, on which it is made. */
  readonly day: string;
  /** From 1; of a corrected one more, and what it takes the place of is marked as replaced. */
  readonly version: number;
  /** Of a paper to another office: where it is asked whether it is genuine. */
  readonly check: { readonly code: string; readonly address: string } | null;
  /** Says across the sheet that it counts for nothing. */
  readonly preview: boolean;
}

/** A paper that arrived and is bound in behind what is drawn. */
export interface Scan {
  readonly title: string;
  readonly mediaType: string;
  /** Null: too large to be bound in. */
  readonly bytes: Uint8Array | null;
  /** Proves that a copy is the same: the beginning of its SHA-256. */
  readonly sum: string;
}

/** How many sheets it takes; what lacks takes one, on which that is said. */
export interface BoundScan extends Scan {
  readonly sheets: number;
  readonly lacks: 'unreadable' | 'tooLarge' | null;
}

/** Where a paper lies that is no letter: labels, the courier's sheet. */
export interface Sheet extends SheetSize {
  /** Without head, title, seal and foot: the content alone. */
  readonly bare?: boolean;
}

export interface DocumentKind<Data, Field extends string = string, Block extends string = string> extends WordsRule<
  Field,
  Block
> {
  readonly kind: DrawnKind;
  /** Its official name: the heading of the sheet. */
  readonly title: string;
  /** Carries a check code of its own. */
  readonly toAnotherOffice: boolean;
  /** Whether a seal belongs on it. */
  readonly sealed: boolean;
  readonly sheet?: Sheet;
  /** Of nobody: what a preview is filled with. */
  readonly sample: Data;
  /** Of each field, as it is printed. */
  values(data: Data): Readonly<Record<Field, string>>;
  /** Who signs beside the seal; others sign where `content` says. */
  signedBy?(data: Data): readonly string[];
  /** What is bound in behind it, in this order. */
  scans?(data: Data): readonly Scan[];
  /** Between title and seal. The words are filled in already. */
  content(
    data: Data,
    words: Readonly<Record<Block, string>>,
    paper: { readonly office: OfficeHead; readonly issued: Issued },
  ): Content[];
}

/** `documentKind<Data>()({ … })`: the data is named, fields and blocks are read from what is written. */
export const documentKind =
  <Data>() =>
  <Field extends string, Block extends string>(
    kind: DocumentKind<Data, Field, Block>,
  ): DocumentKind<Data, Field, Block> =>
    kind;

export type DataOf<Kind> = Kind extends DocumentKind<infer Data, never, never> ? Data : never;
