/** One line per request: id, route, status, time and who. No address with its ids, no query, no body. */
import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Locals } from '../handling/handler.ts';
import { routeOf } from '../handling/operation.ts';

export const requestLog =
  ({ logger, http }: Pick<ApiDependencies, 'logger' | 'http'>): RequestHandler =>
  (req, res, next) => {
    const begun = performance.now();
    const requestId = randomUUID();
    (res.locals as Locals).requestId = requestId;
    res.setHeader('X-Request-Id', requestId);
    res.once('close', () => {
      const took = performance.now() - begun;
      const ended = endOf(req, res);
      http.observe({ ...ended, seconds: took / 1000 });
      const level = levelOf(res);
      // Most are told at a level that nobody listens to.
      if (!logger.isLevelEnabled(level)) return;
      const { me } = res.locals as Partial<Locals>;
      logger[level]({ requestId, ...ended, milliseconds: Math.round(took), staffId: me?.id }, 'request');
    });
    next();
  };

const endOf = (req: Request, res: Response) => ({ method: req.method, route: routeOf(req), status: res.statusCode });

/** What the door refused is said there, once for many. */
function levelOf({ statusCode, locals }: Response): 'error' | 'info' | 'debug' {
  if ((locals as Partial<Locals>).overloaded) return 'debug';
  return statusCode >= 500 ? 'error' : statusCode >= 400 ? 'info' : 'debug';
}
