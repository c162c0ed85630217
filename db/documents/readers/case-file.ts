/** Everything of one transfer for its case file (卷宗), read at one instant. */
import type { CaseFileData } from '../../../documents/kinds/case-file-data.ts';
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import type { Db } from '../../connection/connection.ts';
import { proceduresOf } from '../../connection/procedures.ts';
import type { Keyring } from '../../connection/sealing.ts';
import { listInfoForms } from '../../forms/list.ts';
import { listLettersOf } from '../../letters/list.ts';
import { listEvents } from '../../reading/history.ts';
import { listNotesOf } from '../../reading/hand-over-notes.ts';
import { listPersonChanges } from '../../reading/person-changes.ts';
import { readProgress } from '../../reading/progress.ts';
import { listTasks } from '../../reading/task-list.ts';
import { noticesOf } from '../../reading/transfer-detail.ts';

import { numberOfTransfer } from '../numbers.ts';
import type { DocumentReader, Reading } from '../reading.ts';
import { readCaseFacts } from './case-facts.ts';
import { filedPapersOf, printedOf } from './filed-papers.ts';

/** @throws Refusal not-found */
export const readCaseFile: DocumentReader<CaseFileData> = async (reading) => {
  const { tx, keyring, officeId } = reading;
  const facts = await readCaseFacts(reading);
  const { transferId } = facts;
  return {
    number: await numberOfTransfer(tx, { transferId, kind: 'caseFile', letters: 'JZ' }),
    data: {
      ...facts,
      steps: await stepsOf(tx, officeId, transferId),
      events: await eventsOf(tx, keyring, transferId),
      letters: await lettersOf(tx, keyring, transferId),
      forms: await listInfoForms(tx, keyring, transferId),
      money: await moneyOf(tx, transferId),
      tasks: await tasksOf(tx, officeId, transferId),
      ...(await toldAndSaid(reading, transferId)),
      papers: await filedPapersOf(tx, keyring, transferId),
      printed: await printedOf(tx, transferId),
    },
  };
};

/** What the person was told, what colleagues left for each other, what was corrected. */
async function toldAndSaid({ tx, keyring, staffId }: Reading, transferId: string) {
  const notices = await noticesOf(tx, keyring, transferId);
  const notes = await listNotesOf(tx, keyring, transferId, staffId);
  const changes = await listPersonChanges(tx, transferId);
  return {
    notices: notices.map(({ kind, recipient, channel, state, sentAt }) => {
      return { kind, recipient, channel, state, on: sentAt === null ? null : dateOf(sentAt) };
    }),
    notes: notes.reverse().map(({ text, by, writtenAt, readBy }) => {
      return { text, by: by.displayName, on: dateOf(writtenAt), readBy: readBy?.displayName ?? null };
    }),
    changes: changes.map(({ field, changedAt, byName, confirmedByName }) => {
      return { field, on: dateOf(changedAt), by: byName, confirmedBy: confirmedByName };
    }),
  };
}

async function stepsOf(tx: Db, officeId: string, transferId: string) {
  const progress = await readProgress(tx, officeId, transferId);
  const words = progress && proceduresOf(tx).find(progress.procedure)?.words['zh-CN'];
  return (progress?.steps ?? []).map((step) => ({
    ordinal: step.ordinal,
    name: words?.steps[step.step] ?? step.step,
    attempt: step.attempt,
    owner: step.owner.displayName,
    openedOn: dateOf(step.openedAt),
    dueOn: step.dueOn,
    isOverdue: step.overdueAt !== null,
    closedOn: step.closedAt === null ? null : dateOf(step.closedAt),
    outcome: step.outcome === null ? null : (words?.outcomes[step.outcome] ?? step.outcome),
  }));
}

const PAGE = 500;

/** All of them, page by page: a transfer that is chased for years has some hundreds. */
async function eventsOf(tx: Db, keyring: Keyring, transferId: string) {
  const reasons = await reasonWords(tx);
  const events = [];
  for (let after: number | null = 0; after !== null;) {
    const page: Awaited<ReturnType<typeof listEvents>> = await listEvents(tx, keyring, transferId, {
      after,
      limit: PAGE,
    });
    events.push(...page.items);
    after = page.next;
  }
  return events.map((event) => ({
    seq: event.seq,
    kind: event.kind,
    at: event.occurredAt,
    by: event.by?.displayName ?? null,
    confirmedBy: event.confirmedBy?.displayName ?? null,
    reason: event.reasonCode === null ? null : (reasons.get(event.reasonCode) ?? event.reasonCode),
    note: typeof event.payload.note === 'string' ? event.payload.note : null,
    correctsSeq: event.correctsSeq,
  }));
}

async function reasonWords(tx: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('reason_codes').select(['code', 'zh']).execute();
  return new Map(rows.map(({ code, zh }) => [code, zh]));
}

async function lettersOf(tx: Db, keyring: Keyring, transferId: string) {
  const reasons = await reasonWords(tx);
  return (await listLettersOf(tx, keyring, transferId)).map((letter) => ({
    letterNo: letter.letterNo,
    kind: letter.kind,
    channel: letter.channel,
    waybill: letter.waybill,
    postedOn: letter.postedOn,
    state: letter.state,
    stateOn: dateOf(letter.stateSince),
    failure: letter.failureCode === null ? null : (reasons.get(letter.failureCode) ?? letter.failureCode),
    scans: letter.scans.map(({ scannedAt, code, text }) => ({ at: scannedAt, code, text })),
  }));
}

async function moneyOf(tx: Db, transferId: string) {
  const rows = await tx
    .selectFrom('credit_parts as part')
    .innerJoin('credits as credit', 'credit.id', 'part.credit_id')
    .select(['credit.serial', 'credit.booked_on', 'part.amount_fen', 'part.state'])
    .where('part.transfer_id', '=', transferId)
    .orderBy('credit.booked_on')
    .orderBy('part.id')
    .execute();
  return rows.map((row) => ({
    serial: row.serial,
    bookedOn: row.booked_on,
    amountFen: row.amount_fen,
    state: row.state,
  }));
}

async function tasksOf(tx: Db, officeId: string, transferId: string) {
  const { items } = await listTasks(tx, { officeId, transferId, state: 'all' }, { limit: PAGE });
  return items.map((task) => ({
    kind: task.kind,
    owner: task.owner.displayName,
    openedOn: dateOf(task.openedAt),
    dueOn: task.dueOn,
    closedOn: task.closedAt === null ? null : dateOf(task.closedAt),
  }));
}
