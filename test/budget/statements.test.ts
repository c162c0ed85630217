/**
 * How many statements a transfer costs us, from the counter to the booking: each kind of fact has a ceiling, so that one more is
 * seen where it is written. What lowers one lowers the ceiling with it.
 */
import type { Client } from '@temporalio/client';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noticeActivities } from '../../activities/notices.ts';
import { hashToken, newToken } from '../../api/door/authenticate.ts';
import { look } from '../../db/procedure/look.ts';
import { KeptSessions } from '../../db/office/kept-sessions.ts';
import { createSession } from '../../db/office/sessions.ts';
import type { SmsGateway } from '../../gateways/sms/gateway.ts';
import { relayOnce } from '../../relay/relay.ts';
import { anOffice, testKeyring, type TestOffice } from '../builders/office.ts';
import type { NewFactDetail } from '../../domain/facts/new-fact.ts';
import { aForm, anAcceptedTransfer, aResidentId, money } from '../builders/walk.ts';
import { aKey, caller, serveApp, type Caller } from '../support/api.ts';
import { countedDatabase, type CountedDatabase } from '../support/counted.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { silentEvents } from '../support/running-office.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { openStepOf } from '../builders/ledger-rows.ts';

/** Of a request, or of a piece of the worker's work, once process and connections are warm. */
const CEILINGS: Readonly<Record<string, number>> = {
  accepted: 8,
  reviewed: 4,
  letterSent: 5,
  letterDelivered: 7,
  infoFormReceived: 6,
  fundReceived: 15,
  entered: 4,
  secondReviewed: 4,
  booked: 8,
  relayRound: 2,
  noticeRound: 8,
  look: 3,
  lookThatReminds: 4,
};

/** Ten facts and the money, a round of the relay for each, both notices. */
const OF_A_TRANSFER = 107;

let fresh: FreshDatabase;
let office: TestOffice;
let counted: CountedDatabase;
let endings: ReturnType<KeptSessions['startListening']>;
let served: Awaited<ReturnType<typeof serveApp>>;
/** By the colleague's id. */
const callers = new Map<string, Caller>();

beforeAll(async () => {
  fresh = await freshDatabase();
  office = await anOffice(fresh.db);
  await sql`update offices set notice_mode = 'atOnce'`.execute(fresh.db);
  await sql`update counterparts set channel = 'platform'`.execute(fresh.db);
  await standClockAt(fresh.db, '2026-03-03T10:00:00+08:00');
  counted = countedDatabase(fresh.url);
  // A slow machine must not be told from a longer way.
  const sessions = new KeptSessions(3_600_000);
  endings = sessions.startListening(fresh.url);
  served = await serveApp(counted.db, {}, { sessions });
  for (const id of Object.values(office.staff)) {
    const token = newToken();
    await createSession(fresh.db, id, hashToken(token));
    await eventually(
      async () => (await counted.of(() => sessions.find(counted.db, hashToken(token)))).statements.length === 0,
    );
    callers.set(id, caller(served.url, { Authorization: `Bearer ${token}` }));
  }
});
afterAll(async () => {
  served.stop();
  await endings.stop();
  await counted.db.destroy();
  await fresh.drop();
});

const temporal = {
  workflow: { signalWithStart: () => Promise.resolve(), getHandle: () => ({ signal: () => Promise.resolve() }) },
  withDeadline: (_: number, call: () => Promise<unknown>) => call(),
} as unknown as Client;
const sms: SmsGateway = {
  givesReceipts: true,
  send: ({ reference }) => Promise.resolve({ state: 'sent', gatewayRef: `g-${reference}` }),
};

interface Cost {
  readonly of: string;
  readonly statements: readonly string[];
}

/** Read every few seconds, whoever comes: no fact's own. */
const LOADS = /from "steps" where "closed_at" is null group by "owner_id"/;

async function count<T>(costs: Cost[], of: string, work: () => Promise<T>): Promise<T> {
  const { result, statements } = await counted.of(work);
  costs.push({ of, statements: statements.filter((text) => !LOADS.test(text)) });
  return result;
}

