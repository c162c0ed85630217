/** A talk with a marked value in each of its texts, and a question to the registry of mobiles. */
import { expect } from 'vitest';
import { aKey, type Answer, type Caller } from '../support/api.ts';
import type { Body } from './marked.ts';

interface Around {
  readonly one: Caller;
  readonly writes: (operation: string, body: Body, send: (body: Body) => Promise<Answer>) => Promise<Answer>;
  readonly written: ReadonlyMap<string, string>;
}

export async function somebodyTalks(transferId: string, { one, writes, written }: Around): Promise<void> {
  const talk = { channel: 'phone', direction: 'in', topic: 'otherTopic', consultation: true, outcome: 'promised' };
  const promise = { channel: 'phone', dueAt: '2026-03-10T10:00:00+08:00' };
  const said = await writes('recordContact', { ...talk, caller: {}, promise }, (body) =>
    one.post('/contacts', body, aKey()),
  );
  expect([said.body.text, said.body.promise.text, said.body.promise.phone]).toEqual(
    ['text', 'promise.text', 'promise.phone'].map((name) => written.get(`recordContact ${name}`)),
  );
  await writes('checkIdentity', { transferId }, (body) => one.post('/identity-checks', body));
}
