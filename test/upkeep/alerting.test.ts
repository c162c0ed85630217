import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { httpAlertGateway } from '../../gateways/alerts.ts';
import { createMetrics } from '../../observability/metrics.ts';
import { watchFigures } from '../../upkeep/alerting.ts';
import { anOffice } from '../builders/office.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
let server: Server;
let received: Record<string, unknown>[];
let answers: number[];
let asked: string[];
let transferId: string;
const metrics = createMetrics();

beforeEach(async () => {
  fresh = await freshDatabase();
  transferId = await anAcceptedTransfer(fresh.db, await anOffice(fresh.db));
  received = [];
  answers = [];
  asked = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
      if (body !== '') received.push(JSON.parse(body) as Record<string, unknown>);
      response.writeHead(answers.shift() ?? 204, { location: '/elsewhere' }).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await fresh.drop();
});

const look = () => {
  const gateway = httpAlertGateway(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, 1);
  const limits = { periodMinutes: 60, outboxSeconds: 300, smsFailures: 2, backupHours: 26 };
  const logger = pino({ level: 'silent' });
  return watchFigures({ db: fresh.db, limits, logger, metrics, tell: (alert) => gateway.tell(alert) });
};
const told = () => received.splice(0).map(({ condition, state }) => `${String(condition)} ${String(state)}`);
const violations = (count: number) =>
  fresh.db.insertInto('invariant_checks').values({ violations: count, findings: '[]' }).execute();
const aPeriodPasses = () => sql`update alerts set next_try_at = next_try_at - interval '61 minutes'`.execute(fresh.db);

test('a condition is told once in its period, again in the next, and when it is over', async () => {
  await look();
  expect(told()).toEqual([]);
  await violations(3);
  await Promise.all([look(), look(), look()]);
  expect(received).toMatchObject([
    { condition: 'violations', state: 'raised', value: 3, limit: 0, officeId: 'test-office' },
  ]);
  expect(told()).toHaveLength(1);
  await look();
  expect(told()).toEqual([]);
  await aPeriodPasses();
  await look();
  expect(told()).toEqual(['violations raised']);
  await violations(0);
  await look();
  await look();
  expect(told()).toEqual(['violations recovered']);
  // A figure that swings does not ring at every swing.
  await violations(1);
  await look();
  expect(told()).toEqual([]);
  await aPeriodPasses();
  await look();
  expect(told()).toEqual(['violations raised']);
});

test('waiting messages, a failing gateway and an old backup are told with their figures, and nothing of a person', async () => {
  await sql`update outbox set created_at = created_at - interval '1 hour'`.execute(fresh.db);
  await sql`update ledger_epochs set begun_at = begun_at - interval '2 days'`.execute(fresh.db);
  await sql`insert into notices (office_id, transfer_id, notice_key, kind, recipient, state, not_before, settled_at, failure)
    select office_id, id, 'test:' || n, 'completion', 'person', 'unknown', office_now(), office_now(), 'gateway502'
    from transfers, generate_series(1, 3) as n`.execute(fresh.db);
  await look();
  const [outbox, sms, backup] = received;
  expect(received).toHaveLength(3);
  expect(outbox).toMatchObject({ condition: 'outboxAge', limit: 300 });
  expect(outbox!['value']).toBeGreaterThan(3500);
  expect(sms).toMatchObject({ condition: 'smsGateway', value: 3, limit: 2 });
  expect(backup).toMatchObject({ condition: 'backupAge', limit: 26 * 3600 });
  for (const alert of received)
    expect(Object.keys(alert).sort()).toEqual(['at', 'condition', 'limit', 'officeId', 'since', 'state', 'value']);
  expect(JSON.stringify(received)).not.toContain(transferId);
  expect(await metrics.registry.getSingleMetricAsString('baton_backup_age_seconds')).toMatch(/seconds 17\d{4}/);

  received = [];
  await fresh.db
    .insertInto('backups')
    .values({ made_at: new Date(), file: 'x', byte_length: 1, sha256: Buffer.alloc(32), row_count: 1 })
    .execute();
  await look();
  expect(told()).toEqual(['backupAge recovered']);
});

test('an alert that nobody takes is tried a few times, and again in a later round, not for ever at once', async () => {
  answers = [500, 500, 500];
  await violations(1);
  await look();
  expect(told()).toHaveLength(3);
  await look();
  expect(told()).toEqual([]);
  await sql`update alerts set next_try_at = clock_timestamp()`.execute(fresh.db);
  answers = [500, 204];
  await look();
  expect(told()).toEqual(['violations raised', 'violations raised']);
  await look();
  expect(told()).toEqual([]);
});

test('a redirect has told nobody: it is said as not delivered, and nothing is asked elsewhere', async () => {
  await violations(1);
  answers = [302, 302, 302];
  await look();
  expect(asked).toEqual(['POST /', 'POST /', 'POST /']);
  const told = await fresh.db.selectFrom('alerts').select(['failed_tries', 'told_at']).execute();
  expect(told).toEqual([{ failed_tries: 1, told_at: null }]);
});
