/** What the insured person may know. */
import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import { normaliseStatusCode } from '../../domain/ids.ts';
import { lastFourDigits } from '../../domain/persons/phone.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Party, Procedure } from '../../domain/procedures/procedure.ts';
import { nextStep } from '../../domain/procedures/walk.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { Db } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import { deputyToday } from '../office/absences.ts';
import { AGENT_PHONE } from '../ledger/agent-phone.ts';
import { procedureKey } from '../ledger/procedure-key.ts';
import type { Keyring } from '../connection/sealing.ts';
import { selectClosedSteps } from '../procedure/step-rows.ts';
import { isNothingDue, milestonesOf } from './milestones.ts';
import { readGoingOn, type Following } from './linked-transfers.ts';

const HOLDERS = {
  own: 'ourOffice',
  otherUnit: 'ourOffice',
  higherAuthority: 'higherAuthority',
  financeBureau: 'financeBureau',
  counterpart: 'counterpart',
  courier: 'courier',
  bank: 'bank',
  employer: 'employer',
  insured: 'insured',
} as const satisfies Record<Party, string>;

/** Counts a guess at the transfer's digits and says whether it was right; throws `too-many-attempts` instead of asking. */
export type Guess = (transferId: string, isRight: () => boolean) => Promise<boolean>;

/** Throws `not-found` for an unknown code and for wrong digits alike, `too-many-attempts` while the code is locked. */
export async function readStatus(
  db: Db,
  keyring: Keyring,
  guess: Guess,
  typed: { code: string; phoneLastFour: string },
) {
  const transfer = await findByCode(db, normaliseStatusCode(typed.code));
  const proves = transfer && (await guess(transfer.id, () => knowsPhone(transfer, keyring, typed.phoneLastFour)));
  if (!proves) {
    throw new Refusal('not-found', 'No transfer answers to this code with these digits; read both from your slip.');
  }
  return statusOf(db, transfer);
}

/** For whoever has proved before that it is theirs; throws `not-found` when the code was given anew since. */
export async function readProvenStatus(db: Db, code: string) {
  const transfer = await findByCode(db, code);
  if (!transfer) throw new Refusal('not-found', 'No transfer answers to this code any more.');
  return statusOf(db, transfer);
}

/** Whom to ask, for whoever has guessed the digits too often: nothing of the transfer, and nothing of the person. */
export async function readStewardContact(db: Db, code: string) {
  const transfer = await findByCode(db, normaliseStatusCode(code));
  return transfer && contactOf(db, transfer);
}

async function contactOf(db: Db, transfer: Found) {
  return {
    office: transfer.office,
    stewardPost: transfer.post,
    deputyPost: transfer.closed_at ? null : ((await deputyToday(db, transfer.steward_id))?.post ?? null),
    telephone: transfer.telephone || transfer.office_telephone,
  };
}
export type StewardContact = Awaited<ReturnType<typeof contactOf>>;

function findByCode(db: Db, code: string) {
  return db
    .selectFrom('transfers as t')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .leftJoin('applications as a', 'a.case_id', 'c.id')
    .innerJoin('offices as o', 'o.id', 't.office_id')
    .innerJoin('staff as steward', 'steward.id', 't.steward_id')
    .leftJoin('steps as s', (join) => join.onRef('s.transfer_id', '=', 't.id').on('s.closed_at', 'is', null))
    .leftJoin('procedure_steps as said', (join) =>
      join.onRef('said.procedure', '=', 's.procedure').onRef('said.step', '=', 's.step'),
    )
    .select([
      't.id',
      't.accepted_at',
      't.closed_at',
      't.closing',
      't.direction',
      't.procedure_type',
      't.procedure_version',
      'o.name as office',
      'o.telephone as office_telephone',
    ])
    .select(['t.steward_id', 'steward.post', 'steward.telephone', 'p.phone_sealed'])
    .select(AGENT_PHONE.as('agent_phone'))
    .select(['s.step', 's.opened_at', 's.due_on', 's.provisional', 'said.party'])
    .select(sql<Date>`office_now()`.as('now'))
    .select(sql<Date | null>`(select reversed_at from reversals where transfer_id = t.id)`.as('reversed_at'))
    .where('t.status_code', '=', code)
    .executeTakeFirst();
}
type Found = NonNullable<Awaited<ReturnType<typeof findByCode>>>;

/** The person's own number, or that of who acts for them; both are compared, in constant time. */
function knowsPhone(transfer: Found, keyring: Keyring, typed: string): boolean {
  const given = Buffer.from(typed.padEnd(4).slice(0, 4), 'utf8');
  return [transfer.phone_sealed, transfer.agent_phone]
    .map((sealed) => lastFourDigits(keyring.openText(sealed) ?? ''))
    .map((digits) => digits.length === 4 && timingSafeEqual(Buffer.from(digits, 'utf8'), given))
    .includes(true);
}

async function statusOf(db: Db, transfer: Found) {
  const direction = transfer.direction === 'out' ? 'out' : 'in';
  const milestones = await milestonesOf(db, transfer.id, direction);
  const closed = await selectClosedSteps(db, transfer.id);
  const procedure = proceduresOf(db).find(procedureKey(transfer));
  const { step, party } = transfer;
  const since = transfer.closed_at ?? transfer.opened_at ?? closed.at(-1)?.closed_at ?? transfer.accepted_at;
  return {
    ...(await contactOf(db, transfer)),
    asOf: dateOf(transfer.now),
    holder: transfer.closed_at ? ('nobody' as const) : HOLDERS[(party ?? 'own') as Party],
    since: dateOf(since),
    step,
    procedure: procedureKey(transfer),
    nextStep: transfer.closed_at || !procedure ? null : nextOf(procedure, transfer, closed),
    dueOn: transfer.due_on,
    provisional: transfer.provisional ?? false,
    closedOn: transfer.closed_at ? dateOf(transfer.closed_at) : null,
    closing: transfer.closing as Closing | null,
    reversedOn: transfer.reversed_at ? dateOf(transfer.reversed_at) : null,
    linked: (await readGoingOn(db, transfer.id)).map(asFollowing),
    milestones,
    nothingDue: direction === 'out' && (await isNothingDue(db, transfer.id)),
  };
}

const asFollowing = (row: Following) => ({
  link: row.link,
  since: dateOf(row.accepted_at),
  procedure: procedureKey(row),
  step: row.step,
  holder: row.closed_at ? ('nobody' as const) : HOLDERS[(row.party ?? 'own') as Party],
  dueOn: row.due_on,
  closedOn: row.closed_at ? dateOf(row.closed_at) : null,
  closing: row.closing,
});

function nextOf(procedure: Procedure, transfer: Found, closed: ClosedSteps): string | null {
  const outcomes = closed.flatMap(({ outcome }) => outcome ?? []);
  return nextStep(procedure, { outcomes, isOpen: transfer.step !== null });
}

type ClosedSteps = Awaited<ReturnType<typeof selectClosedSteps>>;

export type TransferStatus = Awaited<ReturnType<typeof statusOf>>;
