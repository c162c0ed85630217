/** The simulated outside world's own log: what it sent, received and was told is in the ledger, each once. */
import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import type { Finding } from './invariant.ts';
import { findingOf } from './ledger.ts';

interface Line {
  readonly kind: string;
  readonly key?: string;
  /** What is meant to be done. */
  readonly act?: { readonly key: string; readonly path: string; readonly payment?: { readonly subjectId?: string } };
  readonly reference?: string;
  readonly name?: string;
  readonly ids?: readonly string[];
  readonly entries?: readonly { readonly serial: string; readonly amountFen: number }[];
}

/** Lines of the log, in its order. A last line that a kill has torn was never relied on. */
export async function readSimulatorLog(path: string): Promise<readonly Line[]> {
  const text = await readFile(path, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
}

/** `before` and `after`: the log as it stood before and after the ledger's snapshot was taken. */
export async function checkSimulatorLog(
  ledger: pg.Client,
  before: readonly Line[],
  after: readonly Line[],
): Promise<Finding[]> {
  return [
    ...(await checkCommands(ledger, before)),
    ...checkMessages(after),
    ...(await checkMessagesKnown(ledger, before, after)),
    ...(await checkStatements(ledger, before)),
    ...(await checkScans(ledger, before)),
  ];
}

/** Where the ledger keeps the key of a command, as a digest, of a release before as it was sent. */
const KEYED = ['events', 'incoming_papers', 'remittances', 'remittance_moves', 'approvals'];

/** Every command that the API acknowledged; a confirmation has no key in the ledger, and what it confirmed is confirmed. */
async function checkCommands(ledger: pg.Client, log: readonly Line[]): Promise<Finding[]> {
  const done = new Set(log.flatMap((line) => (line.kind === 'done' && line.key ? [line.key] : [])));
  const confirmations = new Map(
    log.flatMap(({ act }) =>
      act?.path === CONFIRMING && done.has(act.key) ? [[act.key, act.payment?.subjectId] as const] : [],
    ),
  );
  const lost = [
    ...(await keysNotOnce(
      ledger,
      [...done].filter((key) => !confirmations.has(key)),
    )),
    ...(await notConfirmed(ledger, confirmations)),
  ];
  return findingOf('acknowledged-command-kept', 'each command that was acknowledged is in the ledger once', lost);
}

const CONFIRMING = '/approvals/{id}/confirmation';

async function keysNotOnce(ledger: pg.Client, keys: readonly string[]): Promise<string[]> {
  const kept = KEYED.map((table) => `select idempotency_key from ${table} where idempotency_key is not null`);
  const { rows } = await ledger.query<{ key: string }>(
    `select key from unnest($1::text[]) as key
     left join (${kept.join(' union all ')}) as kept
       on kept.idempotency_key in (key, encode(sha256(convert_to(key, 'UTF8')), 'hex'))
     group by key having count(kept.idempotency_key) <> 1`,
    [keys],
  );
  return rows.map(({ key }) => key);
}

async function notConfirmed(ledger: pg.Client, approvals: ReadonlyMap<string, string | undefined>): Promise<string[]> {
  const { rows } = await ledger.query<{ key: string }>(
    `select key from unnest($1::text[], $2::text[]) as said (key, id)
     where not exists (select from approvals where approvals.id::text = said.id and approvals.state = 'confirmed')`,
    [[...approvals.keys()], [...approvals.values()]],
  );
  return rows.map(({ key }) => key);
}

function checkMessages(log: readonly Line[]): Finding[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { kind, reference } of log) {
    if ((kind !== 'sms' && kind !== 'smsAgain') || reference === undefined) continue;
    if (kind === 'smsAgain' || seen.has(reference)) twice.add(reference);
    seen.add(reference);
  }
  return findingOf('message-sent-once', 'the SMS centre got each notice at most once', [...twice]);
}

/** What the centre got is not still waiting in the ledger, and what the ledger calls sent the centre has. */
async function checkMessagesKnown(
  ledger: pg.Client,
  before: readonly Line[],
  after: readonly Line[],
): Promise<Finding[]> {
  const references = (log: readonly Line[]) => [
    ...new Set(log.flatMap(({ kind, reference }) => (kind === 'sms' && reference ? [reference] : []))),
  ];
  const { rows } = await ledger.query<{ id: string }>(
    `select coalesce(got.id, notices.id::text) as id
     from unnest($1::text[]) as got (id)
     full join notices on notices.id::text = got.id
     where (got.id = any($2::text[]) and (notices.id is null or notices.state in ('queued', 'notSent')))
       or (got.id is null and notices.state in ('sent', 'delivered') and not exists (select from notice_decisions
         where notice_decisions.transfer_id = notices.transfer_id and notice_decisions.reason = 'imported'))`,
    [references(after), references(before)],
  );
  return findingOf(
    'message-known',
    'the ledger and the SMS centre agree on what was sent',
    rows.map(({ id }) => id),
  );
}

/** Statements that were taken in; their lines are credits, each once and with its amount. */
async function checkStatements(ledger: pg.Client, log: readonly Line[]): Promise<Finding[]> {
  const takenIn = new Set(
    log.flatMap(({ kind, name }) => (kind === 'statementIn' && name !== undefined ? [name] : [])),
  );
  const entries = log.flatMap((line) =>
    line.kind === 'statement' && line.name !== undefined && takenIn.has(line.name) ? (line.entries ?? []) : [],
  );
  const { rows } = await ledger.query<{ serial: string }>(
    `select paid.serial from (select distinct serial, fen from unnest($1::text[], $2::bigint[]) as line (serial, fen)) as paid
     left join credits on credits.serial = paid.serial and credits.amount_fen = paid.fen
     group by paid.serial having count(credits.id) <> 1`,
    [entries.map(({ serial }) => serial), entries.map(({ amountFen }) => amountFen)],
  );
  return findingOf(
    'bank-line-kept',
    'each line that the bank sent is one credit of its amount',
    rows.map(({ serial }) => serial),
  );
}

/** Scans by the courier's own name for them: waybill, #, number. */
async function checkScans(ledger: pg.Client, log: readonly Line[]): Promise<Finding[]> {
  const told = new Set(log.flatMap(({ kind, ids }) => (kind === 'scans' ? (ids ?? []) : [])));
  const waybills = [...told].map((id) => id.slice(0, id.lastIndexOf('#')));
  const { rows } = await ledger.query<{ waybill: string }>(
    `select told.waybill from (select waybill, count(*) as scans from unnest($1::text[]) as waybill group by waybill) as told
     left join (select waybill, count(*) as scans from mail_scans group by waybill) as kept on kept.waybill = told.waybill
     where coalesce(kept.scans, 0) <> told.scans`,
    [waybills],
  );
  return findingOf(
    'scan-kept',
    'each scan that the courier told is in the ledger once',
    rows.map(({ waybill }) => waybill),
  );
}
