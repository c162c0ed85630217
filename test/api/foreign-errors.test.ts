import pg from 'pg';
import { expect, test } from 'vitest';
import { asRefusal } from '../../api/door/foreign-errors.ts';
import { isConnectionLoss } from '../../db/connection/loss.ts';

test('a connection that was closed under a transaction is a database that is away, for both processes', async () => {
  const closed = new pg.Client();
  await closed.end();
  const error: unknown = await closed.query('rollback').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(asRefusal(error)).toMatchObject({ status: 503, refusal: { refusal: 'unavailable' } });
  expect(isConnectionLoss(error)).toBe(true);
});
