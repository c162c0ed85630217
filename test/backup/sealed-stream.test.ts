import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { BackupRefused } from '../../backup/refused.ts';
import { opened, sealed } from '../../backup/sealed-stream.ts';
import { Sections } from '../../backup/sections.ts';

const key = { id: 'b1', key: randomBytes(32) };
const PIECE = 64 * 1024;

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function gathered(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const seal = (plain: Buffer, chunk = 10_000) => gathered(sealed(inChunks(plain, chunk), key));
const open = (file: Buffer, keys = [key], chunk = 7_777) => gathered(opened(inChunks(file, chunk), keys));

describe('a sealed stream', () => {
  test.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 200_000])('of %i bytes comes back whole', async (length) => {
    const plain = randomBytes(length);
    expect((await open(await seal(plain))).equals(plain)).toBe(true);
    expect((await open(await seal(plain, 1_000_000), [key], 1_000_000)).equals(plain)).toBe(true);
  });

  test('never looks the same twice', async () => {
    const plain = Buffer.alloc(1000);
    expect((await seal(plain)).equals(await seal(plain))).toBe(false);
  });

  test('is refused when it was cut anywhere, also between two pieces', async () => {
    const file = await seal(randomBytes(3 * PIECE));
    const start = file.indexOf('\n') + 1;
    for (const end of [file.length - 1, start + PIECE + 16, start + 2 * (PIECE + 16), start + 5, start])
      await expect(open(file.subarray(0, end))).rejects.toThrow('cut short or changed');
    for (const end of [0, 20]) await expect(open(file.subarray(0, end))).rejects.toThrow('not a backup of Baton');
  });

  test('is refused when a bit is flipped, pieces change places, or something follows', async () => {
    const file = await seal(randomBytes(3 * PIECE));
    const start = file.indexOf('\n') + 1;
    for (const at of [start, start + PIECE + 20, file.length - 1, 30]) {
      const flipped = Buffer.from(file);
      flipped[at]! ^= 1;
      await expect(open(flipped)).rejects.toThrow(BackupRefused);
    }
    const swapped = Buffer.concat([
      file.subarray(0, start),
      file.subarray(start + PIECE + 16, start + 2 * (PIECE + 16)),
      file.subarray(start, start + PIECE + 16),
      file.subarray(start + 2 * (PIECE + 16)),
    ]);
    await expect(open(swapped)).rejects.toThrow('cut short or changed');
    await expect(open(Buffer.concat([file, Buffer.from('x')]))).rejects.toThrow('cut short or changed');
  });

  test('names the key that it asks for, and takes an older one of several', async () => {
    const file = await seal(Buffer.from('ledger'));
    await expect(open(file, [{ id: 'b2', key: key.key }])).rejects.toThrow('the key named b1, which is not among');
    await expect(open(file, [{ id: 'b1', key: randomBytes(32) }])).rejects.toThrow('cannot be opened');
    expect((await open(file, [{ id: 'b2', key: randomBytes(32) }, key])).toString()).toBe('ledger');
  });
});

test.each([1, 2, 3, 5, 100])(
  'rows are told from the lines around them when they come in chunks of %i bytes',
  async (size) => {
    const row = 'a\\\\.\tb\\\\.\n\\\\.\n';
    const text = Buffer.from(`head\n${row}\\.\nempty\n\\.\ntail\n`);
    const sections = new Sections(inChunks(text, size));
    expect(await sections.line()).toBe('head');
    expect((await gathered(sections.rows())).toString()).toBe(row);
    expect(await sections.line()).toBe('empty');
    expect((await gathered(sections.rows())).toString()).toBe('');
    expect(await sections.line()).toBe('tail');
    expect(await sections.line()).toBeUndefined();
  },
);
