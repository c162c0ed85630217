/** Sign-in by an opaque token: in a cookie for browsers, as a bearer for programs. */
import { createHash, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Db } from '../../db/connection/connection.ts';
import type { KeptSessions } from '../../db/office/kept-sessions.ts';
import { Refusal } from '../../domain/errors.ts';
import type { SignedIn } from '../handling/signed-in.ts';

export const newToken = (): string => randomBytes(32).toString('base64url');
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** With the prefix a browser takes the cookie only over TLS, for this host alone. */
const cookieName = (production: boolean): string => (production ? '__Host-baton_session' : 'baton_session');
const cookieOptions = (production: boolean) =>
  ({ httpOnly: true, sameSite: 'lax', secure: production, path: '/' }) as const;

export function setSessionCookie(
  res: Pick<Response, 'cookie'>,
  token: string,
  expires: Date,
  production: boolean,
): void {
  res.cookie(cookieName(production), token, { ...cookieOptions(production), expires });
}

export function clearSessionCookie(res: Pick<Response<never>, 'clearCookie'>, production: boolean): void {
  res.clearCookie(cookieName(production), cookieOptions(production));
}

interface Presented {
  readonly token: string;
  readonly by: 'bearer' | 'cookie';
}

/** A bearer counts before a cookie. */
export function presentedToken(req: Pick<Request, 'get'>, production: boolean): Presented | undefined {
  const bearer = /^Bearer ([\w-]{43})$/.exec(req.get('Authorization') ?? '')?.[1];
  if (bearer) return { token: bearer, by: 'bearer' };
  const name = cookieName(production);
  const cookie = (req.get('Cookie') ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  return cookie && /^[\w-]{43}$/.test(cookie) ? { token: cookie, by: 'cookie' } : undefined;
}

/** Throws the refusal `not-signed-in`. */
export async function authenticate(
  { db, sessions }: { readonly db: Db; readonly sessions: KeptSessions },
  presented: Presented | undefined,
): Promise<SignedIn> {
  const me = presented && (await sessions.find(db, hashToken(presented.token)));
  if (!me) throw new Refusal('not-signed-in', 'Sign in first: POST /sessions.');
  return me;
}
