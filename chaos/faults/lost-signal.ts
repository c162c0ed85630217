/** A fact whose message counts as sent and never came: the worker stands still while it is recorded, and the message is marked. The office goes on; the workflow learns of it with the next. */
import { askLedger } from '../ledger.ts';
import { runningPart } from '../parts.ts';
import type { Fault } from './fault.ts';
import { harmed, openStepOf, type Case } from './own-case.ts';

export const lostSignal: Fault = {
  name: 'lost-signal',
  rhythm: 'seldom',
  strike: (ground) =>
    Promise.resolve(
      harmed(ground, {
        what: 'the message of a fact is lost on its way to the workflow',
        harm: losing,
        isRepaired: async (one) => (await openStepOf(one))?.step === 'liaisonLetter',
      }),
    ),
};

/** False when the worker was killed meanwhile, and the next one had passed it on. */
async function losing({ id, ground }: Case): Promise<boolean> {
  const { dataDir } = ground.office;
  const worker = runningPart(dataDir, 'worker');
  if (worker) process.kill(worker.pid, 'SIGSTOP');
  try {
    await ground.cases.say('reviewer', id, { kind: 'reviewed', outcome: 'eligible' });
    const lost = await askLedger(
      dataDir,
      `update outbox set sent_at = clock_timestamp() where transfer_id = $1 and sent_at is null returning id`,
      [id],
    ).catch(() => []); // no database either
    return lost.length > 0;
  } finally {
    if (worker) goOn(worker.pid);
  }
}

function goOn(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT');
  } catch {
    // killed meanwhile
  }
}
