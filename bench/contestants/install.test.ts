/** What Baton is compared with never weighs on those who only install Baton. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));

test('the packages of the product hold none of the contestants', () => {
  const { dependencies } = read('../package.json') as { dependencies: Record<string, string> };
  const { packages } = read('../../package-lock.json') as { packages: Record<string, unknown> };
  const installed = Object.keys(packages);
  expect(installed).toContain('node_modules/pg');
  expect(Object.keys(dependencies)).toContain('graphile-worker');
  expect(Object.keys(dependencies).filter((name) => installed.includes(`node_modules/${name}`))).toEqual([]);
  expect(installed.filter((path) => path !== '' && !path.startsWith('node_modules/'))).toEqual([]);
});