/** The way of the benchmark: the entry is sent back once. */
async function walkOne(): Promise<{ id: string; costs: Cost[] }> {
  const costs: Cost[] = [];
  const { transfer } = await request('accepted', office.staff.clerk, '/transfers', anApplication());
  const { id, openStep } = transfer as { id: string; openStep: OpenStep };
  // Whoever holds the step does it: stepping in costs more.
  let owner = openStep.owner.id;
  await notices();
  await say({ kind: 'reviewed', outcome: 'eligible' });
  await say({ kind: 'letterSent', channel: 'platform' });
  await say({ kind: 'letterDelivered' });
  await say({ kind: 'infoFormReceived', form: aForm() });
  const { creditId, partId } = await inSuspense(id);
  const match = { partId, decision: 'match', transferId: id };
  await request('fundReceived', office.staff.finance, `/credits/${creditId}/matches`, match);
  owner = await holderOf(id);
  await say({ kind: 'entered' });
  await say({ kind: 'secondReviewed', outcome: 'sentBack', reasonCode: 'S01' });
  await say({ kind: 'entered' });
  await say({ kind: 'secondReviewed', outcome: 'approved' });
  await say({ kind: 'booked' });
  await notices();
  return { id, costs };

  async function say(fact: NewFactDetail): Promise<void> {
    const answer = await request(fact.kind, owner, `/transfers/${id}/facts`, fact);
    owner = (answer['openStep'] as OpenStep | null)?.owner.id ?? '';
  }
  async function request(of: string, who: string, path: string, body: unknown) {
    const answer = await count(costs, of, () => callers.get(who)!.post(path, body, aKey()));
    expect(answer.status, `${answer.text} ${served.log.at(-2)}`).toBe(201);
    // At the worst: nothing joins what waits.
    await sql`update outbox set not_before = clock_timestamp(), waits_until = null where sent_at is null`.execute(
      fresh.db,
    );
    const relayed = count(costs, 'relayRound', () =>
      relayOnce({ db: counted.db, databaseUrl: fresh.url, client: temporal, events: silentEvents }),
    );
    expect((await relayed).taken).toBeGreaterThan(0);
    return answer.body as Record<string, unknown>;
  }
  function notices() {
    const dependencies = { db: counted.db, keyring: testKeyring, sms, events: silentEvents, alive: () => undefined };
    const { sendDueNotices } = noticeActivities(dependencies);
    return count(costs, 'noticeRound', () => sendDueNotices(office));
  }
}

const anApplication = () => ({
  person: { name: '样例甲', idNumber: aResidentId(), mobile: '13900000000' },
  counterpartAreaCode: '310000',
  scheme: 'enterprise',
});

interface OpenStep {
  readonly owner: { readonly id: string };
}

const holderOf = async (transferId: string): Promise<string> => (await openStepOf(fresh.db, transferId))!.owner_id;

async function inSuspense(transferId: string) {
  const part = await money(fresh.db, office, transferId, aForm().totalFen);
  await sql`update credit_parts set state = 'suspense', transfer_id = null where id = ${part.partId}`.execute(fresh.db);
  return part;
}

function expectWithin(costs: readonly Cost[]): void {
  for (const { of, statements } of costs)
    expect(statements.length, `${of} asks\n${statements.join('\n')}`).toBeLessThanOrEqual(CEILINGS[of]!);
}

test('a transfer costs no more than its budget, nor does any of its facts', async () => {
  await walkOne();
  const { id, costs } = await walkOne();
  const { closing } = await look(fresh.db, { transferId: id, ordinal: 1, step: 'review', attempt: 1 });
  expect(closing).toBe('completed');
  expectWithin(costs);
  expect(costs.flatMap(({ statements }) => statements).length).toBeLessThanOrEqual(OF_A_TRANSFER);
});

test('nor does a run that looks at the ledger', async () => {
  const costs: Cost[] = [];
  const transferId = await anAcceptedTransfer(fresh.db, office);
  const first = { transferId, ordinal: 1, step: 'review', attempt: 1 };
  await look(counted.db, first);
  await count(costs, 'look', () => look(counted.db, first));
  await standClockAt(fresh.db, '2026-03-20T10:00:00+08:00');
  await count(costs, 'lookThatReminds', () => look(counted.db, first));
  expectWithin(costs);
  expect(costs.at(-1)?.statements.join()).toContain('insert into "events"');
});
