import { expect, test } from 'vitest';
import { Memory } from '../../chaos/load/acknowledged.ts';
import { broken, type Recorded } from '../../chaos/load/kept.ts';

const told = { transferId: 't', seq: 2 };

function remembering(...keys: string[]): Memory {
  const memory = new Memory();
  for (const key of keys) memory.sent(key);
  return memory;
}

const namesOf = (memory: Memory, recorded: Recorded[]): string[] =>
  broken(memory, recorded).map(({ invariant }) => invariant);

test('what was acknowledged and is in the ledger once, as it was told, is no finding', () => {
  const memory = remembering('a', 'a', 'b');
  memory.acknowledged('a', told);
  memory.acknowledged('a', told);
  memory.acknowledged('b', { transferId: 't', seq: undefined });
  expect(broken(memory, [event('a', 2), event('b', 1)])).toEqual([]);
});

test('what was never answered may be in the ledger or not', () => {
  expect(broken(remembering('a'), [])).toEqual([]);
  expect(broken(remembering('a'), [event('a', 2)])).toEqual([]);
});

test('an acknowledged fact that the ledger lost is found first', () => {
  const memory = remembering('a', 'b');
  memory.acknowledged('a', told);
  memory.refused('b', '/problems/duplicate-transfer');
  expect(broken(memory, [])[0]).toMatchObject({ invariant: 'acknowledged-fact-kept', count: 1, examples: ['a'] });
  expect(namesOf(memory, [])).toEqual(['acknowledged-fact-kept', 'refused-with-reason']);
});

test('a repeated key that is in the ledger twice is found, answered or not', () => {
  expect(namesOf(remembering('a'), [event('a', 2), event('a', 3)])).toEqual(['repeated-key-once']);
});

test('an event at another place than the answer said is found', () => {
  const memory = remembering('a');
  memory.acknowledged('a', told);
  expect(namesOf(memory, [event('a', 3)])).toEqual(['acknowledged-as-recorded']);
  expect(namesOf(memory, [{ key: 'a', transferId: 'another', seq: 2 }])).toEqual(['acknowledged-as-recorded']);
});

test('two answers to one command that differ are found', () => {
  const memory = remembering('a', 'a');
  memory.acknowledged('a', told);
  memory.acknowledged('a', { ...told, seq: 3 });
  expect(namesOf(memory, [event('a', 2)])).toEqual(['same-answer-again']);
});

test('a fact that nobody sent is found', () => {
  const memory = remembering('a');
  memory.acknowledged('a', told);
  expect(namesOf(memory, [event('a', 2), event(null, 3)])).toEqual(['nothing-unasked']);
});

function event(key: string | null, seq: number): Recorded {
  return { key, transferId: 't', seq };
}
