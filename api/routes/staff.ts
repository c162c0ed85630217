/** Accounts: opened, changed, closed. Who may do what takes two administrators, unless no second one was here lately. */
import { Router } from 'express';
import type { Tx } from '../../db/connection/connection.ts';
import { newOneTimePassword } from '../../db/approvals/kinds/password-reset.ts';
import { readApproval } from '../../db/approvals/list.ts';
import { proposeIn } from '../../db/approvals/propose.ts';
import {
  changeAccess,
  giveOneTimePassword,
  hasSecondAdministrator,
  refuseToxicRoles,
  tellAccess,
  type AccessChange,
} from '../../db/approvals/access.ts';
import { reviewHeldWork } from '../../db/holding/review.ts';
import { insertStaff, listStaff, readStaff, updateStaff } from '../../db/office/staff.ts';
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import type { Role } from '../../domain/roles.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';
import { hashPassword } from '../door/passwords.ts';
import { answerProposed } from '../door/proposing.ts';
import type { SignedIn } from '../handling/signed-in.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'sessions'>;

export const staffRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/staff', list(deps))
    .post('/staff', add(deps))
    .patch('/staff/:id', change(deps))
    .post('/staff/:id/password', resetPassword(deps));

const list =
  ({ db }: Dependencies): Handler<'listStaff'> =>
  async (_req, res) => {
    res.json({ items: await listStaff(db, res.locals.me.officeId) });
  };

const alone = ({ officeId, id }: SignedIn) => ({ officeId, byStaffId: id });

const add =
  (deps: Dependencies): Handler<'addStaff'> =>
  async (req, res) => {
    const { db } = deps;
    const { me } = res.locals;
    const { password, roles, ...account } = req.body;
    refuseToxicRoles(roles);
    const isTwo = await hasSecondAdministrator(db, me.officeId, me.id);
    if (isTwo) refuseKnownPassword(password);
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    const { staffId, approvalId } = await db.transaction().execute(async (tx) => {
      const given = { officeId: me.officeId, roles: isTwo ? [] : roles, passwordHash, mustChangePassword: true };
      const added = await insertStaff(tx, { ...account, ...given });
      if (!added) {
        refuseDefects([{ field: 'username', code: 'taken', message: 'Somebody has this username; choose another.' }]);
      }
      await tellAccess(tx, 'staffAdded', alone(me), { staffId: added!, roles: given.roles });
      return { staffId: added!, approvalId: isTwo ? await ask(deps, tx, me, { staffId: added!, roles }) : undefined };
    });
    if (approvalId === undefined) return void res.status(201).json(await readStaff(db, me.officeId, staffId));
    res.status(202).json(await readApproval(db, deps.keyring, me, approvalId));
  };

/** Who gives an account its password could sign in as somebody else. */
function refuseKnownPassword(password: string | undefined): void {
  if (password === undefined) return;
  const message = 'Another administrator has to agree and gets it: POST /staff/{id}/password.';
  refuseDefects([{ field: 'password', code: 'twoPeople', message }]);
}

const ask = ({ keyring }: Dependencies, tx: Tx, me: SignedIn, proposal: AccessChange): Promise<string> =>
  proposeIn(tx, { keyring, hashPassword }, { officeId: me.officeId, kind: 'staffAccess', proposal, proposedBy: me.id });

const change =
  (deps: Dependencies): Handler<'changeStaff'> =>
  async (req, res) => {
    const { db } = deps;
    const { me } = res.locals;
    const { id } = req.params;
    const { password, roles, active, ...plain } = req.body;
    const before = await readStaff(db, me.officeId, id);
    const isTwo = await hasSecondAdministrator(db, me.officeId, me.id);
    if (isTwo) refuseKnownPassword(password);
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    const access = differing(before, { staffId: id, roles, active });
    const approvalId = await db.transaction().execute(async (tx) => {
      const changed = Object.keys(plain);
      if (changed.length > 0) {
        await updateStaff(tx, id, plain);
        await tellAccess(tx, 'staffChanged', alone(me), { staffId: id, changed });
      }
      if (passwordHash) await giveOneTimePassword(tx, { staffId: id, passwordHash }, alone(me));
      if (!access) return undefined;
      if (isTwo && takesTwo(before.roles, access)) return ask(deps, tx, me, access);
      await changeAccess(tx, access, alone(me));
      return undefined;
    });
    deps.sessions.forget();
    // What he may not hold any more goes on with somebody else; after a confirmation the worker sees to it within seconds.
    if (access && approvalId === undefined) await reviewHeldWork(db);
    if (approvalId === undefined) return void res.json(await readStaff(db, me.officeId, id));
    res.status(202).json(await readApproval(db, deps.keyring, me, approvalId));
  };

interface Account {
  readonly roles: readonly Role[];
  readonly active: boolean;
}

/** Undefined: it is so already. */
function differing(before: Account, asked: { staffId: string; roles?: Role[]; active?: boolean }) {
  const roles = asked.roles && !sameRoles(before.roles, asked.roles) ? asked.roles : undefined;
  const active = asked.active === before.active ? undefined : asked.active;
  if (roles === undefined && active === undefined) return undefined;
  return { staffId: asked.staffId, ...(roles && { roles }), ...(active !== undefined && { active }) };
}

const sameRoles = (one: readonly Role[], other: readonly Role[]): boolean =>
  [...one].sort().join() === [...other].sort().join();

/** Closing the account of somebody who administers nothing only takes away, and may be urgent. */
const takesTwo = (roles: readonly Role[], change: AccessChange): boolean =>
  change.roles !== undefined || change.active === true || roles.includes('administrator');

const resetPassword =
  (deps: Dependencies): Handler<'resetPassword'> =>
  async (req, res) => {
    const { db } = deps;
    const { me } = res.locals;
    const staffId = req.params.id;
    await readStaff(db, me.officeId, staffId);
    if (await hasSecondAdministrator(db, me.officeId, me.id)) {
      return answerProposed(deps, res as never, { kind: 'resetPassword', proposal: { staffId } });
    }
    if (staffId === me.id) throw new Refusal('forbidden', 'Change your own password: PUT /me/password.');
    const password = newOneTimePassword();
    const passwordHash = await hashPassword(password);
    await db.transaction().execute((tx) => giveOneTimePassword(tx, { staffId, passwordHash }, alone(me)));
    deps.sessions.forget();
    res.json({ password });
  };
