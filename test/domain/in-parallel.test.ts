import { expect, test } from 'vitest';
import { inParallel } from '../../domain/in-parallel.ts';

/** Work that ends when it is told to. */
function anOffice() {
  const begun: string[] = [];
  const ends = new Map<string, { resolve: (result: string) => void; reject: (error: Error) => void }>();
  const work = (item: string): Promise<string> => {
    begun.push(item);
    return new Promise((resolve, reject) => ends.set(item, { resolve, reject }));
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    begun,
    work,
    async end(item: string) {
      ends.get(item)!.resolve(item.toUpperCase());
      await settled();
    },
    async fail(item: string) {
      ends.get(item)!.reject(new Error(`${item} failed`));
      await settled();
    },
  };
}

test('so many are under way, and the next begins when one has ended', async () => {
  const { begun, work, end } = anOffice();
  const all = inParallel(['a', 'b', 'c', 'd'], 2, work);
  expect(begun).toEqual(['a', 'b']);
  await end('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  await end('a');
  await end('d');
  await end('c');
  expect(await all).toEqual(['A', 'B', 'C', 'D']);
});

test('after a failure nothing more is begun, and what was begun is waited for', async () => {
  const { begun, work, end, fail } = anOffice();
  let isOver = false;
  const all = inParallel(['a', 'b', 'c'], 2, work).finally(() => (isOver = true));
  all.catch(() => {});
  await fail('a');
  expect([begun, isOver]).toEqual([['a', 'b'], false]);
  await end('b');
  await expect(all).rejects.toThrow('a failed');
  expect(begun).toEqual(['a', 'b']);
});

test('of nothing there is nothing to do', async () => {
  expect(await inParallel([], 3, () => Promise.reject(new Error('never asked')))).toEqual([]);
});
