/** Seals what identifies a person (AES-256-GCM) and hashes it for exact look-up (HMAC-SHA256), both with named keys. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

export interface NamedKey {
  /** Short name, stored beside what it sealed: at most 15 ASCII characters. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

export type HashKind = 'idNumber' | 'name' | 'phone' | 'phoneLastFour' | 'lastSix' | 'bankEntry' | 'contactBody';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The first key of each list is used for what is new; the others still open and find what is old. */
export class Keyring {
  readonly #data: readonly NamedKey[];
  readonly #hash: readonly NamedKey[];

  constructor(data: readonly NamedKey[], hash: readonly NamedKey[]) {
    if (data.length === 0 || hash.length === 0) throw new Error('a keyring needs a data key and a hash key');
    this.#data = data;
    this.#hash = hash;
  }

  /**
   * Layout: length of the key id, key id, nonce (12), tag (16), ciphertext.
   * @param place where it will stand, if it shall open nowhere else
   */
  seal(plain: string | Buffer, place?: string): Buffer {
    const { id, key } = this.#data[0]!;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    if (place !== undefined) cipher.setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.from([id.length]), Buffer.from(id, 'ascii'), iv, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when it was sealed for another place, or changed since */
  open(sealed: Buffer, place?: string): Buffer {
    const idLength = sealed[0] ?? 0;
    const id = sealed.subarray(1, 1 + idLength).toString('ascii');
    const named = this.#data.find((candidate) => candidate.id === id);
    if (!named) throw new Error(`no data key named ${id}`);
    const ivAt = 1 + idLength;
    const tagAt = ivAt + IV_BYTES;
    const decipher = createDecipheriv('aes-256-gcm', named.key, sealed.subarray(ivAt, tagAt));
    if (place !== undefined) decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(sealed.subarray(tagAt, tagAt + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(tagAt + TAG_BYTES)), decipher.final()]);
  }

  sealText(plain: string | null | undefined): Buffer | null {
    return plain === null || plain === undefined || plain === '' ? null : this.seal(plain);
  }

  openText(sealed: Buffer | null): string | null {
    return sealed === null ? null : this.open(sealed).toString('utf8');
  }

  /** The hash under the newest key, to be stored. */
  hash(kind: HashKind, value: string): { keyVersion: string; hash: Buffer } {
    const named = this.#hash[0]!;
    return { keyVersion: named.id, hash: hmac(named.key, kind, value) };
  }

  /** The hashes under every valid key, to look a value up during a rotation. */
  hashes(kind: HashKind, value: string): Buffer[] {
    return this.#hash.map((named) => hmac(named.key, kind, value));
  }
}

function hmac(key: Buffer, kind: HashKind, value: string): Buffer {
  return createHmac('sha256', key)
    .update(`${kind}:${value.normalize('NFKC')}`)
    .digest();
}

/** Reads `id:base64,id:base64` as the configuration holds it, newest first. */
export function parseKeys(text: string): NamedKey[] {
  return text.split(',').map((part) => {
    const at = part.indexOf(':');
    const id = part.slice(0, at);
    const key = Buffer.from(part.slice(at + 1), 'base64');
    if (!/^[\w-]{1,15}$/.test(id) || key.length !== 32) throw new Error('a key is written id:base64 of 32 bytes');
    return { id, key };
  });
}
