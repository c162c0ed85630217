/** The simulated outside world's log against the ledger: each line that the ledger forgot, or had twice, is found. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkInvariants } from '../../invariants/check.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { anOffice, testKeyring } from '../builders/office.ts';
import { receiveCredit } from '../../db/credits/receive.ts';
import { receiveScans } from '../../db/courier/scans.ts';
import { aPlan, isReleased, saysOf } from '../builders/remittances.ts';
import { registerPaper } from '../../db/incoming/register.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
let folder: string;
let noticeId: string;
let approvalId: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'baton-log-'));
  const office = await anOffice(fresh.db);
  const transferId = await anAcceptedTransfer(fresh.db, office, { idempotencyKey: 's7-1-0-accepted' });
  await sql`update outbox set sent_at = clock_timestamp()`.execute(fresh.db);
  const notice = await fresh.db
    .selectFrom('notices')
    .select('id')
    .where('transfer_id', '=', transferId)
    .executeTakeFirstOrThrow();
  noticeId = notice.id;
  await sql`update notices set state = 'sent'`.execute(fresh.db);
  const credit = { serial: 'B1', bookedOn: '2026-01-05', amountFen: 500, payerName: '', payerAccount: '', memo: '' };
  await fresh.db
    .transaction()
    .execute((tx) => receiveCredit(tx, testKeyring, { officeId: office.officeId, ...credit }));
  const scan = { waybill: '1000000000001', scannedAt: new Date('2026-01-05T02:00:00Z'), code: '203' };
  await registerPaper(fresh.db, testKeyring, {
    officeId: office.officeId,
    byStaffId: office.staff.letterClerk,
    kind: 'other',
    channel: 'ems',
    arrivedAt: new Date('2026-01-05T01:00:00Z'),
    idempotencyKey: 's7-paper-1-letter-0',
    bodyHash: Buffer.alloc(32),
  });
  const remittanceId = await aPlan(fresh.db, office, { transferId, idempotencyKey: 's7-pay-1-planned' });
  await saysOf(fresh.db, office, remittanceId, 'applied', { idempotencyKey: 's7-pay-1-applied' });
  await saysOf(fresh.db, office, remittanceId, 'funded');
  await isReleased(fresh.db, office, remittanceId);
  approvalId = (await fresh.db.selectFrom('approvals').select('id').executeTakeFirstOrThrow()).id;
  await receiveScans(fresh.db, testKeyring, { officeId: office.officeId, source: 'webhook', scans: [scan] });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await fresh.drop();
});

type Line = Record<string, unknown>;
const sms = (): Line => ({ kind: 'sms', reference: noticeId, to: '13900000000', text: '', at: '' });
const done = (key: string): Line => ({ kind: 'done', key, at: '' });
const confirmed = (subjectId: string): Line[] => {
  const key = 's7-pay-1-releaseConfirmed';
  return [{ kind: 'meant', act: { key, path: '/approvals/{id}/confirmation', payment: { subjectId } } }, done(key)];
};
const statement = (serial: string, amountFen: number): Line[] => [
  { kind: 'statement', name: 'b.csv', entries: [{ serial, amountFen }] },
  { kind: 'statementIn', name: 'b.csv', open: [] },
];
const scans = (...ids: string[]): Line => ({ kind: 'scans', ids });
const whole = (): Line[] => [
  { kind: 'begun', seed: 7 },
  done('s7-1-0-accepted'),
  done('s7-paper-1-letter-0'),
  done('s7-pay-1-planned'),
  done('s7-pay-1-applied'),
  ...confirmed(approvalId),
  sms(),
  ...statement('B1', 500),
  scans('1000000000001#0'),
];

async function findings(lines: Line[], torn = ''): Promise<string[]> {
  const simulatorLog = join(folder, `${randomUUID()}.jsonl`);
  await writeFile(simulatorLog, lines.map((line) => `${JSON.stringify(line)}\n`).join('') + torn);
  const found = await checkInvariants({ databaseUrl: fresh.url, simulatorLog });
  return found.map(({ invariant, count, examples }) => `${invariant} ${String(count)} ${examples.join(' ')}`);
}

test('a log that agrees with the ledger breaks no promise, a torn last line does not matter', async () => {
  expect(await findings(whole())).toEqual([]);
  expect(await findings(whole(), '{"kind":"sm')).toEqual([]);
});

test('a command that was acknowledged and is not in the ledger', async () => {
  expect(await findings([...whole(), done('s7-2-0-accepted')])).toEqual([
    'acknowledged-command-kept 1 s7-2-0-accepted',
  ]);
});

test('a paper that was acknowledged and is not in the ledger', async () => {
  expect(await findings([...whole(), done('s7-paper-2-letter-0')])).toEqual([
    'acknowledged-command-kept 1 s7-paper-2-letter-0',
  ]);
});

test('a payment that was moved, or confirmed by a second person, and the ledger knows nothing of it', async () => {
  expect(await findings([...whole(), done('s7-pay-1-sent')])).toEqual(['acknowledged-command-kept 1 s7-pay-1-sent']);
  const unknown = whole()
    .flatMap((line) => (line['kind'] === 'meant' ? [] : [line]))
    .concat(confirmed(randomUUID()));
  expect(await findings(unknown)).toEqual(['acknowledged-command-kept 1 s7-pay-1-releaseConfirmed']);
});

test('a message that the centre got twice', async () => {
  const again = { kind: 'smsAgain', reference: noticeId };
  expect(await findings([...whole(), again])).toEqual([`message-sent-once 1 ${noticeId}`]);
  expect(await findings([...whole(), sms()])).toEqual([`message-sent-once 1 ${noticeId}`]);
});

test('a message that the ledger calls sent and the centre never got', async () => {
  expect(await findings(whole().filter(({ kind }) => kind !== 'sms'))).toEqual([`message-known 1 ${noticeId}`]);
});

test('a message that the centre got and the ledger still means to send', async () => {
  await sql`update notices set state = 'queued'`.execute(fresh.db);
  expect(await findings(whole())).toEqual([`message-known 1 ${noticeId}`]);
  await sql`update notices set state = 'unknown'`.execute(fresh.db);
  expect(await findings(whole())).toEqual([]);
  await sql`update notices set state = 'sent'`.execute(fresh.db);
});

test('a line of the bank that is no credit, or one of another amount', async () => {
  const bank = (serial: string, fen: number) =>
    whole()
      .filter(({ kind }) => !String(kind).startsWith('statement'))
      .concat(statement(serial, fen));
  expect(await findings(bank('B2', 500))).toEqual(['bank-line-kept 1 B2']);
  expect(await findings(bank('B1', 501))).toEqual(['bank-line-kept 1 B1']);
  expect(await findings(bank('B2', 500).filter(({ kind }) => kind !== 'statementIn'))).toEqual([]);
});

test('a scan that was told and not kept', async () => {
  expect(await findings([...whole(), scans('1000000000001#1')])).toEqual(['scan-kept 1 1000000000001']);
  expect(await findings([...whole(), scans('1000000000001#0')])).toEqual([]);
});
