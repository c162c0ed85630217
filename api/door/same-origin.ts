import type { Request } from 'express';
import { Refusal } from '../../domain/errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A browser sends the cookie by itself: what changes something must come from our own pages. */
export function refuseForeignOrigin(req: Pick<Request, 'get' | 'method'>): void {
  if (SAFE.has(req.method)) return;
  const site = req.get('Sec-Fetch-Site');
  const own =
    site === undefined ? hostOf(req.get('Origin')) === req.get('Host') : site === 'same-origin' || site === 'none';
  if (!own) throw new Refusal('forbidden', 'This came from another site; use the console itself, or a bearer token.');
}

function hostOf(origin: string | undefined): string | undefined {
  return origin !== undefined && URL.canParse(origin) ? new URL(origin).host : undefined;
}
