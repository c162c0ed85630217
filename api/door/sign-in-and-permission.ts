/** Stands before every operation of the contract, before its body is read: who is it, and may they? */
import type { RequestHandler } from 'express';
import { Refusal } from '../../domain/errors.ts';
import { authenticate, presentedToken } from './authenticate.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Locals, OperationId } from '../handling/handler.ts';
import { PERMISSIONS, requireAction } from './permissions.ts';
import { operationOf } from '../handling/operation.ts';
import { refuseForeignOrigin } from './same-origin.ts';

/** All that is open to somebody whose one-time password is not changed yet. */
const BEFORE_PASSWORD_CHANGE: readonly OperationId[] = ['readMe', 'changePassword', 'signOut'];

export const gate =
  ({ db, sessions, config }: Pick<ApiDependencies, 'db' | 'sessions' | 'config'>): RequestHandler =>
  async (req, res, next) => {
    const operation = operationOf(req);
    if (!operation) return next();
    const permission = PERMISSIONS[operation];
    if (permission === 'public' || permission === 'signature') return next();
    // Persons are in the answers: no cache keeps them.
    res.set('Cache-Control', 'no-store');
    const presented = presentedToken(req, config.production);
    const locals = res.locals as Locals;
    locals.me = await authenticate({ db, sessions }, presented);
    if (presented?.by === 'cookie') refuseForeignOrigin(req, config.publicUrl);
    if (locals.me.mustChangePassword && !BEFORE_PASSWORD_CHANGE.includes(operation)) {
      throw new Refusal('forbidden', 'Change your one-time password first: PUT /me/password.');
    }
    if (permission !== 'signIn') requireAction(locals, permission);
    next();
  };
