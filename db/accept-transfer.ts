/** Acceptance at the counter (受理): person, case, transfer, steward and letter sender, first fact — in one transaction. */
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal, refuseDefects } from '../domain/errors.ts';
import { statusCode } from '../domain/ids.ts';
import { dateOf } from '../domain/shanghai-day.ts';
import { acceptanceDefects, type Application } from './acceptance-defects.ts';
import type { Db, Tx } from './connection.ts';
import { queueAcceptanceNotice } from './notices.ts';
import { chooseOwner, responsibilityBegin } from './owners.ts';
import { canonicalId, insertPerson } from './persons.ts';
import { ruleBookOf, ruleVersionOn, type RuleBook } from './rules.ts';
import type { Keyring } from './sealing.ts';
import { TransferLedger } from './transfer-ledger.ts';

export interface Acceptance extends Application {
  readonly officeId: string;
  readonly byStaffId: string;
  readonly scheme?: string;
  readonly category?: string;
  readonly occurredAt?: Date;
  readonly idempotencyKey?: string;
  readonly bodyHash?: Buffer;
}

export function acceptTransfer(
  db: Db,
  keyring: Keyring,
  acceptance: Acceptance,
): Promise<{ transferId: string; isNew: boolean }> {
  return db.transaction().execute(async (tx) => {
    // The same person at two counters at once: the second waits, and is refused as a duplicate.
    const personKey = keyring.hash('idNumber', canonicalId(acceptance.person.idNumber) ?? '').hash.readInt32BE(0);
    await sql`select pg_advisory_xact_lock(1, ${personKey})`.execute(tx);
    const before = await acceptedBefore(tx, acceptance);
    if (before) return { transferId: before, isNew: false };
    const { now, rules } = await today(tx);
    const occurredAt = acceptance.occurredAt ?? now;
    const { counterpartId } = await checked(tx, keyring, acceptance, occurredAt, now);
    const ruleVersion = ruleVersionOn(rules, dateOf(occurredAt));
    const transferId = await insertTransfer(tx, keyring, acceptance, { counterpartId, occurredAt, ruleVersion });
    await noteAcceptance(tx, keyring, acceptance, transferId, occurredAt);
    return { transferId, isNew: true };
  });
}

async function today(tx: Tx): Promise<{ now: Date; rules: RuleBook }> {
  const { rows } = await sql<{ now: Date; revision: string }>`
    select office_now() as now, revision from rules_revision`.execute(tx);
  return { now: rows[0]!.now, rules: await ruleBookOf(tx, rows[0]!.revision) };
}

async function acceptedBefore(tx: Tx, { officeId, idempotencyKey, bodyHash }: Acceptance): Promise<string | undefined> {
  if (!idempotencyKey) return undefined;
  const row = await tx
    .selectFrom('events')
    .select(['transfer_id', 'body_hash', 'kind'])
    .where('office_id', '=', officeId)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.kind !== 'accepted' || (bodyHash && row.body_hash && !bodyHash.equals(row.body_hash))) {
    throw new Refusal('idempotency-key-reused', 'This Idempotency-Key was used for something else.');
  }
  return row.transfer_id;
}

async function checked(tx: Tx, keyring: Keyring, acceptance: Acceptance, occurredAt: Date, now: Date) {
  const { defects, counterpartId, duplicate } = await acceptanceDefects(tx, keyring, acceptance, dateOf(occurredAt));
  const future = occurredAt.getTime() > now.getTime() + 1000;
  refuseDefects([
    ...defects,
    ...(future ? [{ field: 'occurredAt', code: 'future', message: 'An acceptance cannot lie in the future.' }] : []),
  ]);
  if (duplicate) {
    throw new Refusal('duplicate-transfer', 'An open transfer of this person from this office exists already.', {
      extra: { transferId: duplicate.id, caseNo: duplicate.caseNo },
    });
  }
  return { counterpartId: counterpartId! };
}

async function insertTransfer(
  tx: Tx,
  keyring: Keyring,
  acceptance: Acceptance,
  about: { counterpartId: string; occurredAt: Date; ruleVersion: string },
): Promise<string> {
  const { officeId, byStaffId } = acceptance;
  const day = dateOf(about.occurredAt);
  const steward = await chooseOwner(tx, { officeId, role: 'clerk', prefer: [byStaffId], on: day });
  const sender = await chooseOwner(tx, { officeId, role: 'letterClerk', on: day });
  const personId = await insertPerson(tx, keyring, officeId, {
    ...acceptance.person,
    employer: acceptance.employer?.name ?? acceptance.agent?.name ?? null,
    employerPhone: acceptance.agent?.telephone ?? acceptance.employer?.telephone ?? null,
  });
  const common = { office_id: officeId, direction: 'in', procedure_type: 'employee', rule_version: about.ruleVersion };
  const [caseId, transferId] = [randomUUID(), randomUUID()];
  // In one statement: until the end of the transaction nobody else gets a number of this month.
  const accepted = tx
    .with('number', (db) => nextCaseNo(db, officeId, day))
    .with('opened', (db) =>
      db.insertInto('cases').values({
        ...common,
        id: caseId,
        case_no: sql<string>`(select case_no from number)`,
        person_id: personId,
        counterpart_id: about.counterpartId,
        accepted_on: day,
        scheme: acceptance.scheme ?? 'enterprise',
        category: acceptance.category ?? '',
      }),
    )
    .with('followed', (db) =>
      db.insertInto('transfers').values({
        ...common,
        id: transferId,
        case_id: caseId,
        counterpart_id: about.counterpartId,
        status_code: statusCode(randomBytes(13)),
        steward_id: steward.staffId,
        letter_sender_id: sender.managerHolds ? null : sender.staffId,
        accepted_at: about.occurredAt,
      }),
    );
  const held = { kind: 'steward', staffId: steward.staffId, since: about.occurredAt, why: 'planned' } as const;
  await responsibilityBegin(accepted, transferId, held).execute();
  return transferId;
}

/** IN + year and month of the acceptance + a running number of at least five digits. */
function nextCaseNo(db: Pick<Db, 'insertInto'>, officeId: string, day: string) {
  const prefix = `IN${day.slice(0, 4)}${day.slice(5, 7)}`;
  return db
    .insertInto('case_numbers')
    .values({ office_id: officeId, prefix, last_number: 1 })
    .onConflict((oc) =>
      oc.columns(['office_id', 'prefix']).doUpdateSet({ last_number: sql<number>`case_numbers.last_number + 1` }),
    )
    .returning(
      sql<string>`prefix || lpad(last_number::text, greatest(5, length(last_number::text)), '0')`.as('case_no'),
    );
}

async function noteAcceptance(
  tx: Tx,
  keyring: Keyring,
  acceptance: Acceptance,
  transferId: string,
  occurredAt: Date,
): Promise<void> {
  const ledger = await TransferLedger.open(tx, transferId);
  ledger.noteFact(
    {
      kind: 'accepted',
      occurredAt,
      source: 'staff',
      byStaffId: acceptance.byStaffId,
      payload: { stewardId: ledger.transfer.steward_id, letterSenderId: ledger.transfer.letter_sender_id },
      idempotencyKey: acceptance.idempotencyKey ?? null,
      bodyHash: acceptance.bodyHash ?? null,
    },
    {},
  );
  await queueAcceptanceNotice(ledger, keyring);
  await ledger.write();
}
