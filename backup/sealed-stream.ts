/**
 * Seals a stream of any length: AES-256-GCM piece by piece, the construction called STREAM. Each file has a key of its own, derived from
 * the backup's key and a random salt, so that counters may serve as nonces; the last piece says so, so that a file cut short is noticed.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { NamedKey } from '../db/connection/sealing.ts';
import { BackupRefused } from './refused.ts';

const PIECE_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const HEADER = /^BATON-BACKUP 1 ([\w-]{1,15}) ([A-Za-z0-9_-]{43})\n/;
const LONGEST_HEADER = 80;

type Bytes = AsyncIterable<Buffer>;

export async function* sealed(plain: Bytes, key: NamedKey): AsyncGenerator<Buffer> {
  const header = `BATON-BACKUP 1 ${key.id} ${randomBytes(32).toString('base64url')}\n`;
  const fileKey = keyOfFile(key, header);
  yield Buffer.from(header, 'ascii');
  for await (const { piece, no, isLast } of inPieces(plain, PIECE_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', fileKey, nonce(no, isLast));
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

/** @throws BackupRefused before the first byte when no key has the name that the file asks for, later at the first piece that is not genuine */
export async function* opened(file: Bytes, keys: readonly NamedKey[]): AsyncGenerator<Buffer> {
  const source = file[Symbol.asyncIterator]();
  const { header, keyName, rest } = await readHeader(source);
  const key = keys.find(({ id }) => id === keyName);
  if (!key) {
    throw new BackupRefused(`This backup was made with the key named ${keyName}, which is not among BACKUP_KEYS.`);
  }
  const fileKey = keyOfFile(key, header);
  for await (const { piece, no, isLast } of inPieces(follow(rest, source), PIECE_BYTES + TAG_BYTES)) {
    yield openPiece(fileKey, piece, nonce(no, isLast), keyName);
  }
}

function openPiece(fileKey: Buffer, piece: Buffer, iv: Buffer, keyName: string): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', fileKey, iv);
    decipher.setAuthTag(piece.subarray(piece.length - TAG_BYTES));
    return Buffer.concat([decipher.update(piece.subarray(0, piece.length - TAG_BYTES)), decipher.final()]);
  } catch {
    throw new BackupRefused(
      `This backup cannot be opened: it was cut short or changed, or the key named ${keyName} is not the one it was made with.`,
    );
  }
}

async function readHeader(source: AsyncIterator<Buffer>): Promise<{ header: string; keyName: string; rest: Buffer }> {
  let start = Buffer.alloc(0);
  while (start.length < LONGEST_HEADER) {
    const { value, done } = await source.next();
    if (done) break;
    start = Buffer.concat([start, value]);
  }
  const found = HEADER.exec(start.subarray(0, LONGEST_HEADER).toString('latin1'));
  if (!found) throw new BackupRefused('This file is not a backup of Baton, or its beginning is missing.');
  return { header: found[0], keyName: found[1]!, rest: start.subarray(found[0].length) };
}

/** The header is part of the derivation: whoever changes it changes the key. */
const keyOfFile = ({ key }: NamedKey, header: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.from(header, 'ascii'), 'baton backup', 32));

/** Eleven bytes of counter, one byte that marks the last piece. */
function nonce(no: number, isLast: boolean): Buffer {
  const iv = Buffer.alloc(12);
  iv.writeUIntBE(no, 5, 6);
  iv[11] = isLast ? 1 : 0;
  return iv;
}

async function* follow(first: Buffer, source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
}

/** Pieces of exactly `size` bytes but for the last, which there always is, be it empty. */
async function* inPieces(source: Bytes, size: number): AsyncGenerator<{ piece: Buffer; no: number; isLast: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  let no = 0;
  for await (const chunk of source) {
    waiting.push(chunk);
    length += chunk.length;
    if (length <= size) continue;
    const bytes = Buffer.concat(waiting);
    let at = 0;
    for (; bytes.length - at > size; at += size)
      yield { piece: bytes.subarray(at, at + size), no: no++, isLast: false };
    waiting = [bytes.subarray(at)];
    length = bytes.length - at;
  }
  yield { piece: Buffer.concat(waiting), no, isLast: true };
}
