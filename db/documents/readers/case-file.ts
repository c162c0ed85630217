/** Everything of one transfer for its case file (卷宗), read at one instant. */
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import type { Tx } from '../../connection/connection.ts';
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
import { filedPapersOf } from './filed-papers.ts';
import { readCaseFacts, type OfTransfer } from './case-facts.ts';

/** @throws Refusal not-found */
export async function readCaseFile(tx: Tx, keyring: Keyring, asked: OfTransfer & { readonly viewerId: string }) {
  const { transferId, officeId, viewerId } = asked;
  const facts = await readCaseFacts(tx, keyring, asked);
  return {
    ...facts,
    steps: await stepsOf(tx, officeId, transferId),
    events: await eventsOf(tx, keyring, transferId),
    letters: await lettersOf(tx, keyring, transferId),
    forms: await listInfoForms(tx, keyring, transferId),
    money: await moneyOf(tx, transferId),
    notices: (await noticesOf(tx, keyring, transferId)).map((notice) => ({
      kind: notice.kind,
      recipient: notice.recipient,
      channel: notice.channel,
      state: notice.state,
      on: notice.sentAt === null ? null : dateOf(notice.sentAt),
    })),
    tasks: await tasksOf(tx, officeId, transferId),
    notes: (await listNotesOf(tx, keyring, transferId, viewerId)).reverse().map((note) => ({
      text: note.text,
      by: note.by.displayName,
      on: dateOf(note.writtenAt),
      readBy: note.readBy?.displayName ?? null,
    })),
    changes: (await listPersonChanges(tx, transferId)).map((change) => ({
      field: change.field,
      on: dateOf(change.changedAt),
      by: change.byName,
      confirmedBy: change.confirmedByName,
    })),
    papers: await filedPapersOf(tx, keyring, transferId),
  };
}
export type CaseFileFacts = Awaited<ReturnType<typeof readCaseFile>>;

async function stepsOf(tx: Tx, officeId: string, transferId: string) {
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
async function eventsOf(tx: Tx, keyring: Keyring, transferId: string) {
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

async function reasonWords(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('reason_codes').select(['code', 'zh']).execute();
  return new Map(rows.map(({ code, zh }) => [code, zh]));
}

async function lettersOf(tx: Tx, keyring: Keyring, transferId: string) {
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

async function moneyOf(tx: Tx, transferId: string) {
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

async function tasksOf(tx: Tx, officeId: string, transferId: string) {
  const { items } = await listTasks(tx, { officeId, transferId, state: 'all' }, { limit: PAGE });
  return items.map((task) => ({
    kind: task.kind,
    owner: task.owner.displayName,
    openedOn: dateOf(task.openedAt),
    dueOn: task.dueOn,
    closedOn: task.closedAt === null ? null : dateOf(task.closedAt),
  }));
}
