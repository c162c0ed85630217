import type { AsOfSearch } from '../../figures-params.ts';

/** What every view of the figures is of. */
export interface ViewProps {
  readonly month: string;
  readonly officeDate: string;
  readonly everyMs: number;
  readonly asOf: AsOfSearch;
}
