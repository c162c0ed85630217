import { Router } from 'express';
import { findTask, listTasks } from '../../db/reading/task-list.ts';
import { closeTaskByHand } from '../../db/holding/task-changes.ts';
import { Refusal } from '../../domain/errors.ts';
import { mayDo } from '../../domain/staff/permissions.ts';
import { decodeCursor, encodeCursor, UUID } from '../handling/cursor.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const tasksRoutes = (deps: Dependencies): Router =>
  Router().get('/tasks', list(deps)).post('/tasks/:id/closing', close(deps));

const DAY = /^\d{4}-\d\d-\d\d$/;

const list =
  ({ db }: Dependencies): Handler<'listTasks'> =>
  async (req, res) => {
    const { cursor, limit = 50, state = 'open', ...filter } = req.query;
    const key = decodeCursor(cursor, [DAY, UUID]);
    const after = key && { dueOn: key[0]!, id: key[1]! };
    const page = await listTasks(db, { ...filter, state, officeId: res.locals.me.officeId }, { after, limit });
    res.json({ items: page.items, next: page.next && encodeCursor([page.next.dueOn, page.next.id]) });
  };

const close =
  ({ db, keyring }: Dependencies): Handler<'closeTask'> =>
  async (req, res) => {
    const { me } = res.locals;
    const task = await findTask(db, me.officeId, req.params.id);
    if (!task) throw new Refusal('not-found', 'There is no such task.');
    if (task.kind === 'tellPerson') {
      throw new Refusal('forbidden', 'Record that the person was told: the fact `personTold` closes this task.');
    }
    if (task.kind === 'promise') {
      throw new Refusal('forbidden', 'Record the contact by which it was kept: that closes this task.');
    }
    if (task.owner.id !== me.id && !mayDo(me.roles, 'changeAbsences')) {
      throw new Refusal('forbidden', 'Its owner or the manager closes this task.');
    }
    const closing = { byStaffId: me.id, said: req.body.note };
    const asked = { ...task, officeId: me.officeId };
    await db.transaction().execute((tx) => closeTaskByHand(tx, keyring, asked, closing));
    res.json(await findTask(db, me.officeId, task.id));
  };
