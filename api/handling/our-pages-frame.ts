import type { ServerResponse } from 'node:http';

/** What our own pages show inside of them: a scanned paper beside the form that is copied from it. */
export function letOurPagesFrame(res: ServerResponse): void {
  const policy = String(res.getHeader('Content-Security-Policy'));
  res.setHeader('Content-Security-Policy', policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
}
