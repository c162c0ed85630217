/** Somebody deletes the workflow of an open transfer, with its history and timers; the reconciler has to start it again. */
import { askTemporal, procedureOf } from '../temporal.ts';
import type { Fault } from './fault.ts';
import { harmed, insisted, repairsOf, type Case } from './own-case.ts';

const MISSING = 'workflow was missing';

export const lostProcedure: Fault = {
  name: 'lost-procedure',
  rhythm: 'seldom',
  strike: (ground, chance) => {
    const deletes = chance.happens(0.5);
    return Promise.resolve(
      harmed(ground, {
        what: `the workflow of an open transfer is ${deletes ? 'deleted' : 'terminated'}`,
        harm: async (one) => {
          await insisted(ground, async () => (await remove(one, deletes), true));
          return true;
        },
        isRepaired: async (one) => (await repairsOf(one)).includes(MISSING) && (await isRunning(one)),
        noted: [MISSING],
      }),
    );
  },
};

const remove = ({ id, ground }: Case, deletes: boolean): Promise<unknown> =>
  askTemporal(ground.office.dataDir, (client) =>
    deletes
      ? client.workflowService.deleteWorkflowExecution({
          namespace: 'default',
          workflowExecution: { workflowId: procedureOf(id) },
        })
      : client.workflow.getHandle(procedureOf(id)).terminate('chaos'),
  );

const isRunning = ({ id, ground }: Case): Promise<boolean> =>
  askTemporal(
    ground.office.dataDir,
    async (client) => (await client.workflow.getHandle(procedureOf(id)).describe()).status.name === 'RUNNING',
  );
