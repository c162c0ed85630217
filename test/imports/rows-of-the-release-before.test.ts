/** What the release before took in of transfers-out, and changed in place, is told as facts by the migration: as far as it had said when. */
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkInvariants } from '../../invariants/check.ts';
import { recordCase, recordedOffice } from '../builders/recorded-cases.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

const MIGRATION = readFileSync(new URL('../../migrations/0050_transfers_out_as_facts.sql', import.meta.url), 'utf8');

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const learnt = (columns: string[], recordedAt: string) => ({
  kind: 'imported',
  on: recordedAt.slice(0, 10),
  at: recordedAt,
  recordedAt,
  source: 'import',
  payload: { columns },
});

test('each fact was known since the file that first had its column', async () => {
  const { db } = fresh;
  const office = await recordedOffice(db);
  const { transferId } = await recordCase(db, office, {
    direction: 'out',
    facts: [{ kind: 'accepted', on: '2026-05-20', recordedAt: '2026-07-01T02:00:00Z' }],
  });
  for (const [seq, event] of [
    learnt([], '2026-07-01T02:00:00Z'),
    learnt(['信息表发出日期', '更正次数'], '2026-07-08T02:00:00Z'),
    learnt(['基金划转日期', '划转金额', '更正次数'], '2026-07-15T02:00:00Z'),
  ].entries())
    await db
      .insertInto('events')
      .values({
        transfer_id: transferId,
        seq: seq + 2,
        office_id: office.officeId,
        kind: event.kind,
        source: event.source,
        occurred_at: event.at,
        recorded_at: event.recordedAt,
        payload: JSON.stringify(event.payload),
      })
      .execute();
  await sql`update transfers set last_seq = 4 where id = ${transferId}`.execute(db);
  await db
    .insertInto('transfers_out')
    .values({
      transfer_id: transferId,
      letter_received_on: '2026-05-20',
      due_on: '2026-06-10',
      second_due_on: '2026-07-02',
      form_issued_on: '2026-06-05',
      remitted_on: '2026-07-15',
      reissues: 2,
      amount_fen: 500_00,
      recorded_at: '2026-07-01T02:00:00Z',
    })
    .execute();
  await sql.raw(MIGRATION).execute(db);
  const { rows } = await sql<Record<string, unknown>>`
    select seq, fact_seq as fact, kind, office_date(occurred_at)::text as day, office_date(recorded_at)::text as known, payload
    from events where transfer_id = ${transferId} and seq > 4 order by seq`.execute(db);
  const unnamed = { person: 'notNamed' };
  const again = { kind: 'infoFormReissued', day: '2026-06-05', known: '2026-07-15' };
  expect(rows).toEqual([
    { seq: 5, fact: 2, kind: 'letterReceived', day: '2026-05-20', known: '2026-07-01', payload: {} },
    { seq: 6, fact: 3, kind: 'infoFormSent', day: '2026-06-05', known: '2026-07-08', payload: unnamed },
    { seq: 7, fact: 4, ...again, payload: { ...unnamed, assumed: true } },
    { seq: 8, fact: 5, ...again, payload: { ...unnamed, assumed: true } },
    {
      seq: 9,
      fact: 6,
      kind: 'fundSent',
      day: '2026-07-15',
      known: '2026-07-15',
      payload: { ...unnamed, amountFen: 500_00 },
    },
  ]);
  const found = await checkInvariants({ databaseUrl: fresh.url });
  expect(found.filter(({ invariant }) => /transfer-out|seq-gapless/.test(invariant))).toEqual([]);
});
