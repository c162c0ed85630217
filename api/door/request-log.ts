/** One line per request: id, route, status, time and who. No address with its ids, no query, no body. */
import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { pinoHttp } from 'pino-http';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Locals } from '../handling/handler.ts';
import { routeOf } from '../handling/operation.ts';

export function requestLog({ logger, http }: Pick<ApiDependencies, 'logger' | 'http'>): RequestHandler {
  const log = pinoHttp<Request, Response>({
    logger,
    quietReqLogger: true,
    genReqId: (_req, res) => {
      const requestId = randomUUID();
      (res.locals as Locals).requestId = requestId;
      res.setHeader('X-Request-Id', requestId);
      return requestId;
    },
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    customAttributeKeys: { responseTime: 'milliseconds', reqId: 'requestId' },
    customLogLevel: (_req, res) => levelOf(res),
    customSuccessObject: (req, res, { milliseconds }: { milliseconds?: number }) => ended(req, res, milliseconds),
    customErrorObject: (req, res, _error, { milliseconds }: { milliseconds?: number }) => ended(req, res, milliseconds),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
  });
  return (req, res, next) => {
    const begun = performance.now();
    res.once('close', () => {
      const seconds = (performance.now() - begun) / 1000;
      http.observe({ method: req.method, route: routeOf(req), status: res.statusCode, seconds });
    });
    log(req, res, next);
  };
}

/** What the door refused is said there, once for many. */
function levelOf({ statusCode, locals }: Response): 'error' | 'info' | 'debug' {
  if ((locals as Partial<Locals>).overloaded) return 'debug';
  return statusCode >= 500 ? 'error' : statusCode >= 400 ? 'info' : 'debug';
}

function ended(req: Request, res: Response, milliseconds: number | undefined) {
  const { me } = res.locals as Partial<Locals>;
  return { method: req.method, route: routeOf(req), status: res.statusCode, milliseconds, staffId: me?.id };
}
