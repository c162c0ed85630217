/** Each promise of the ledger is broken once, on purpose, and the checker says so; in a sound ledger it finds nothing. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkInvariants } from '../../invariants/check.ts';
import type { Finding } from '../../invariants/invariant.ts';
import { checkLedger, ledgerInvariants } from '../../invariants/ledger.ts';
import { aLivedInOffice, type LivedInOffice } from '../builders/lived-in-office.ts';
import { PLANTS } from '../builders/planted-violations.ts';
import { aPlan, comesBack, isDebited, isSent } from '../builders/remittances.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
let office: LivedInOffice;
let client: pg.Client;

beforeAll(async () => {
  fresh = await freshDatabase();
  office = await aLivedInOffice(fresh.db);
  await moneyOut(office);
  client = new pg.Client({ connectionString: fresh.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await fresh.drop();
});

/** One that arrived, one that bounced and is paid anew. */
async function moneyOut({ transfers }: LivedInOffice): Promise<void> {
  const { db } = fresh;
  for (const came of [isDebited, comesBack]) {
    const id = await aPlan(db, office, { transferId: transfers.waiting });
    await isSent(db, office, id);
    await came(db, office, id);
    if (came === comesBack) await aPlan(db, office, { replacesId: id });
  }
}

test('a sound ledger breaks no promise', async () => {
  expect(await checkInvariants({ databaseUrl: fresh.url })).toEqual([]);
});

/** What is found when the statements have run, with triggers and foreign keys asleep; afterwards all is as before. */
async function findingsAfter(statements: readonly string[]): Promise<Finding[]> {
  await client.query('begin');
  try {
    await client.query('set local session_replication_role = replica');
    for (const statement of statements) {
      const { rowCount, command } = await client.query(statement);
      if (command !== 'ALTER' && command !== 'DROP') expect(rowCount, statement).toBeGreaterThan(0);
    }
    return await checkLedger(client);
  } finally {
    await client.query('rollback');
  }
}

describe('a broken promise is found', () => {
  test.each(PLANTS)('%s: %s', async (invariant, _how, statements) => {
    const findings = await findingsAfter(statements(office.transfers));
    const found = findings.find((finding) => finding.invariant === invariant);
    expect(found, findings.map((finding) => finding.invariant).join(', ')).toBeDefined();
    expect(found!.count).toBeGreaterThan(0);
    expect(found!.examples).not.toEqual([]);
  });

  test('each promise has at least one violation above', () => {
    const planted = new Set(PLANTS.map(([invariant]) => invariant));
    expect(
      ledgerInvariants()
        .map(({ name }) => name)
        .filter((name) => !planted.has(name)),
    ).toEqual([]);
  });
});
