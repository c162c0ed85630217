import type { TransferFilter, TransferKey } from '../../db/reading/transfer-keys.ts';
import { listTransfers } from '../../db/reading/transfer-list.ts';
import { currentOffice, type Scratch } from '../generate/generated-office.ts';
import { executionMs, statementsOf } from '../measuring/captured.ts';
import { ask } from '../measuring/postgres-figures.ts';
import { atMost, type Question } from '../question.ts';
import { race, ratios } from '../race.ts';

export const question: Question = {
  id: 'P11',
  table: 2,
  question: 'work list of a colleague and a keyset page of the office, PostgreSQL’s own time',
  against: 'one indexed look-up',
  goal: { worklist: atMost(3), page: atMost(3) },
  async run(context) {
    const scratch = await currentOffice(context);
    const [owner] = await ask<{ owner_id: string }>(
      scratch.databaseUrl,
      'select owner_id from steps where closed_at is null group by 1 order by count(*) desc limit 1',
    );
    const mine = await statementsOfList(scratch, { ownerId: owner!.owner_id });
    const everybody = await statementsOfList(scratch, {});
    const results = await race(context, {
      lookUp: () => lookUpMs(scratch),
      worklist: () => executionMs(scratch.databaseUrl, mine.first),
      page: () => executionMs(scratch.databaseUrl, everybody.second),
    });
    return {
      measures: {
        worklist: ratios(results['worklist'], results['lookUp']),
        page: ratios(results['page'], results['lookUp']),
      },
      figures: Object.entries(results).map(([name, values]) => ({ name, unit: 'ms', values })),
      remarks: [`${scratch.transfers} transfers, one in a hundred open; \`--large\` asks ten millions`],
    };
  },
};

/** The statements of the first page, and those of the page behind it. */
async function statementsOfList({ databaseUrl, keyring }: Scratch, more: Partial<TransferFilter>) {
  const filter = { officeId: 'generated', state: 'open', ...more } as const;
  let after: TransferKey | undefined;
  const first = await statementsOf(databaseUrl, async (db) => {
    after = (await listTransfers(db, keyring, filter, { limit: 50 })).next ?? undefined;
  });
  const second = await statementsOf(databaseUrl, (db) => listTransfers(db, keyring, filter, { limit: 50, after }));
  return { first, second };
}

export async function lookUpMs({ databaseUrl }: Pick<Scratch, 'databaseUrl'>): Promise<number> {
  const [some] = await ask<{ id: string }>(databaseUrl, 'select id from transfers limit 1');
  const sql = 'select id, steward_id, closed_at from transfers where id = $1';
  return executionMs(databaseUrl, [{ sql, parameters: [some!.id] }], 101);
}
