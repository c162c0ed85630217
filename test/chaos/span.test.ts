import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DOINGS, WARNED_TWICE, type Doings } from '../../chaos/temporal/span.ts';
import { wentOn } from '../../chaos/faults/without-temporal.ts';
import { anOffice, type TestOffice } from '../builders/office.ts';
import { anAcceptedTransfer, walk } from '../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
let office: TestOffice;
beforeEach(async () => {
  fresh = await freshDatabase();
  office = await anOffice(fresh.db);
});
afterEach(() => fresh.drop());

async function ask<Row>(text: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: fresh.url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

const doings = async (): Promise<Doings | undefined> => {
  const always = [new Date(0), new Date('2100-01-01')];
  return (await ask<Doings>(DOINGS, [...always, ...always]))[0];
};

test('an acceptance and a fact that closes a step lead on, an ending does not', async () => {
  const [goesOn, ends] = [await anAcceptedTransfer(fresh.db, office), await anAcceptedTransfer(fresh.db, office)];
  expect(await doings()).toEqual({ facts: 2, leadOn: 2, stepsOpened: 2, alarmsLate: 0 });
  await walk(fresh.db, office, goesOn).say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  await walk(fresh.db, office, ends).say('reviewer', { kind: 'reviewed', outcome: 'refused', reasonCode: 'A01' });
  expect(await doings()).toEqual({ facts: 4, leadOn: 3, stepsOpened: 3, alarmsLate: 0 });
});

test('no step though facts came is found; nothing is where nothing came', () => {
  const came = { facts: 3, leadOn: 2, stepsOpened: 0, alarmsLate: 0 };
  expect(wentOn('away', came)).toMatchObject([{ invariant: 'opens-without-temporal', count: 1 }]);
  expect(wentOn('away', { ...came, stepsOpened: 1 })).toEqual([]);
  expect(wentOn('away', { ...came, leadOn: 0 })).toEqual([]);
});

test('who is warned twice of the same is found', async () => {
  const transferId = await anAcceptedTransfer(fresh.db, office);
  const warn = (seq: number, level: number) =>
    sql`
    insert into events (transfer_id, seq, office_id, kind, step_ordinal, payload, source, occurred_at)
    values (${transferId}, ${seq}, ${office.officeId}, 'escalated', 1, ${JSON.stringify({ level })}::jsonb, 'system', office_now())`.execute(
      fresh.db,
    );
  const found = async () => (await ask<{ what: string }>(WARNED_TWICE, [new Date(0)])).map(({ what }) => what);
  await warn(901, 1);
  await warn(902, 2);
  expect(await found()).toEqual([]);
  await warn(903, 2);
  expect(await found()).toEqual([`${transferId}/1 escalated`]);
});
