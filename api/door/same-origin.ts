import type { Request } from 'express';
import { Refusal } from '../../domain/errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser sends the cookie by itself: what changes something must come from our own pages. Browsers that do not say
 * `Sec-Fetch-Site` say their origin: it is compared with `publicUrl`, or without one with the host of the request, as
 * the proxies that are trusted tell it.
 */
export function refuseForeignOrigin(req: Pick<Request, 'get' | 'method' | 'host'>, publicUrl?: string): void {
  if (SAFE.has(req.method)) return;
  const site = req.get('Sec-Fetch-Site');
  const own =
    site === undefined ? isOurs(req.get('Origin'), req.host, publicUrl) : ['same-origin', 'none'].includes(site);
  if (!own) throw new Refusal('forbidden', 'This came from another site; use the console itself, or a bearer token.');
}

function isOurs(origin: string | undefined, host: string, publicUrl: string | undefined): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { origin: written, protocol } = new URL(origin);
  // A host may name the port that its protocol has anyway.
  const ours = publicUrl ?? `${protocol}//${host}`;
  return URL.canParse(ours) && new URL(ours).origin === written && written !== 'null';
}
