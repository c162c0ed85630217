import { createContext, useContext } from 'react';
import type { Defect } from '../api/types.ts';

export interface Told {
  /** Somebody wanted to send it: what is missing is marked too. */
  readonly tried: boolean;
  /** What the office refused of it. */
  readonly defects: readonly Defect[];
}

/** From whoever sends the form to its cells. */
export const ToldContext = createContext<Told>({ tried: false, defects: [] });

export const useTold = (): Told => useContext(ToldContext);
