/** Whoever holds a step is taken out of the staff by hand, past every rule; the manager has to get the work. */
import { askLedger } from '../ledger.ts';
import type { Fault } from './fault.ts';
import { harmed, insisted, openStepOf, type Case } from './own-case.ts';

/** A colleague whom the month does not know, like the one who holds the step. */
const NEWCOMER = `insert into staff select (jsonb_populate_record(s, jsonb_build_object(
    'id', gen_random_uuid(), 'username', 'chaos-' || gen_random_uuid(), 'active', false))).*
  from staff s join steps on steps.owner_id = s.id and steps.closed_at is null
  where steps.transfer_id = $1 returning id`;
const HOLDS = `with step as (update steps set owner_id = $2 where transfer_id = $1 and closed_at is null)
  update responsibilities set staff_id = $2 where transfer_id = $1 and kind = 'step' and until is null`;

export const lostHolder: Fault = {
  name: 'lost-holder',
  rhythm: 'seldom',
  strike: (ground) => {
    let newcomer: string | undefined;
    return Promise.resolve(
      harmed(ground, {
        what: 'the holder of a step is taken out of the staff by hand',
        harm: async (one) => {
          await insisted(ground, async () => (newcomer = await takenOut(one)) !== undefined);
          return true;
        },
        isRepaired: async (one) => {
          const step = await openStepOf(one);
          return step !== undefined && step.ownerId !== newcomer;
        },
        // By whichever came first: the look for what needs repair, or that after a change of the staff.
        noted: ['holder was inactive', 'reassigned', 'managerHolds'],
      }),
    );
  },
};

async function takenOut({ id, ground }: Case): Promise<string | undefined> {
  const { dataDir } = ground.office;
  const [row] = await askLedger<{ id: string }>(dataDir, NEWCOMER, [id]);
  if (row) await askLedger(dataDir, HOLDS, [id, row.id]);
  return row?.id;
}
