/** One transfer with everything that hangs on it, read at one instant. */
import { sql } from 'kysely';
import { allowedFacts } from '../../domain/staff/allowed-facts.ts';
import type { NoticeKind, NoticeRecipient } from '../../domain/notices/notice-text.ts';
import { maskPhone } from '../../domain/persons/phone.ts';
import { maskResidentId, type Sex } from '../../domain/persons/resident-id.ts';
import type { Role } from '../../domain/roles.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { isBarred } from '../holding/separation.ts';
import { listInfoForms } from '../forms/list.ts';
import { listLettersOf } from '../letters/list.ts';
import { listPapers } from '../forms/papers.ts';
import { proceduresOf } from '../connection/procedures.ts';
import type { Keyring } from '../connection/sealing.ts';
import { APPLICATION_COLUMNS, applicationOf } from './application.ts';
import { listPersonChanges } from './person-changes.ts';
import { keptText, openKept } from '../texts/sealed-texts.ts';
import { hasWorkWith } from './own-work.ts';
import { readLinked } from './linked-transfers.ts';
import { readOurAnswer } from './our-answer.ts';
import { readPersonInFull } from './person-in-full.ts';
import { listTasks } from './task-list.ts';
import { findTransferRow } from './transfer-rows.ts';

interface Viewer {
  readonly id: string;
  readonly officeId: string;
  readonly roles: readonly Role[];
}

/** Undefined when the office has no such transfer. */
export function readTransferDetail(db: Db, keyring: Keyring, transferId: string, viewer: Viewer) {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const about = await aboutTransfer(tx, keyring, transferId, viewer.officeId);
      const row = about && (await findTransferRow(tx, keyring, transferId));
      if (!about || !row) return undefined;
      const { followed, person, ...told } = about;
      const isOwn = await hasWorkWith(tx, transferId, viewer.id);
      const inFull = isOwn ? await readPersonInFull(tx, keyring, viewer.officeId, transferId) : undefined;
      const filter = { officeId: viewer.officeId, transferId, state: 'all' } as const;
      const procedure = proceduresOf(tx).find(row.procedure);
      const apartFrom = row.openStep ? procedure?.steps[row.openStep.step]?.apartFrom : undefined;
      const barredToViewer = await isBarred(tx, transferId, { staffId: viewer.id, apartFrom });
      const { items: tasks } = await listTasks(tx, filter, { limit: 200 });
      return {
        ...row,
        ...told,
        person: { ...person, inFull: inFull ?? null },
        attempts: await attemptsOf(tx, transferId),
        linked: await readLinked(tx, transferId, viewer.roles),
        letters: await listLettersOf(tx, keyring, transferId),
        infoForms: await listInfoForms(tx, keyring, transferId),
        money: await moneyOf(tx, transferId),
        answer: row.direction === 'out' ? await readOurAnswer(tx, transferId) : null,
        papers: await listPapers(tx, keyring, transferId),
        tasks,
        notices: await noticesOf(tx, keyring, transferId),
        barredFromStep: barredToViewer,
        allowedFacts: allowedFacts({
          procedure,
          closed: row.closedAt !== null,
          followed,
          openStep: row.openStep && {
            ...row.openStep,
            ownedByViewer: row.openStep.owner.id === viewer.id,
            barredToViewer,
          },
          toTell: tasks.filter(({ kind, closedAt }) => closedAt === null && isDutyToTell(kind)).length,
          roles: viewer.roles,
        }),
      };
    });
}

const isDutyToTell = (kind: string): boolean => kind === 'tellPerson' || kind === 'phoneNotice';

async function aboutTransfer(tx: Tx, keyring: Keyring, transferId: string, officeId: string) {
  const row = await tx
    .selectFrom('transfers as t')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .leftJoin('applications as a', 'a.case_id', 'c.id')
    .leftJoin('refusals as r', 'r.transfer_id', 't.id')
    .select(['t.status_code', 't.rule_version', 't.followed', 'c.imported'])
    .select(['p.name_sealed', 'p.id_number_sealed', 'p.phone_sealed', 'p.employer_sealed', 'p.address_sealed', 'p.sex'])
    .select(['r.id as refusal_id', 'r.refusal_no'])
    .select(APPLICATION_COLUMNS)
    .where('t.id', '=', transferId)
    .where('t.office_id', '=', officeId)
    .executeTakeFirst();
  if (!row) return undefined;
  const mobile = keyring.openText(row.phone_sealed);
  return {
    statusCode: row.status_code,
    ruleVersion: row.rule_version,
    imported: row.imported,
    followed: row.followed,
    application: applicationOf(row, keyring),
    refusal: row.refusal_id === null ? null : { id: row.refusal_id, refusalNo: row.refusal_no! },
    person: {
      name: keyring.openText(row.name_sealed) ?? '',
      idNumberMasked: maskResidentId(keyring.openText(row.id_number_sealed) ?? ''),
      mobileMasked: mobile === null ? null : maskPhone(mobile),
      sex: row.sex as Sex | null,
      address: keyring.openText(row.address_sealed),
      employer: keyring.openText(row.application_case === null ? row.employer_sealed : row.said_employer),
      changes: await listPersonChanges(tx, transferId),
    },
  };
}

async function attemptsOf(tx: Tx, transferId: string) {
  const rows = await tx
    .selectFrom('attempts')
    .select(['attempt', 'started_at', 'ended_at', 'ending', 'reason_code'])
    .where('transfer_id', '=', transferId)
    .orderBy('attempt')
    .execute();
  return rows.map((row) => ({
    attempt: row.attempt,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    ending: row.ending,
    reasonCode: row.reason_code,
  }));
}

async function moneyOf(tx: Tx, transferId: string) {
  const rows = await tx
    .selectFrom('credit_parts as part')
    .innerJoin('credits as credit', 'credit.id', 'part.credit_id')
    .select(['credit.id as creditId', 'credit.serial', 'credit.booked_on as bookedOn', 'part.amount_fen as amountFen'])
    .select(sql<'suspense' | 'proposed' | 'matched' | 'booked' | 'returned' | 'reversed'>`part.state`.as('state'))
    .where('part.transfer_id', '=', transferId)
    .orderBy('credit.booked_on')
    .orderBy('part.id')
    .execute();
  return rows;
}

export async function noticesOf(tx: Db, keyring: Keyring, transferId: string) {
  const rows = await tx
    .selectFrom('notices')
    .select([
      'id',
      'kind',
      'recipient',
      'channel',
      'state',
      'not_before',
      'sent_at',
      'settled_at',
      'failure',
      'failure_id',
    ])
    .select(keptText('failure_id').as('failure_sealed'))
    .where('transfer_id', '=', transferId)
    .orderBy('not_before')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as NoticeKind,
    recipient: row.recipient as NoticeRecipient,
    channel: row.channel as 'sms' | 'phone',
    state: row.state as 'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'notSent',
    notBefore: row.not_before.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    settledAt: row.settled_at?.toISOString() ?? null,
    failure: openKept(keyring, row.failure_id, row.failure_sealed, row.failure),
  }));
}
