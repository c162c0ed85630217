/** Accounts: opened, changed, deactivated. */
import { Router } from 'express';
import type { Tx } from '../../db/connection/connection.ts';
import { appendOfficeEvent } from '../../db/ledger/append-event.ts';
import { reviewHeldWork } from '../../db/holding/review.ts';
import { endSessionsOf } from '../../db/office/sessions.ts';
import { hasOtherActive, insertStaff, listStaff, readStaff, setRoles, updateStaff } from '../../db/office/staff.ts';
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { BodyOf, Handler } from '../handling/handler.ts';
import { hashPassword } from '../door/passwords.ts';
import type { SignedIn } from '../handling/signed-in.ts';

type Dependencies = Pick<ApiDependencies, 'db'>;

export const staffRoutes = (deps: Dependencies): Router =>
  Router().get('/staff', list(deps)).post('/staff', add(deps)).patch('/staff/:id', change(deps));

const list =
  ({ db }: Dependencies): Handler<'listStaff'> =>
  async (_req, res) => {
    res.json({ items: await listStaff(db, res.locals.me.officeId) });
  };

const add =
  ({ db }: Dependencies): Handler<'addStaff'> =>
  async (req, res) => {
    const { me } = res.locals;
    const { password, ...account } = req.body;
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    const id = await db.transaction().execute(async (tx) => {
      const added = await insertStaff(tx, {
        ...account,
        officeId: me.officeId,
        passwordHash,
        mustChangePassword: true,
      });
      if (!added) {
        refuseDefects([{ field: 'username', code: 'taken', message: 'Somebody has this username; choose another.' }]);
      }
      await note(tx, me, 'staffAdded', { staffId: added, roles: account.roles });
      return added!;
    });
    res.status(201).json(await readStaff(db, me.officeId, id));
  };

const change =
  ({ db }: Dependencies): Handler<'changeStaff'> =>
  async (req, res) => {
    const { me } = res.locals;
    const { id } = req.params;
    await readStaff(db, me.officeId, id);
    const passwordHash = req.body.password === undefined ? undefined : await hashPassword(req.body.password);
    await db.transaction().execute((tx) => applyChange(tx, me, id, req.body, passwordHash));
    // What he may not hold any more goes on with somebody else.
    if (req.body.active !== undefined || req.body.roles) await reviewHeldWork(db);
    res.json(await readStaff(db, me.officeId, id));
  };

async function applyChange(
  tx: Tx,
  me: SignedIn,
  id: string,
  body: BodyOf<'changeStaff'>,
  passwordHash?: string,
): Promise<void> {
  const { password: _, roles, ...values } = body;
  const losesAdministrator = values.active === false || (roles && !roles.includes('administrator'));
  await updateStaff(tx, id, { ...values, passwordHash, ...(passwordHash && { mustChangePassword: true }) });
  if (roles) await setRoles(tx, id, roles);
  if (losesAdministrator && !(await hasOtherActive(tx, me.officeId, 'administrator', id))) {
    throw new Refusal('forbidden', 'The office would be left without an administrator.');
  }
  // Who lost a role, a password or the account signs in anew.
  if (values.active === false || roles || passwordHash) await endSessionsOf(tx, id);
  await note(tx, me, 'staffChanged', { staffId: id, changed: Object.keys(body) });
}

const note = (tx: Tx, me: SignedIn, kind: string, payload: Record<string, unknown>): Promise<void> =>
  appendOfficeEvent(tx, { officeId: me.officeId, kind, byStaffId: me.id, payload });
