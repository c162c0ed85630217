/** What is the reader's to do, counted. */
import { Router } from 'express';
import { countToConfirm } from '../../db/approvals/list.ts';
import { countNotesFor } from '../../db/reading/hand-over-notes.ts';
import { countMyWork, listSentBack } from '../../db/reading/my-work.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db'>;

export const myWorkRoutes = (deps: Dependencies): Router => Router().get('/my-work', read(deps));

const read =
  ({ db }: Dependencies): Handler<'readMyWork'> =>
  async (_req, res) => {
    const { me } = res.locals;
    const [counts, sentBack, toConfirm, handOverNotes] = await Promise.all([
      countMyWork(db, me.id),
      listSentBack(db, me.id),
      countToConfirm(db, me),
      countNotesFor(db, me),
    ]);
    const { open, overdue, held, stewarded, tasks, tasksOverdue } = counts;
    res.json({
      steps: { open, overdue, held, sentBack: counts.sentBack },
      stewarded,
      tasks: { open: tasks, overdue: tasksOverdue },
      toConfirm,
      handOverNotes,
      sentBack,
    });
  };
