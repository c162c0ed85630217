/** The door: what could not be answered in time is refused at once, by name, before anything is read or stored. */
import type { RequestHandler } from 'express';
import { Refusal } from '../../domain/errors.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Locals } from '../handling/handler.ts';

/** Above any of these a new request would only make everybody wait longer. */
export interface PressureLimits {
  readonly waitingForConnection: number;
  /** A request needs one several times: whoever is let in waits some three times as long. */
  readonly waitedForConnectionMs: number;
  readonly loopDelayMs: number;
  /** Requests that are being answered, slow uploads and downloads included. */
  readonly underWay: number;
}

// A connection answers some hundred requests a second: two hundred that wait are a second's work, and a hundred clerks pressing a key at once get in.
// On a machine that has no time for us they are ten seconds' work: hence the wait itself is looked at too.
export const PRESSURE_LIMITS: PressureLimits = {
  waitingForConnection: 200,
  waitedForConnectionMs: 1_000,
  loopDelayMs: 500,
  underWay: 400,
};

/** Whoever looks after the process must reach it when it is in trouble. */
const ALWAYS_ANSWERED: readonly string[] = ['/healthz', '/readyz'];
const RETRY_AFTER_SECONDS = 2;
const SAID_EVERY_MS = 10_000;

type Dependencies = Pick<ApiDependencies, 'logger' | 'http' | 'pressure'>;

export function door({ logger, http, pressure }: Dependencies, limits = PRESSURE_LIMITS): RequestHandler {
  let underWay = 0;
  let saidAt = -Infinity;
  return (req, res, next) => {
    if (ALWAYS_ANSWERED.includes(req.path)) return next();
    const why = tooMuch();
    if (why) {
      http.overloaded(why);
      (res.locals as Locals).overloaded = true;
      say(why);
      throw new Refusal('overloaded', 'More is asked at once than can be answered well; nothing was stored.', {
        extra: { retryAfterSeconds: RETRY_AFTER_SECONDS },
      });
    }
    underWay += 1;
    let isIn = true;
    const leave = (): void => {
      if (isIn) underWay -= 1;
      isIn = false;
    };
    (res.locals as Locals).leaveDoor = leave;
    res.once('close', leave);
    next();
  };

  function tooMuch(): keyof PressureLimits | undefined {
    if (underWay >= limits.underWay) return 'underWay';
    if (!pressure) return undefined;
    if (pressure.waitingForConnection() >= limits.waitingForConnection) return 'waitingForConnection';
    if (pressure.waitedForConnectionMs() > limits.waitedForConnectionMs) return 'waitedForConnectionMs';
    return pressure.loopDelayMs() > limits.loopDelayMs ? 'loopDelayMs' : undefined;
  }

  /** One line for many: a log that grows with the flood would make it worse. */
  function say(why: keyof PressureLimits): void {
    if (performance.now() - saidAt < SAID_EVERY_MS) return;
    saidAt = performance.now();
    const seen = {
      waitingForConnection: pressure?.waitingForConnection(),
      waitedForConnectionMs: pressure?.waitedForConnectionMs(),
      loopDelayMs: pressure?.loopDelayMs(),
    };
    logger.warn({ why, underWay, ...seen }, 'api.overloaded');
  }
}
