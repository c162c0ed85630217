/** Contestant: graphile-worker, a job for each fact, and one for each deadline that the next fact takes away. */
import { run } from 'graphile-worker';
import pg from 'pg';
import { ACT, STEPS } from './facts-schema.ts';

const [databaseUrl] = process.argv.slice(2);
// As its page about performance has it: 24 jobs at once over one connection more.
const pool = new pg.Pool({ connectionString: databaseUrl, max: 25 });

const runner = await run({
  pgPool: pool,
  concurrency: 24,
  noHandleSignals: true,
  taskList: {
    async act(payload) {
      const { transferId, step } = payload as { transferId: string; step: number };
      await pool.query({ ...ACT, values: [transferId, step] });
      process.send?.({ transferId, step: step === STEPS ? 0 : step + 1 });
    },
    remind: () => Promise.resolve(),
  },
});
process.once('SIGTERM', () => void runner.stop().then(() => process.exit()));
process.send?.('ready');
