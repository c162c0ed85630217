/** What goes on from a transfer after its closing, with a marked value in each of its texts. */
import { aKey, type Answer, type Caller } from '../support/api.ts';
import type { Body } from './marked.ts';

interface Writing {
  readonly one: Caller;
  readonly writes: (operation: string, body: Body, send: (body: Body) => Promise<Answer>) => Promise<Answer>;
  readonly says: (who: Caller, id: string, fact: Body) => Promise<Answer>;
  readonly takesTwo: (proposed: Promise<Answer>, note: string) => Promise<void>;
}

/** A supplement that ends, a reversal, and then a reopening. */
export async function goesOnFrom(id: string, { one, writes, says, takesTwo }: Writing): Promise<void> {
  const asks = (operation: string, path: string): Promise<Answer> =>
    writes(operation, {}, (body) => one.post(`/transfers/${id}/${path}`, body, aKey()));
  const { body: supplement } = await asks('openSupplement', 'supplements');
  await says(one, supplement.id as string, { kind: 'withdrawn' });
  await takesTwo(asks('reverseTransfer', 'reversal'), 'reverseTransfer note');
  await takesTwo(asks('reopenTransfer', 'reopening'), 'reopenTransfer note');
}
