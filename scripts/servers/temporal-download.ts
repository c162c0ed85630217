import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { TEMPORAL_VERSION } from './temporal-release.ts';

/** The vendor's address; the same that `@temporalio/testing` asks. */
const OFFICIAL_DOWNLOADS = 'https://temporal.download';

const ANSWER_WITHIN_MS = 8_000;
const SILENCE_ALLOWED_MS = 20_000;

type Release = { archiveUrl: string; fileToExtract: string };

/**
 * Takes the official archive and unpacks the executable into `folder`, unverified.
 * Gives up after 8 s without an answer or 20 s without a byte: a machine without network goes on to the next way at once.
 */
export async function downloadTemporal(folder: string, from: string = OFFICIAL_DOWNLOADS): Promise<string> {
  const { archiveUrl, fileToExtract } = await findRelease(from);
  const silence = new AbortController();
  const overdue = () => setTimeout(() => silence.abort(new Error('the download stopped')), SILENCE_ALLOWED_MS);
  let timer = overdue();
  try {
    const answer = await fetch(archiveUrl, { signal: silence.signal });
    if (!answer.ok || !answer.body) throw new Error(`${archiveUrl} answered ${answer.status}`);
    const bytes = Readable.fromWeb(answer.body as ReadableStream<Uint8Array>);
    bytes.on('data', () => {
      clearTimeout(timer);
      timer = overdue();
    });
    await unpack(bytes, folder, fileToExtract);
  } finally {
    clearTimeout(timer);
  }
  return join(folder, fileToExtract);
}

async function findRelease(from: string): Promise<Release> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const query = new URLSearchParams({ platform, arch, format: 'tar.gz' });
  const address = `${from}/cli/v${TEMPORAL_VERSION}?${query.toString()}`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const release = (await answer.json()) as Partial<Release>;
  if (!release.archiveUrl || !release.fileToExtract) throw new Error(`${address} named no archive`);
  return { archiveUrl: release.archiveUrl, fileToExtract: release.fileToExtract };
}

async function unpack(archive: Readable, folder: string, file: string): Promise<void> {
  const tar = spawn('tar', ['-xf', '-', '-C', folder, file], { stdio: ['pipe', 'ignore', 'pipe'] });
  let complaint = '';
  tar.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const closed = once(tar, 'close') as Promise<[number | null]>;
  // tar may leave before the padding at the end is written: a broken pipe counts only when tar itself complains.
  const [[code], piped] = await Promise.all([closed, pipeline(archive, createGunzip(), tar.stdin).catch(asError)]);
  if (code !== 0) throw new Error(complaint.trim() || piped?.message || `tar ended with ${code}`);
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
