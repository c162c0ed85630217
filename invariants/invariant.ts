/** A promise about the ledger as a query: the rows that break it. Nothing here is shared with the code that is checked. */
export interface Invariant {
  readonly name: string;
  /** What holds when the query finds nothing. */
  readonly promise: string;
  /** Selects one column `id` for each violation: ids of rows, never anything of a person. */
  readonly violations: string;
}

export interface Finding {
  readonly invariant: string;
  readonly promise: string;
  readonly count: number;
  /** At most five. */
  readonly examples: readonly string[];
}
