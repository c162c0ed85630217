/** Asks whether a mobile belongs to a person: the answer of the national registry is kept, and a contact names it. */
import { sql } from 'kysely';
import { Refusal, type Defect } from '../../domain/errors.ts';
import type { IdentityResult } from '../../domain/contacts/contact.ts';
import type { IdentityAnswer, IdentityRegistry } from '../../domain/contacts/identity-registry.ts';
import { normalisePhone } from '../../domain/persons/phone.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { newText, withTexts } from '../texts/sealed-texts.ts';

/** So long after the question the caller is still on the line. Minutes of the office. */
const GOOD_FOR_MINUTES = 30;

export interface CheckAsked {
  readonly officeId: string;
  readonly byStaffId: string;
  readonly transferId: string;
  /** From which the person calls; absent: the one that the office has. */
  readonly mobile?: string | undefined;
}

/** Nothing is locked while the registry is asked. @throws Refusal not-found; invalid (no number at all) */
export async function checkIdentity(
  db: Db,
  keyring: Keyring,
  registry: IdentityRegistry | undefined,
  asked: CheckAsked,
) {
  const person = await personOf(db, keyring, asked);
  const mobile = asked.mobile === undefined ? person.mobile : normalisePhone(asked.mobile);
  if (mobile === null) {
    const defect = {
      field: 'mobile',
      code: 'missing',
      message: 'The office has no mobile of this person: ask for it.',
    };
    throw new Refusal('invalid', 'There is no number to ask about.', { defects: [defect] });
  }
  const answer = await answerOf(registry, mobile, person.idNumber);
  const isKnownMobile = person.mobile !== null && normalisePhone(person.mobile) === mobile;
  const text = newText(keyring, asked, mobile);
  const { id, asked_at: at } = await withTexts(db, [text])
    .insertInto('identity_checks')
    .values({
      office_id: asked.officeId,
      person_id: person.id,
      by_staff_id: asked.byStaffId,
      mobile_id: text?.id ?? null,
      is_known_mobile: isKnownMobile,
      result: answer.result,
      reason: answer.reason,
    })
    .returning(['id', 'asked_at'])
    .executeTakeFirstOrThrow();
  return { id, ...answer, isKnownMobile, askedAt: at.toISOString() };
}

async function answerOf(
  registry: IdentityRegistry | undefined,
  mobile: string,
  idNumber: string | null,
): Promise<IdentityAnswer> {
  if (!registry) return { result: 'unknown', reason: 'notSetUp' };
  if (idNumber === null) return { result: 'unknown', reason: 'noIdNumber' };
  return registry.ask({ mobile, idNumber });
}

async function personOf(db: Db, keyring: Keyring, { officeId, transferId }: CheckAsked) {
  const row = await db
    .selectFrom('transfers as t')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .select(['p.id', 'p.phone_sealed', 'p.id_number_sealed'])
    .where('t.id', '=', transferId)
    .where('t.office_id', '=', officeId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'There is no such transfer.');
  return { id: row.id, mobile: keyring.openText(row.phone_sealed), idNumber: keyring.openText(row.id_number_sealed) };
}

interface Named {
  readonly officeId: string;
  readonly byStaffId: string;
  readonly personId: string | undefined;
  readonly checkId: string | undefined;
}

/** An answer that is named must be a match, of this person, asked by the same colleague a moment ago, and of no other talk. Under the lock of the person. */
export async function checkDefects(tx: Tx, { officeId, byStaffId, personId, checkId }: Named): Promise<Defect[]> {
  if (checkId === undefined) return [];
  const { rows } = await sql<{ result: IdentityResult }>`select result from identity_checks
    where id = ${checkId}::uuid and office_id = ${officeId} and by_staff_id = ${byStaffId}
      and person_id = ${personId ?? null}::uuid
      and asked_at > office_now() - make_interval(mins => ${GOOD_FOR_MINUTES})
      and not exists (select from contacts where contacts.identity_check_id = identity_checks.id)`.execute(tx);
  if (rows[0]?.result === 'match') return [];
  const message = 'The registry has not said to you, of this person and just now, that the mobile is theirs.';
  return [{ field: 'identityCheckId', code: 'noMatch', message }];
}
