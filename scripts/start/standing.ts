import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How far the practice office is, as its simulator writes it down. */
export type Standing = {
  /** The month of acceptances. */
  from: string;
  to: string;
  /** No case of the month can change its rates any more. */
  ratesStand: boolean;
  /** Ids of the transfers that are kept open for visitors, once they stand where they are to be found. */
  showcases: { waiting?: string; cameBack?: string; overdue?: string };
};

/** Undefined while nobody has played here. */
export function standingIn(simulatorDir: string): Standing | undefined {
  try {
    return JSON.parse(readFileSync(join(simulatorDir, 'standing.json'), 'utf8')) as Standing;
  } catch {
    return undefined;
  }
}
