/** Contestant: DBOS, a workflow for each transfer, a step for each thing that is stored, a message for each fact. */
import { DBOS } from '@dbos-inc/dbos-sdk';
import pg from 'pg';
import { ACCEPT, ACT, STEPS } from './facts-schema.ts';

const [databaseUrl, systemDatabaseUrl] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
const DEADLINE_SECONDS = 15 * 86_400;

async function transferOf(transferId: string): Promise<string> {
  await DBOS.runStep(() => pool.query({ ...ACCEPT, values: [transferId] }).then(() => true), { name: 'accept' });
  for (let step = 1; step <= STEPS; step++) {
    process.send?.({ transferId, step });
    if ((await DBOS.recv('fact', DEADLINE_SECONDS)) === null) return 'overdue';
    await DBOS.runStep(() => pool.query({ ...ACT, values: [transferId, step] }).then(() => true), { name: 'act' });
  }
  process.send?.({ transferId, step: 0 });
  return 'completed';
}

const workflow = DBOS.registerWorkflow(transferOf, { name: 'transfer' });
DBOS.setConfig({
  name: 'bench',
  systemDatabaseUrl,
  systemDatabasePoolSize: 20,
  logLevel: 'error',
  useListenNotify: true,
});
await DBOS.launch();
process.on('message', ({ start, send, step }: { start?: string; send?: string; step?: number }) => {
  if (start !== undefined) void DBOS.startWorkflow(workflow, { workflowID: start })(start);
  else if (send !== undefined) void DBOS.send(send, { step }, 'fact');
});
process.once('SIGTERM', () => process.exit());
process.send?.('ready');
