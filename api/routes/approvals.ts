/** What takes two people: mine to confirm, and what became of mine. Who may is a rule of each kind (`db/approvals/`). */
import { Router } from 'express';
import { confirmApproval } from '../../db/approvals/confirm.ts';
import { listApprovals, readApproval } from '../../db/approvals/list.ts';
import { refuseApproval } from '../../db/approvals/refuse.ts';
import { hashPassword } from '../door/passwords.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'sessions'>;

export const approvalsRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/approvals', list(deps))
    .get('/approvals/:id', read(deps))
    .post('/approvals/:id/confirmation', confirm(deps))
    .post('/approvals/:id/refusal', refuse(deps));

const list =
  ({ db, keyring }: Dependencies): Handler<'listApprovals'> =>
  async (_req, res) => {
    res.json(await listApprovals(db, keyring, res.locals.me));
  };

const read =
  ({ db, keyring }: Dependencies): Handler<'readApproval'> =>
  async (req, res) => {
    res.json(await readApproval(db, keyring, res.locals.me, req.params.id));
  };

const confirm =
  ({ db, keyring, sessions }: Dependencies): Handler<'confirmApproval'> =>
  async (req, res) => {
    const { me } = res.locals;
    const asked = { officeId: me.officeId, approvalId: req.params.id, byStaffId: me.id };
    const toldOnce = (await confirmApproval(db, { keyring, hashPassword }, asked)) ?? {};
    // It may have been about an account.
    sessions.forget();
    res.json({ approval: await readApproval(db, keyring, me, req.params.id), toldOnce });
  };

const refuse =
  ({ db, keyring }: Dependencies): Handler<'refuseApproval'> =>
  async (req, res) => {
    const { me } = res.locals;
    const { note } = req.body;
    await refuseApproval(db, keyring, { officeId: me.officeId, approvalId: req.params.id, byStaffId: me.id, note });
    res.json(await readApproval(db, keyring, me, req.params.id));
  };
