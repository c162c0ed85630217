import pino from 'pino';
import { expect, test } from 'vitest';
import { keepFollowing, type Follower } from '../../upkeep/follow.ts';
import { eventually } from '../support/eventually.ts';

const logger = pino({ level: 'silent' });

/** A worker that is at work until it is told to end, or fails. */
function aWorker(): Follower & { fail(why: string): void } {
  let state = 'INITIALIZED';
  let end = { well: (): void => undefined, badly: (_: Error): void => undefined };
  return {
    run: () =>
      new Promise((resolve, reject) => {
        state = 'RUNNING';
        end = { well: resolve, badly: reject };
      }),
    getState: () => state,
    shutdown: () => end.well(),
    fail: (why) => {
      state = 'FAILED';
      end.badly(new Error(why));
    },
  };
}

test('a worker that fails is followed by another, but not before Temporal serves us again', async () => {
  let serves = true;
  const workers: ReturnType<typeof aWorker>[] = [];
  let asked = 0;
  const following = keepFollowing(
    {
      ready: () => {
        asked += 1;
        return serves ? Promise.resolve() : Promise.reject(new Error('no such namespace'));
      },
      create: () => {
        workers.push(aWorker());
        return Promise.resolve(workers.at(-1)!);
      },
      logger,
    },
    5,
  );
  await following.begun;
  await eventually(() => Promise.resolve(workers[0]?.getState() === 'RUNNING'));
  serves = false;
  workers[0]!.fail('no such namespace');
  await eventually(() => Promise.resolve(asked > 5));
  expect(workers).toHaveLength(1);
  serves = true;
  await eventually(() => Promise.resolve(workers[1]?.getState() === 'RUNNING'));
  await following.stop();
  expect(workers).toHaveLength(2);
});

test('who is stopped while Temporal refuses stops', async () => {
  const never = () => Promise.reject(new Error('no such namespace'));
  const following = keepFollowing({ ready: never, create: never, logger }, 60_000);
  await following.stop();
});

test('one that cannot be created is tried again', async () => {
  let tried = 0;
  const worker = aWorker();
  const create = () => (++tried < 3 ? Promise.reject(new Error('not now')) : Promise.resolve(worker));
  const following = keepFollowing({ ready: () => Promise.resolve(), create, logger }, 5);
  await following.begun;
  expect(tried).toBe(3);
  await following.stop();
});
