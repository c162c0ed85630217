import { expect, test } from 'vitest';
import { tracesOf } from './traces.ts';

test('a value is found however it was written', () => {
  for (const text of ['龘靐', '13900010007']) {
    const all = (written: string): boolean => tracesOf(text).some((trace) => written.includes(trace));
    for (const before of ['', 'a', 'ab', 'abc'])
      expect(all(Buffer.from(`${before}${text}zz`).toString('base64')), before).toBe(true);
    for (const other of [`x${text}`, Buffer.from(text).toString('hex'), JSON.stringify({ text })])
      expect(all(other)).toBe(true);
    expect(all('139000')).toBe(false);
  }
});
