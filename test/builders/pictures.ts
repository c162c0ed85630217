/** Pictures small enough to be written by hand: PNG whole, broken off, and as large as asked; photographs as telephones store them. */
import { createCanvas } from '@napi-rs/canvas';
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

/** Of the scene below. */
export const PHOTOGRAPH = { width: 60, height: 40 };
const [RED, GREEN, BLUE, WHITE] = [
  [255, 0, 0],
  [0, 128, 0],
  [0, 0, 255],
  [255, 255, 255],
] as const;

/** Red in the upper left, green in the upper right, blue in the lower left quarter. */
function scene(x: number, y: number): readonly number[] {
  const [isLeft, isUp] = [x < PHOTOGRAPH.width / 2, y < PHOTOGRAPH.height / 2];
  if (isUp) return isLeft ? RED : GREEN;
  return isLeft ? BLUE : WHITE;
}

/** Where the first row and the first column of what is stored are seen (EXIF 2.32, tag 0x0112). */
const SEEN_AT = [
  ['top', 'left'],
  ['top', 'right'],
  ['bottom', 'right'],
  ['bottom', 'left'],
  ['left', 'top'],
  ['right', 'top'],
  ['right', 'bottom'],
  ['left', 'bottom'],
] as const;
export const ORIENTATIONS = SEEN_AT.map((_, at) => at + 1);

/** A JPEG of the scene as a telephone stores it that was held so; little- or big-endian, as makers please. */
export function aPhotograph(orientation: number, { isLittle = false } = {}): Buffer {
  const [row, column] = SEEN_AT[orientation - 1]!;
  const isAcross = row === 'left' || row === 'right';
  const { width, height } = PHOTOGRAPH;
  const [wide, high] = isAcross ? [height, width] : [width, height];
  const canvas = createCanvas(wide, high);
  const context = canvas.getContext('2d');
  const stored = context.createImageData(wide, high);
  for (let r = 0; r < high; r += 1)
    for (let c = 0; c < wide; c += 1) {
      const [along, down] = isAcross ? [r, c] : [c, r];
      const x = row === 'right' || column === 'right' ? width - 1 - along : along;
      const y = row === 'bottom' || column === 'bottom' ? height - 1 - down : down;
      stored.data.set([...scene(x, y), 255], (r * wide + c) * 4);
    }
  context.putImageData(stored, 0, 0);
  const jpeg = canvas.toBuffer('image/jpeg', 95);
  return Buffer.concat([jpeg.subarray(0, 2), exif(orientation, isLittle), jpeg.subarray(2)]);
}

function exif(orientation: number, isLittle: boolean): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 12 + 4);
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  tiff.write(isLittle ? 'II' : 'MM', 'latin1');
  view.setUint16(2, 42, isLittle);
  view.setUint32(4, 8, isLittle);
  view.setUint16(8, 1, isLittle);
  view.setUint16(10, 0x0112, isLittle);
  view.setUint16(12, 3, isLittle);
  view.setUint32(14, 1, isLittle);
  view.setUint16(18, orientation, isLittle);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
