/** Generated offices stand in for real ones: whatever the checker promises of the ledger holds in them too. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listTransfers } from '../../db/reading/transfer-list.ts';
import { readCompletion } from '../../db/metrics/completion.ts';
import { checkInvariants } from '../../invariants/check.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { generate } from './generate.ts';
import { throwAwayKeyring } from './keyring.ts';

const keyring = throwAwayKeyring();
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await generate({ databaseUrl: fresh.url, keyring, transfers: 3_000, open: 200, history: true });
});
afterAll(() => fresh.drop());

test('the checker finds nothing wrong in a generated office', async () => {
  expect(await checkInvariants({ databaseUrl: fresh.url })).toEqual([]);
});

test('as many are open as were asked for, each with a step that is due and a name that can be read', async () => {
  const filter = { officeId: 'generated', state: 'open' } as const;
  const { items } = await listTransfers(fresh.db, keyring, filter, { limit: 200 });
  expect(items).toHaveLength(200);
  expect(items.every(({ openStep, personName }) => openStep !== null && personName.length === 2)).toBe(true);
  const steps = new Set(items.map(({ openStep }) => openStep?.step));
  expect(steps.size).toBeGreaterThan(5);
});

test('attempts, endings and directions are spread as in an office', async () => {
  const { rows } = await sql<{ closing: string; direction: string; count: number }>`
    select direction, coalesce(closing, 'open') as closing, count(*) from transfers group by 1, 2`.execute(fresh.db);
  const shares = Object.fromEntries(rows.map(({ direction, closing, count }) => [`${direction} ${closing}`, count]));
  expect(shares['in open']).toBe(200);
  expect(shares['out completed']).toBeGreaterThan(200);
  expect(Object.keys(shares)).toEqual(
    expect.arrayContaining(['in refused', 'in withdrawn', 'in closedWithoutTransfer']),
  );
  const question = {
    officeId: 'generated',
    direction: 'in',
    from: '2012-01-01',
    to: '2026-12-31',
    asOf: '2099-01-01',
  } as const;
  const { attempts } = await readCompletion(fresh.db, question);
  expect(Number(attempts!.rates[1])).toBeGreaterThan(70);
  expect(Number(attempts!.rates[3])).toBeGreaterThan(Number(attempts!.rates[2]));
});
