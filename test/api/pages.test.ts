import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../support/api.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-web-'));
let api: TestApi;
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>console</title>');
  writeFileSync(join(folder, 'assets', 'main-abc.js'), 'export {}');
  api = await startApi({ webFolder: folder });
});
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true });
});

test('the first address leads to the console, and each of its own addresses to its first page', async () => {
  const root = await api.anonymous.get('/');
  expect([root.status, root.headers.get('Location')]).toEqual([302, '/app/']);
  expect((await api.anonymous.get('/app')).headers.get('Location')).toBe('/app/');
  for (const path of ['/app/', '/app/transfers/42', '/app/my-work']) {
    const page = await api.anonymous.get(path);
    expect([path, page.status, page.text]).toEqual([path, 200, '<!doctype html><title>console</title>']);
  }
  const script = await api.anonymous.get('/app/assets/main-abc.js');
  expect(script.headers.get('Cache-Control')).toContain('immutable');
  expect((await api.anonymous.get('/app/assets/gone.js')).status).toBe(404);
});

test('what was squeezed when it was built is sent so to whoever takes it, and as it is to everybody else', async () => {
  const text = 'export const words = 1;'.repeat(100);
  writeFileSync(join(folder, 'assets', 'words-abc.js'), text);
  writeFileSync(join(folder, 'assets', 'words-abc.js.gz'), gzipSync(text));
  for (const [taken, length] of [
    ['gzip', gzipSync(text).length],
    ['identity', text.length],
  ] as const) {
    const { headers, text: read } = await api.anonymous.raw('/app/assets/words-abc.js', {
      headers: { 'Accept-Encoding': taken },
    });
    expect(read).toBe(text);
    expect(headers.get('Content-Encoding')).toBe(taken === 'gzip' ? 'gzip' : null);
    expect(headers.get('Content-Length')).toBe(String(length));
    expect(headers.get('Content-Type')).toContain('javascript');
    expect(headers.get('Vary')).toContain('Accept-Encoding');
    expect(headers.get('Cache-Control')).toContain('immutable');
  }
});

test('the contract is shown from our own files, in UTF-8', async () => {
  const page = await api.anonymous.get('/docs');
  expect(page.text).toContain('<redoc spec-url="/openapi.yaml"');
  expect(page.text).not.toMatch(/https?:\/\//);
  const script = await api.anonymous.get('/docs/redoc.standalone.js');
  expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  expect(script.text.length).toBeGreaterThan(500_000);
  const contract = await api.anonymous.get('/openapi.yaml');
  expect(contract.headers.get('Content-Type')).toMatch(/charset=utf-8$/);
  expect(contract.text).toContain('养老保险关系转移接续');
});

test('every answer forbids what a page of ours never needs', async () => {
  for (const path of ['/app/', '/healthz', '/docs', '/s', '/me']) {
    const { headers } = await api.anonymous.get(path);
    const policy = headers.get('Content-Security-Policy')!;
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('X-Powered-By')).toBeNull();
  }
});
