/** Signing in and out, and who one is. */
import { Router } from 'express';
import { theOffice } from '../../db/office/office.ts';
import { createSession, endSession, endSessionsOf, findSession, recordLogin } from '../../db/office/sessions.ts';
import { findCredentials, passwordHashOf, updateStaff, useOneTimePassword } from '../../db/office/staff.ts';
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import { ACTIONS, mayDo, type Action } from '../../domain/staff/permissions.ts';
import { clearSessionCookie, hashToken, newToken, presentedToken, setSessionCookie } from '../door/authenticate.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler, ReplyOf } from '../handling/handler.ts';
import { loginLimits, type LoginLimits } from '../door/login-limits.ts';
import { hashPassword, isPassword } from '../door/passwords.ts';
import { refuseForeignOrigin } from '../door/same-origin.ts';
import type { SignedIn } from '../handling/signed-in.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'sessions' | 'config'>;

export const sessionsRoutes = (deps: Dependencies): Router =>
  Router()
    .post('/sessions', signIn(deps, loginLimits(deps.db)))
    .delete('/sessions/current', signOut(deps))
    .get('/me', readMe(deps))
    .put('/me/password', changePassword(deps));

const wrongPassword = (): Refusal => new Refusal('wrong-password', 'Username and password do not fit together.');

const signIn =
  ({ db, config }: Dependencies, limits: LoginLimits): Handler<'signIn'> =>
  async (req, res) => {
    // A foreign page must not sign somebody in under another name.
    if (req.get('Origin') !== undefined) refuseForeignOrigin(req, config.publicUrl);
    const { username, password } = req.body;
    const address = req.ip ?? '';
    await limits.spend(username, address);
    const office = await theOffice(db);
    const found = await findCredentials(db, office.id, username);
    const fits = (await isPassword(found?.passwordHash ?? null, password)) && found?.active === true;
    const isUsed = found && fits && found.isOneTime && !(await useOneTimePassword(db, found.id));
    const succeeded = fits && !isUsed;
    await recordLogin(db, { officeId: office.id, staffId: found?.id ?? null, succeeded });
    if (isUsed) throw new Refusal('one-time-password-used', 'This one-time password has opened its one session.');
    if (!found || !succeeded) throw wrongPassword();
    await limits.restore(username, address);

    const token = newToken();
    const { expiresAt } = await createSession(db, found.id, hashToken(token));
    const me = await findSession(db, hashToken(token));
    if (!me) throw wrongPassword();
    setSessionCookie(res, token, expiresAt, config.production);
    res.status(201).json({ token, expiresAt: expiresAt.toISOString(), me: asMe(me, office) });
  };

const signOut =
  ({ db, sessions, config }: Dependencies): Handler<'signOut'> =>
  async (req, res) => {
    const presented = presentedToken(req, config.production);
    if (presented) await endSession(db, hashToken(presented.token));
    sessions.forget();
    clearSessionCookie(res, config.production);
    res.status(204).end();
  };

const readMe =
  ({ db }: Dependencies): Handler<'readMe'> =>
  async (_req, res) => {
    res.json(asMe(res.locals.me, await theOffice(db)));
  };

function asMe(me: SignedIn, office: { id: string; name: string; telephone: string }): ReplyOf<'readMe'> {
  const actions = (Object.keys(ACTIONS) as Action[]).filter((action) => mayDo(me.roles, action));
  return {
    id: me.id,
    username: me.username,
    displayName: me.displayName,
    post: me.post,
    roles: [...me.roles],
    actions,
    mustChangePassword: me.mustChangePassword,
    office: { id: office.id, name: office.name, telephone: office.telephone },
    practice: me.practice,
  };
}

const changePassword =
  ({ db, sessions, config }: Dependencies): Handler<'changePassword'> =>
  async (req, res) => {
    const { me } = res.locals;
    // The shared accounts of the practice office stay open for the next visitor.
    if (me.practice) throw new Refusal('forbidden', 'The password of a practice account stays as it is.');
    if (!(await isPassword(await passwordHashOf(db, me.id), req.body.current))) {
      throw new Refusal('wrong-password', 'The current password is another one.');
    }
    // A one-time password is known to whoever gave it.
    if (req.body.next === req.body.current) {
      refuseDefects([
        { field: 'next', code: 'samePassword', message: 'Choose another one than the current password.' },
      ]);
    }
    const passwordHash = await hashPassword(req.body.next);
    const current = presentedToken(req, config.production);
    await db.transaction().execute(async (tx) => {
      await updateStaff(tx, me.id, { passwordHash, mustChangePassword: false });
      await endSessionsOf(tx, me.id, current && hashToken(current.token));
    });
    sessions.forget();
    res.status(204).end();
  };
