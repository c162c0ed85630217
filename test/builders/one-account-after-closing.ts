/** What one account does after a closing: it opens a supplement, which moves nothing; a reopening and a reversal it proposes. */
import { aKey, type Answer } from '../support/api.ts';
import { say, type Alone, type Try } from './one-account.ts';

export const AFTER_CLOSING = ['reopenTransfer', 'reverseTransfer'] as const;

async function supplement(alone: Alone): Promise<Answer[]> {
  const opened = await alone.me.post(`/transfers/${alone.past.done}/supplements`, {}, aKey());
  const { id } = opened.body as { id?: string };
  // While it is open nothing else goes on from there.
  return id === undefined ? [opened] : [opened, await say(alone, id, { kind: 'withdrawn' })];
}

export const AFTER_CLOSING_OPERATIONS: Readonly<Record<string, ['work' | 'twoPeople', Try]>> = {
  openSupplement: ['work', supplement],
  reopenTransfer: [
    'twoPeople',
    ({ me, past }) => me.post(`/transfers/${past.done}/reopening`, { note: '对方补发' }, aKey()),
  ],
  reverseTransfer: [
    'twoPeople',
    ({ me, past }) => me.post(`/transfers/${past.done}/reversal`, { note: '转错人' }, aKey()),
  ],
};
