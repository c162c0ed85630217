/** A fact whose signal was lost leaves its transfer between two steps: found within seconds, and its workflow looks at the ledger. */
import { transfersBetweenSteps } from '../db/upkeep/between-steps.ts';
import { standingOf } from '../relay/procedures.ts';
import { startAgain, unlessRefused, wake, type RepairDependencies } from './repair.ts';

/** So many in one round; the next round finds the rest. */
const AT_MOST = 200;

export interface SetGoing {
  /** Workflows that were missing and run again. */
  started: number;
  /** Workflows that slept through a fact. */
  woken: number;
  /** Transfers for which Temporal refused it. */
  refused: number;
}

export async function repairBetweenSteps(dependencies: RepairDependencies): Promise<SetGoing> {
  const repaired: SetGoing = { started: 0, woken: 0, refused: 0 };
  const repair = async (id: string): Promise<void> => {
    const standing = await standingOf(dependencies.client, id);
    if (standing === 'busy') return;
    // It may have opened its step between the two questions.
    const [still] = await transfersBetweenSteps(dependencies.db, { atMost: 1, only: id });
    if (!still) return;
    if (standing === 'missing') await startAgain(dependencies, still);
    else await wake(dependencies, still, 'fact did not arrive');
    repaired[standing === 'missing' ? 'started' : 'woken'] += 1;
  };
  for (const { id } of await transfersBetweenSteps(dependencies.db, { atMost: AT_MOST }))
    if (!(await unlessRefused(dependencies, id, () => repair(id)))) repaired.refused += 1;
  return repaired;
}
