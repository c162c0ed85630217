/** What the insured person may know. Five wrong guesses lock a code for half an hour, counted under a lock of its own. */
import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import { expectedNext, stepAfter } from '../../domain/procedures/expected-next.ts';
import type { FactKind } from '../../domain/facts/facts.ts';
import { normaliseStatusCode } from '../../domain/ids.ts';
import { lastFourDigits } from '../../domain/persons/phone.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { isStep, stepRule, type Closing } from '../../domain/procedures/steps.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { lastClosedStep } from '../procedure/step-rows.ts';

const GUESSES = 5;
export const LOCKED_MINUTES = 30;

/** Facts that the person recognises; the others are the office's own business. */
const MILESTONES: readonly FactKind[] = [
  'accepted',
  'letterSent',
  'letterDelivered',
  'letterReturned',
  'letterLost',
  'returnedByCounterpart',
  'infoFormReceived',
  'fundReceived',
  'booked',
  'withdrawn',
  'closedWithoutTransfer',
];

const HOLDERS = { own: 'ourOffice', courier: 'courier', counterpart: 'counterpart' } as const;

/** Throws `not-found` for an unknown code and for wrong digits alike, `too-many-attempts` while the code is locked. */
export async function readStatus(db: Db, keyring: Keyring, typed: { code: string; phoneLastFour: string }) {
  const transfer = await findByCode(db, normaliseStatusCode(typed.code));
  const proves = transfer && (await guess(db, transfer.id, () => knowsPhone(transfer, keyring, typed.phoneLastFour)));
  if (!proves) {
    throw new Refusal('not-found', 'No transfer answers to this code with these digits; read both from your slip.');
  }
  return statusOf(db, transfer);
}

function findByCode(db: Db, code: string) {
  return db
    .selectFrom('transfers as t')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .innerJoin('offices as o', 'o.id', 't.office_id')
    .innerJoin('staff as steward', 'steward.id', 't.steward_id')
    .leftJoin('steps as s', (join) => join.onRef('s.transfer_id', '=', 't.id').on('s.closed_at', 'is', null))
    .select([
      't.id',
      't.accepted_at',
      't.closed_at',
      't.closing',
      't.followed',
      'o.name as office',
      'o.telephone as office_telephone',
    ])
    .select(['steward.post', 'steward.telephone', 'p.phone_sealed', 'p.employer_phone_sealed'])
    .select(['s.step', 's.opened_at', 's.due_on', 's.provisional'])
    .where('t.status_code', '=', code)
    .executeTakeFirst();
}
type Found = NonNullable<Awaited<ReturnType<typeof findByCode>>>;

/** Guesses at one code stand in a queue: a hundred at once are still five. */
function guess(db: Db, transferId: string, isRight: () => boolean): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { failures, locked_until: lockedUntil } = await lockGuesses(tx, transferId);
    const now = Date.now();
    if (lockedUntil && lockedUntil.getTime() > now) {
      const seconds = Math.ceil((lockedUntil.getTime() - now) / 1000);
      throw new Refusal('too-many-attempts', `Too many wrong guesses; locked for ${Math.ceil(seconds / 60)} minutes.`, {
        extra: { retryAfterSeconds: seconds },
      });
    }
    const right = isRight();
    await noteGuess(tx, transferId, right ? 0 : (lockedUntil ? 0 : failures) + 1);
    return right;
  });
}

async function lockGuesses(tx: Tx, transferId: string) {
  await tx
    .insertInto('status_attempts')
    .values({ transfer_id: transferId })
    .onConflict((oc) => oc.column('transfer_id').doNothing())
    .execute();
  return tx
    .selectFrom('status_attempts')
    .select(['failures', 'locked_until'])
    .where('transfer_id', '=', transferId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

async function noteGuess(tx: Tx, transferId: string, failures: number): Promise<void> {
  const locked = failures >= GUESSES;
  await tx
    .updateTable('status_attempts')
    .set({
      failures,
      locked_until: locked ? sql<Date>`clock_timestamp() + make_interval(mins => ${LOCKED_MINUTES})` : null,
    })
    .where('transfer_id', '=', transferId)
    .execute();
}

/** The person's own number, or that of who acts for them; both are compared, in constant time. */
function knowsPhone(transfer: Found, keyring: Keyring, typed: string): boolean {
  const given = Buffer.from(typed.padEnd(4).slice(0, 4), 'utf8');
  return [transfer.phone_sealed, transfer.employer_phone_sealed]
    .map((sealed) => lastFourDigits(keyring.openText(sealed) ?? ''))
    .map((digits) => digits.length === 4 && timingSafeEqual(Buffer.from(digits, 'utf8'), given))
    .includes(true);
}

async function statusOf(db: Db, transfer: Found) {
  const milestones = await milestonesOf(db, transfer.id);
  const last = await lastClosedStep(db, transfer.id);
  const step = transfer.step !== null && isStep(transfer.step) ? transfer.step : null;
  const since = transfer.closed_at ?? transfer.opened_at ?? last?.closed_at ?? transfer.accepted_at;
  return {
    office: transfer.office,
    holder: transfer.closed_at ? ('nobody' as const) : step ? HOLDERS[stepRule(step).share] : ('ourOffice' as const),
    since: dateOf(since),
    step,
    nextStep: transfer.closed_at || !transfer.followed ? null : step ? expectedNext(step, null) : stepAfter(last),
    dueOn: transfer.due_on,
    provisional: transfer.provisional ?? false,
    stewardPost: transfer.post,
    telephone: transfer.telephone || transfer.office_telephone,
    closedOn: transfer.closed_at ? dateOf(transfer.closed_at) : null,
    closing: transfer.closing as Closing | null,
    milestones,
  };
}
export type TransferStatus = Awaited<ReturnType<typeof statusOf>>;

async function milestonesOf(db: Db, transferId: string) {
  const rows = await db
    .selectFrom('events')
    .select(['kind', 'occurred_at'])
    .where('transfer_id', '=', transferId)
    .where('kind', 'in', [...MILESTONES])
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ kind: row.kind as FactKind, on: dateOf(row.occurred_at) }));
}
