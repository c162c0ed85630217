import { readCompletion } from '../../db/metrics/completion.ts';
import { openTransfersPage } from '../../db/upkeep/open-transfers.ts';
import { connect, type Db } from '../../db/connection/connection.ts';
import type { Context } from '../context.ts';
import { bankFile, COUNTERPARTS, openTransfersFile } from '../generate/files.ts';
import { importingOffice } from '../generate/importing-office.ts';
import { generatedOffice } from '../generate/generated-office.ts';
import { secondsOf } from '../measuring/seconds.ts';
import { atMost, type Question } from '../question.ts';

const LINES = 10_000;
const CASES = 3_000_000;
const DEADLINES = 1_000_000;

export const question: Question = {
  id: 'P15',
  table: 2,
  question: 'bank file of 10,000 lines · completion over 3 million · scan of 1 million open deadlines',
  against: '–',
  goal: { bankFile: atMost(60, 's'), completion: atMost(5, 's'), deadlines: atMost(30, 's') },
  async run(context) {
    const cases = context.size(100_000, 10_000);
    const open = context.size(100_000, 10_000);
    const completion = await ofGenerated(context, cases, open, {
      completion: readAllRates,
      deadlines: scanDeadlines,
    });
    return {
      measures: {
        bankFile: await bankFiles(context),
        completion: completion.completion.map((seconds) => (seconds * CASES) / cases),
        deadlines: completion.deadlines.map((seconds) => (seconds * DEADLINES) / open),
      },
      remarks: [
        `completion and deadlines: measured over ${cases} closed and ${open} open transfers, and multiplied; generating 3 million histories takes longer than a question may`,
        `bank file: ${context.size(LINES, 1_000)} lines, half of them for one of ${context.size(LINES, 1_000) / 2} open transfers`,
      ],
    };
  },
};

type Work = (db: Db) => Promise<unknown>;

async function ofGenerated<Name extends string>(
  context: Context,
  closed: number,
  open: number,
  works: Readonly<Record<Name, Work>>,
): Promise<Record<Name, number[]>> {
  const { databaseUrl } = await generatedOffice(context, { transfers: closed + open, open, history: true });
  const db = connect(databaseUrl);
  context.atEnd(() => db.destroy());
  const took = {} as Record<Name, number[]>;
  for (const [name, work] of Object.entries(works) as [Name, Work][]) {
    took[name] = [];
    for (let repetition = 0; repetition < context.repetitions; repetition++)
      took[name].push(await secondsOf(() => work(db)));
    context.say(`  ${name}: ${took[name].map((seconds) => seconds.toFixed(2)).join(', ')} s`);
  }
  return took;
}

const readAllRates: Work = (db) =>
  readCompletion(db, {
    officeId: 'generated',
    direction: 'in',
    from: '2012-01-01',
    to: '2028-12-31',
    asOf: '2028-12-31',
  });

/** As the reconciler walks over everything that is open, looking at each alarm. */
const scanDeadlines: Work = async (db) => {
  let after: string | null = null;
  for (;;) {
    const page: readonly { id: string }[] = await openTransfersPage(db, after, 1_000);
    if (page.length === 0) return;
    after = page.at(-1)!.id;
  }
};

/** Each repetition in an office of its own: a bank's line is matched once. */
async function bankFiles(context: Context): Promise<number[]> {
  const lines = context.size(LINES, 1_000);
  const office = await importingOffice(context);
  const took: number[] = [];
  for (let repetition = 0; repetition < context.repetitions; repetition++) {
    const one = await office.another();
    await one.takeIn('counterparts', COUNTERPARTS);
    await one.takeIn('openTransfers', openTransfersFile(lines / 2));
    took.push(await secondsOf(() => one.takeIn('bankStatement', bankFile(lines))));
    context.say(`  bank file: ${took.at(-1)!.toFixed(1)} s`);
  }
  return took;
}
