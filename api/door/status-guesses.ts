/**
 * How often somebody may guess the digits behind a status code: the fifth wrong guess locks the code for half an hour, and a right one
 * gives all of them back. A release before this one counts in the table status_attempts, which stays until none can run any more.
 */
import { RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '../../db/connection/connection.ts';
import type { Guess } from '../../db/reading/status-page.ts';
import { keyOf, tooMany, tries } from './tries.ts';

const GUESSES = 5;
const LOCKED_MINUTES = 30;

/** Guesses at one code stand in a queue, each in a transaction that holds the count: a hundred at once are still five. */
export const statusGuesses =
  (db: Db): Guess =>
  (transferId, isRight) =>
    db.transaction().execute(async (tx) => {
      const guesses = tries(tx, { keyPrefix: 'status', points: GUESSES, durationSeconds: 0 });
      const key = keyOf(transferId);
      const { remainingPoints } = await guesses.consume(key).catch((refused: unknown) => {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        throw tooMany(refused, (minutes) => `Too many wrong guesses; locked for ${minutes} minutes.`);
      });
      const right = isRight();
      if (right) await guesses.delete(key);
      else if (remainingPoints === 0) await guesses.block(key, LOCKED_MINUTES * 60);
      return right;
    });
