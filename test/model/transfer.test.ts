/** Whatever happens to a transfer, in whatever order: ledger and procedure say what a hundred lines without a database say. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { checkInvariants } from '../../invariants/check.ts';
import { anOffice, type TestOffice } from '../builders/office.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { modelSettings } from '../support/model-settings.ts';
import { commands, type Model } from './commands.ts';
import { aRealTransfer, type RealTransfer } from './real-transfer.ts';
import { Reference } from './reference.ts';
import { ReferenceLetters } from './reference-letters.ts';

vi.mock('@temporalio/workflow', async () => (await import('./procedure-in-process.ts')).inPlaceOfTemporal);

let fresh: FreshDatabase;
let office: TestOffice;

async function newOffice(): Promise<void> {
  fresh = await freshDatabase();
  office = await anOffice(fresh.db);
}
beforeAll(newOffice);
afterAll(() => fresh.drop());

const { seconds, seed } = modelSettings;

/** How many walks ended how; what is still open at its end counts too. */
const endings: Record<string, number> = {};

/** Days pass in every walk: an office of many walks would come to the end of all calendars. */
const WALKS_OF_AN_OFFICE = 50;
let walks = 0;

async function walk(steps: Iterable<fc.AsyncCommand<Model, RealTransfer>>): Promise<void> {
  if (++walks % WALKS_OF_AN_OFFICE === 0) {
    await fresh.drop();
    await newOffice();
  }
  const real = await aRealTransfer(fresh.db, office);
  const model = { transfer: new Reference(), letters: new ReferenceLetters(), credits: 0 };
  try {
    await fc.asyncModelRun(() => ({ model, real }), steps);
    // The first may open a step whose own alarm was due before it was opened: that one rings at once.
    for (let ring = 0; ring < 2; ring++) await real.proceed('none, the alarm rings');
    expect(await checkInvariants({ databaseUrl: fresh.url })).toEqual([]);
    const ending = model.transfer.closing ?? 'open';
    endings[ending] = (endings[ending] ?? 0) + 1;
  } finally {
    await real.over();
  }
}

test(
  `random walks end where the reference does (seed ${String(seed)})`,
  { timeout: (seconds + 120) * 1000 },
  async () => {
    const bounds = { numRuns: 1_000_000, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false };
    await fc.assert(fc.asyncProperty(commands('max'), walk), { seed, ...bounds, verbose: 1 });
    process.stdout.write(`walks of seed ${String(seed)}: ${JSON.stringify(endings)}\n`);
    // However slow the machine is, some walk has been made.
    expect(endings).not.toEqual({});
  },
);
