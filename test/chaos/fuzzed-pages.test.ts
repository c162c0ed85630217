/** What the fuzzer forgives a list by pages, it forgives every one, and nothing else under that reason. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';

type Operations = Record<string, { operationId?: string; parameters?: { name?: string; $ref?: string }[] }>;

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the lists by pages of the fuzzer are those of the contract', () => {
  const { paths } = load(read('openapi.yaml')) as { paths: Record<string, Operations> };
  const paged = Object.values(paths)
    .flatMap((operations) => Object.values(operations))
    .filter(({ parameters = [] }) =>
      parameters.some(({ name, $ref }) => (name ?? $ref)?.toLowerCase().endsWith('cursor')),
    )
    .map(({ operationId }) => operationId);
  const listed = /# Lists by pages[\s\S]*?include-operation-id = \[([\s\S]*?)\]/.exec(
    read('chaos/fuzz/schemathesis.toml'),
  )![1]!;
  expect(listed.match(/\w+/g)!.toSorted()).toEqual(paged.toSorted());
  expect(paged.length).toBeGreaterThan(10);
});

test('whatever the fuzzer forgives is an operation of the contract, and is forgiven in one place', () => {
  const { paths } = load(read('openapi.yaml')) as { paths: Record<string, Operations> };
  const known = Object.values(paths).flatMap((operations) => Object.values(operations).map((one) => one.operationId));
  const forgiven = [
    ...read('chaos/fuzz/schemathesis.toml').matchAll(/^include-operation-id = \[([\s\S]*?)\]/gm),
  ].flatMap(([, names]) => names!.match(/\w+/g)!);
  expect(forgiven.filter((name) => !known.includes(name))).toEqual([]);
  expect(new Set(forgiven).size).toBe(forgiven.length);
  expect(forgiven.length).toBeGreaterThan(50);
});
