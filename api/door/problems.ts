/** Every refusal leaves as an RFC 9457 problem; whatever is not a refusal says nothing but the request id. */
import type { ErrorRequestHandler, Response } from 'express';
import type { Logger } from '../../observability/logger.ts';
import { Refusal } from '../../domain/errors.ts';
import { asProblem } from '../handling/as-problem.ts';
import { asRefusal } from './foreign-errors.ts';
import type { Locals } from '../handling/handler.ts';

/** Seconds after which the same request may succeed. */
const RETRY_AFTER: Partial<Record<string, number>> = { unavailable: 5 };

export const problemHandler =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error);
    const locals = res.locals as Locals;
    const known = asRefusal(error);
    if (known) {
      res.set(known.headers ?? {});
      return sendProblem(res, known.refusal, known.refusal.refusal, known.status);
    }
    logger.error({ err: error, requestId: locals.requestId }, 'request failed');
    return sendProblem(
      res,
      new Refusal('unavailable', 'Something failed here; tell us the request id.'),
      'internal',
      500,
    );
  };

function sendProblem(res: Response, refusal: Refusal, name: string, status: number): void {
  const retryAfter = refusal.extra['retryAfterSeconds'] ?? RETRY_AFTER[name];
  if (retryAfter !== undefined) res.set('Retry-After', String(retryAfter));
  const { retryAfterSeconds: _, ...members } = refusal.extra;
  res
    .status(status)
    .type('application/problem+json')
    .json({
      ...members,
      ...asProblem(refusal, name, status),
      instance: (res.locals as Locals).requestId,
    });
}
