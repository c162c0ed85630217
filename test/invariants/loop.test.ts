import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOperations } from '../../db/metrics/operations.ts';
import { pauseAfter, runInvariantLoop } from '../../invariants/loop.ts';
import { aLivedInOffice, type LivedInOffice } from '../builders/lived-in-office.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';

let fresh: FreshDatabase;
let office: LivedInOffice;
beforeAll(async () => {
  fresh = await freshDatabase();
  office = await aLivedInOffice(fresh.db);
});
afterAll(() => fresh.drop());

const rounds = async () => (await fresh.db.selectFrom('invariant_checks').selectAll().orderBy('id').execute()).length;
const aFenMore = (fen: number) =>
  sql`alter table credit_parts disable trigger user; update credit_parts set amount_fen = amount_fen + ${sql.lit(fen)} where state = 'suspense'`.execute(
    fresh.db,
  );

describe('the loop beside the worker', () => {
  test('writes each round down, and operators see the newest', async () => {
    const told: number[] = [];
    const loop = runInvariantLoop({
      databaseUrl: fresh.url,
      everyMs: 20,
      onChecked: (violations) => told.push(violations),
    });
    await eventually(async () => (await rounds()) >= 2);
    expect(await readOperations(fresh.db, office.officeId)).toMatchObject({ violations: 0, findings: [] });
    // The one review that nobody may do, and nothing has been done for long.
    await fresh.db.transaction().execute(async (tx) => {
      await sql`delete from staff_roles where role = 'reviewer'`.execute(tx);
      await sql`alter table responsibilities disable trigger user`.execute(tx);
      await sql`update steps set owner_id = ${office.staff.manager}, opened_recorded_at = opened_recorded_at - interval '1 hour'
        where transfer_id = ${office.transfers.held} and closed_at is null`.execute(tx);
      await sql`update responsibilities set staff_id = ${office.staff.manager}
        where transfer_id = ${office.transfers.held} and kind = 'step'`.execute(tx);
    });
    await eventually(async () => (await readOperations(fresh.db, office.officeId)).managerHolds === 1);
    const counted = await readOperations(fresh.db, office.officeId);
    expect(counted).toMatchObject({ violations: 0, withoutActFor30Days: 0 });
    await aFenMore(1);
    await eventually(async () => (await readOperations(fresh.db, office.officeId)).violations === 1);
    const { findings, checkedAt } = await readOperations(fresh.db, office.officeId);
    expect(findings).toEqual([{ invariant: 'money-conserved', count: 1, examples: [expect.any(String)] }]);
    expect(Date.now() - Date.parse(checkedAt!)).toBeLessThan(60_000);
    await aFenMore(-1);
    await eventually(async () => (await readOperations(fresh.db, office.officeId)).violations === 0);
    await loop.stop();
    expect(told[0]).toBe(0);
    expect(told).toContain(1);
  });

  test('a round that fails is told, and the next one tries again', async () => {
    const failures: unknown[] = [];
    const gone = new URL(fresh.url);
    gone.pathname = '/no_such_database';
    const loop = runInvariantLoop({ databaseUrl: gone.href, everyMs: 10, onFailure: (error) => failures.push(error) });
    await eventually(() => failures.length >= 2);
    await loop.stop();
  });

  test('checks a large ledger less often, so that its share of the time stays small, but never less than every quarter of an hour', () => {
    const pace = { everyMs: 30_000, largestShare: 0.02 };
    expect(pauseAfter(100, pace)).toBe(30_000);
    expect(pauseAfter(4_000, pace)).toBe(196_000);
    expect(pauseAfter(120_000, pace)).toBe(15 * 60_000);
    expect(pauseAfter(4_000, { everyMs: 30_000 })).toBe(30_000);
  });

  test('old rounds are dropped, rounds with findings stay for a month', async () => {
    await sql`insert into invariant_checks (checked_at, violations, findings) values
      (now() - interval '2 days', 0, '[]'), (now() - interval '2 days', 3, '[]'), (now() - interval '40 days', 4, '[]')`.execute(
      fresh.db,
    );
    const loop = runInvariantLoop({ databaseUrl: fresh.url, everyMs: 60_000 });
    const kept = () =>
      fresh.db
        .selectFrom('invariant_checks')
        .select('violations')
        .where('checked_at', '<', sql<Date>`now() - interval '1 day'`)
        .execute();
    await eventually(async () => (await kept()).length === 1);
    expect(await kept()).toEqual([{ violations: 3 }]);
    await loop.stop();
  });
});

describe('npm run invariants', () => {
  const run = async (...args: string[]) => {
    const main = fileURLToPath(new URL('../../invariants/main.ts', import.meta.url));
    const words = ['--import', import.meta.resolve('tsx'), main, ...args];
    const ran = promisify(execFile)(process.execPath, words).then(
      (done) => ({ ...done, code: 0 }),
      (failed: { stdout: string; stderr: string; code: number }) => failed,
    );
    const { stdout, stderr, code } = await ran;
    return { stdout, stderr, code };
  };

  test('says in one line that nothing was found, and ends with 0', async () => {
    const { stdout, code } = await run('--database', fresh.url);
    expect(stdout).toMatch(/^0 violations; \d+ promises of the ledger were checked\n$/);
    expect(code).toBe(0);
  });

  test('names what was found, and ends with 1', async () => {
    await aFenMore(1);
    const { stdout, code } = await run('--database', fresh.url, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ violations: 1, findings: [{ invariant: 'money-conserved', count: 1 }] });
    expect(code).toBe(1);
    expect((await run('--database', fresh.url)).stdout).toContain('✗ money-conserved: 1 (received = suspense');
    await aFenMore(-1);
  });

  test('without an office it says so, and ends with 2', async () => {
    const { stderr, code } = await run('--data', '/nonexistent');
    expect(stderr).toContain('No office runs in');
    expect(code).toBe(2);
  });
});
