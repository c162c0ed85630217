/** The page of a person and the figures of a month cost what they show, however many talks lie beside them. */
import { Kysely, sql, type CompiledQuery } from 'kysely';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { createPool, type Database, type Db } from '../../../db/connection/connection.ts';
import { LedgerDialect } from '../../../db/connection/procedures.ts';
import { readContactFigures } from '../../../db/contacts/figures.ts';
import { listContacts } from '../../../db/contacts/list.ts';
import { listPromises } from '../../../db/contacts/promise-list.ts';
import { recorded } from '../../builders/contacts.ts';
import { standClockAt } from '../../builders/office-clock.ts';
import { testKeyring } from '../../builders/office.ts';
import { anAcceptedTransfer } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';

const { url, db, office } = await ownOffice();
const { officeId } = office;
/** Of two years, a thousand persons of two hundred talks each. */
const OTHERS = 200_000;
let transferId: string;

beforeAll(async () => {
  await standClockAt(db, '2026-03-10T10:00:00+08:00');
  transferId = await anAcceptedTransfer(db, office);
  for (let n = 0; n < 60; n++)
    await recorded(db, office, { transferId, topic: n % 2 ? 'contactDetails' : 'transferInProgress' });
  const dueAt = new Date('2026-03-13T17:00:00+08:00');
  await recorded(db, office, { transferId, outcome: 'promised', promise: { channel: 'phone', dueAt } });
  await sql`with others as (insert into persons (office_id, name_sealed) select ${officeId}, name_sealed from persons, generate_series(1, 1000) returning id),
      numbered as (select id, row_number() over () as n from others)
    insert into contacts (office_id, channel, direction, party, person_id, topic, consultation, told_personal, identity, outcome, occurred_at, by_staff_id)
    select ${officeId}, 'phone', 'in', 'person', numbered.id, 'transferInProgress', true, false, 'notChecked', 'solvedAtOnce',
      office_now() - make_interval(secs => k * 315), ${office.staff.clerk}
    from generate_series(1, ${OTHERS}) as k join numbered on numbered.n = k % 1000 + 1`.execute(db);
  await sql`vacuum analyze contacts`.execute(db);
  // As on a disk without an arm: here everything lies in memory.
  await sql`alter database ${sql.ref(new URL(url).pathname.slice(1))} set random_page_cost = 1.1`.execute(db);
}, 120_000);

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

async function sentBy(ask: (asked: Db) => Promise<unknown>): Promise<Pick<CompiledQuery, 'sql' | 'parameters'>[]> {
  const sent: CompiledQuery[] = [];
  const asked = new Kysely<Database>({
    dialect: new LedgerDialect(createPool(url, { max: 1 })),
    log: ({ query }) => void sent.push(query),
  });
  await ask(asked).finally(() => asked.destroy());
  return sent;
}

/** Every way to the talks that the statements of this question took. */
async function waysTo(ask: (asked: Db) => Promise<unknown>): Promise<Plan[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found: Plan[] = [];
    for (const { sql: text, parameters } of await sentBy(ask)) {
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `explain (analyze, timing off, format json) ${text}`,
        [...parameters],
      );
      found.push(...nodesOf(rows[0]!['QUERY PLAN'][0].Plan).filter((node) => node['Relation Name'] === 'contacts'));
    }
    return found;
  } finally {
    await client.end();
  }
}

test('fifty talks of a person are read along their own index, and no row of anybody else', async () => {
  const ways = await waysTo((asked) => listContacts(asked, testKeyring, { officeId, transferId, limit: 50 }));
  expect(ways.map((way) => [way['Index Name'], way['Actual Rows'], way['Rows Removed by Filter'] ?? 0])).toEqual([
    ['contacts_of_person', 51, 0],
    // In which the promise was made that stands among them.
    ['contacts_pkey', 1, 0],
  ]);
});

test('what was promised to a person is found along theirs', async () => {
  const ways = await waysTo((asked) => listPromises(asked, testKeyring, { officeId, transferId, limit: 50 }));
  expect(ways.every((way) => way['Node Type'] === 'Index Scan')).toBe(true);
});

test('the figures of a month read an index alone, and no row', async () => {
  const days = { from: '2026-02-01', to: '2026-02-28' };
  const ways = await waysTo((asked) => readContactFigures(asked, officeId, days));
  expect(ways.map((way) => [way['Node Type'], way['Index Name']])).toEqual([['Index Only Scan', 'contacts_by_day']]);
});

test('a page of a list by days reads that many rows', async () => {
  const days = { from: '2026-02-01', to: '2026-02-28' };
  const ways = await waysTo((asked) => listContacts(asked, testKeyring, { officeId, ...days, limit: 50 }));
  expect(ways.map((way) => [way['Index Name'], way['Actual Rows']])).toEqual([['contacts_by_day', 51]]);
});
