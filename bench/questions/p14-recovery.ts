import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startOffice, type Office } from '../../chaos/office.ts';
import { freePort } from '../../scripts/servers/ports.ts';
import type { Context } from '../context.ts';
import { ApiClient } from '../engines/api-client.ts';
import { acceptOne } from '../engines/applicants.ts';
import { cloneAccepted } from '../engines/cloned-transfers.ts';
import { atMost, type Question } from '../question.ts';
import { ledgerOf, recovery, waitingIn, type Recovery } from '../races/recovery.ts';

const OPEN_PATIENCE_MS = 900_000;

export const question: Question = {
  id: 'P14',
  table: 1,
  question:
    'everything killed with -9, 10,000 open: until the first fact is taken and its next step open · lost · doubled · violations',
  against: 'nothing else; started again as `npm start` does',
  goal: { 'first fact': atMost(5, 's'), lost: atMost(0, ''), doubled: atMost(0, ''), violations: atMost(0, '') },
  async run(context) {
    const dataDir = join(context.folder, 'office');
    // On a port of its own after each start: whoever waits for it knows where.
    const office = await startOffice(dataDir, { words: ['--port', String(await freePort())] });
    context.atEnd(() => office.stop());
    const count = context.size(10_000, 300);
    await openTransfers(context, office, count);
    const recoveries: Recovery[] = [];
    for (let repetition = 1; repetition <= context.repetitions; repetition++) {
      recoveries.push(await recovery(context, office, repetition));
    }
    const of = (key: keyof Recovery) => recoveries.map((one) => one[key]);
    return {
      measures: {
        'first fact': of('firstSeconds'),
        lost: of('lost'),
        doubled: of('doubled'),
        violations: of('violations'),
      },
      figures: [
        { name: 'until everything has started', unit: 's', values: of('startedSeconds') },
        { name: 'until Temporal has been told everything', unit: 's', values: of('allSeconds') },
      ],
      remarks: [`${count} open transfers; PostgreSQL and Temporal (CLI server with its file) of npm start`],
    };
  },
};

async function openTransfers(context: Context, { dataDir, url }: Office, count: number): Promise<void> {
  const api = new ApiClient(url);
  const first = await acceptOne(api, await api.signIn('clerk1'), 1);
  await cloneAccepted(ledgerOf(dataDir), first, count - 1);
  const deadline = performance.now() + OPEN_PATIENCE_MS;
  while ((await waitingIn(dataDir)) > 0) {
    if (performance.now() > deadline) throw new Error(`not all of ${count} workflows were started`);
    await delay(1_000);
  }
  context.say(`  ${count} transfers are open`);
}
