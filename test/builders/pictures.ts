/** Pictures small enough to be written by hand: PNG whole, broken off, and as large as asked. */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BYTES_A_PIXEL = 4;

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function header(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits of red, green, blue and opacity.
  head.set([8, 6], 8);
  return chunk('IHDR', head);
}

/** Grey all over. */
export function aPng(width = 40, height = 20): Buffer {
  const rows = Buffer.alloc(height * (1 + width * BYTES_A_PIXEL), 0x99);
  for (let row = 0; row < height; row += 1) rows[row * (1 + width * BYTES_A_PIXEL)] = 0;
  return Buffer.concat([
    SIGNATURE,
    header(width, height),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Begins as a PNG, and its pixels cannot be read. */
export const aBrokenPng = (): Buffer =>
  Buffer.concat([SIGNATURE, header(40, 20), chunk('IDAT', Buffer.alloc(60, 7)), chunk('IEND', Buffer.alloc(0))]);

/** The head of a PNG of this size, and as many bytes behind it: nothing of a picture is needed to refuse it. */
export const aPngHead = (width: number, height: number, more = 0): Buffer =>
  Buffer.concat([SIGNATURE, header(width, height), Buffer.alloc(more)]);
