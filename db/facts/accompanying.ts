/** What happens beside the procedure: holds, taking over, contacts, telling the person. */
import { Refusal, refuseDefects, withDefects, type Defect } from '../../domain/errors.ts';
import type { DetailOf } from '../../domain/facts/new-fact.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import { closeTasks, requireClosed } from '../holding/task-changes.ts';
import { settingOn } from '../office/rules.ts';
import { holdStep, resumeStep } from '../procedure/holds.ts';
import { requireOpen } from './open-step.ts';
import { requireReason } from './reasons.ts';
import { takenOver } from './taking-over.ts';
import type { Effects, FactContext } from './effect.ts';

export const accompanyingEffects: Effects<'held' | 'resumed' | 'takenOver' | 'counterpartContacted' | 'personTold'> = {
  async held(context) {
    const { ledger, open, detail, occurredAt } = context;
    const step = requireOpen(open);
    if (step.held_since) throw new Refusal('already-held', 'The open step is held already.');
    const reasonCode = await withDefects(await reviewDayDefects(context), () =>
      requireReason(context, detail.reasonCode),
    );
    await holdStep(ledger, step, { since: occurredAt, reasonCode, reviewOn: detail.reviewOn });
    return {
      changesStep: true,
      reasonCode,
      payload: { reviewOn: detail.reviewOn, ownerId: step.owner_id, ordinal: step.ordinal },
    };
  },

  async resumed({ ledger, open, occurredAt }) {
    const step = requireOpen(open);
    if (!step.held_since) throw new Refusal('not-held', 'The open step is not held.');
    return {
      changesStep: true,
      payload: await resumeStep(ledger, { ...step, held_since: step.held_since }, occurredAt),
    };
  },

  takenOver,

  counterpartContacted: ({ detail: { channel, legalGround, about } }) => ({
    payload: { channel, ...(about && { about }) },
    said: { legalGround },
  }),

  async personTold({ ledger, detail, by, occurredAt }) {
    const task = await ledger.tx
      .selectFrom('tasks')
      .select(['id', 'transfer_id'])
      .where('id', '=', detail.taskId)
      .executeTakeFirst();
    if (task?.transfer_id !== ledger.transfer.id) {
      refuseDefects([{ field: 'taskId', code: 'unknown', message: 'This transfer has no such task.' }]);
    }
    const closing = { at: occurredAt, byStaffId: by.staffId, note: detail.channel };
    requireClosed(await closeTasks(ledger, { id: detail.taskId }, closing));
    return { payload: { taskId: detail.taskId, channel: detail.channel } };
  },
};

/** A hold is looked at again while somebody still remembers why; it can be held again then. */
async function reviewDayDefects({ ledger, detail, occurredAt }: FactContext<DetailOf<'held'>>): Promise<Defect[]> {
  const { reviewOn } = detail;
  if (reviewOn < dateOf(occurredAt))
    return [{ field: 'reviewOn', code: 'past', message: 'The day of the review must not lie in the past.' }];
  const book = await ledger.ruleBook();
  const today = dateOf(ledger.now);
  const within = settingOn(book, today, 'holdReviewWithinWorkingDays');
  const { dueOn: last } = addWorkingDays(today, within, book.calendar);
  if (reviewOn <= last) return [];
  return [{ field: 'reviewOn', code: 'tooFar', message: `A hold must be looked at again by ${last}.` }];
}
