/** What papers about one transfer have in common: whose it is, what it is called, who is written to, who answers for it. */
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import type { Closing } from '../../../domain/facts/closings.ts';
import { Refusal } from '../../../domain/errors.ts';
import type { Sex } from '../../../domain/persons/resident-id.ts';
import type { Db } from '../../connection/connection.ts';
import { proceduresOf } from '../../connection/procedures.ts';
import type { Keyring } from '../../connection/sealing.ts';
import { procedureKey } from '../../ledger/procedure-key.ts';
import type { Reading } from '../reading.ts';
import { currentEntryOf } from './addressee.ts';

/** Numbers in full: they stand on what leaves the office. @throws Refusal not-found */
export async function readCaseFacts({ tx, keyring, officeId, transferId }: Reading) {
  const row = await selectCase(tx)
    .where('t.id', '=', transferId)
    .where('t.office_id', '=', officeId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'There is no such transfer.');
  return {
    transferId: row.id,
    ...caseOf(tx, row),
    person: personOf(row, keyring),
    employer: keyring.openText(row.application_case === null ? row.employer_sealed : row.said_employer),
    agent: agentOf(row, keyring),
    counterpart: await currentEntryOf(tx, row.counterpart_id),
    steward: { name: row.steward_name, post: row.steward_post, telephone: row.steward_telephone },
    sender: row.sender_name === null ? null : { name: row.sender_name, telephone: row.sender_telephone ?? '' },
  };
}
export type CaseFacts = Awaited<ReturnType<typeof readCaseFacts>>;

const selectCase = (tx: Db) =>
  tx
    .selectFrom('transfers as t')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .leftJoin('applications as a', 'a.case_id', 'c.id')
    .innerJoin('staff as steward', 'steward.id', 't.steward_id')
    .leftJoin('staff as sender', 'sender.id', 't.letter_sender_id')
    .leftJoin('reason_codes as reason', 'reason.code', 't.closing_reason')
    .select(['t.id', 'c.case_no', 'c.accepted_on', 't.direction', 't.procedure_type', 't.procedure_version'])
    .select(['t.closed_at', 't.closing', 't.closing_reason', 'reason.zh as reason_zh', 'reason.ground'])
    .select(['t.counterpart_id', 'c.scheme', 't.leg'])
    .select(['p.name_sealed', 'p.id_number_sealed', 'p.address_sealed', 'p.phone_sealed', 'p.sex', 'p.birth_month'])
    .select(['p.employer_sealed', 'a.case_id as application_case', 'a.employer_sealed as said_employer'])
    .select(['a.old_id_number_sealed', 'a.agent_sealed', 'a.agent_phone_sealed', 'a.agent_relation_sealed'])
    .select(['steward.display_name as steward_name', 'steward.post as steward_post'])
    .select(['steward.telephone as steward_telephone'])
    .select(['sender.display_name as sender_name', 'sender.telephone as sender_telephone']);
type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof selectCase>['executeTakeFirst']>>>;

/** A type of a later release has no words here. */
function caseOf(tx: Db, row: Row) {
  const procedure = proceduresOf(tx).find(procedureKey(row));
  return {
    caseNo: row.case_no,
    direction: row.direction as 'in' | 'out',
    procedure: procedureKey(row),
    typeName: procedure?.words['zh-CN'].type ?? '',
    acceptedOn: row.accepted_on,
    closedOn: row.closed_at ? dateOf(row.closed_at) : null,
    closing: row.closing as Closing | null,
    closingReason: row.closing_reason === null ? null : { words: row.reason_zh ?? '', ground: row.ground ?? '' },
  };
}

const personOf = (row: Row, keyring: Keyring) => ({
  name: keyring.openText(row.name_sealed) ?? '',
  idNumber: keyring.openText(row.id_number_sealed) ?? '',
  oldIdNumber: keyring.openText(row.old_id_number_sealed),
  sex: row.sex as Sex | null,
  birthMonth: row.birth_month,
  address: keyring.openText(row.address_sealed) ?? '',
  mobile: keyring.openText(row.phone_sealed) ?? '',
});

function agentOf(row: Row, keyring: Keyring) {
  const name = keyring.openText(row.agent_sealed);
  if (name === null) return null;
  const relation = keyring.openText(row.agent_relation_sealed) ?? '';
  return { name, relation, telephone: keyring.openText(row.agent_phone_sealed) ?? '' };
}
