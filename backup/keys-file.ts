/** The keys of an office in a file of their own, under a passphrase (scrypt, AES-256-GCM): kept apart from the backups they open. */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { BackupRefused } from './refused.ts';

/** As the environment has them; those that an office does not use are absent. */
export type OfficeKeys = Readonly<Record<string, string>>;

const FORMAT = 'baton-keys-1';
const SHORTEST_PASSPHRASE = 12;
/** 128 MiB and about half a second: whoever guesses pays that for each guess. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

interface KeysFile {
  format: string;
  salt: string;
  iv: string;
  tag: string;
  sealed: string;
}

/** @throws when the file exists */
export function writeKeysFile(file: string, keys: OfficeKeys, passphrase: string): void {
  if (passphrase.length < SHORTEST_PASSPHRASE) {
    throw new BackupRefused(`The passphrase needs at least ${String(SHORTEST_PASSPHRASE)} characters.`);
  }
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, COST), iv);
  cipher.setAAD(Buffer.from(FORMAT));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(keys)), cipher.final()]);
  const text = (bytes: Buffer): string => bytes.toString('base64');
  const content: KeysFile = {
    format: FORMAT,
    salt: text(salt),
    iv: text(iv),
    tag: text(cipher.getAuthTag()),
    sealed: text(sealed),
  };
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}

export function readKeysFile(file: string, passphrase: string): OfficeKeys {
  const { salt, iv, tag, sealed } = parse(readFileSync(file, 'utf8'));
  try {
    const decipher = createDecipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, COST), iv);
    decipher.setAAD(Buffer.from(FORMAT));
    decipher.setAuthTag(tag);
    const plain = Buffer.concat([decipher.update(sealed), decipher.final()]);
    return JSON.parse(plain.toString('utf8')) as OfficeKeys;
  } catch {
    throw new BackupRefused('The passphrase does not open these keys, or the file was changed.');
  }
}

function parse(text: string): { salt: Buffer; iv: Buffer; tag: Buffer; sealed: Buffer } {
  let content: Partial<KeysFile> = {};
  try {
    content = JSON.parse(text) as KeysFile;
  } catch {
    // Said below, in the same words as for any other file.
  }
  if (content.format !== FORMAT) throw new BackupRefused('This file does not hold keys of Baton.');
  const bytes = (value: string | undefined): Buffer => Buffer.from(value ?? '', 'base64');
  return { salt: bytes(content.salt), iv: bytes(content.iv), tag: bytes(content.tag), sealed: bytes(content.sealed) };
}
