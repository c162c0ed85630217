/** What an office puts on its papers beside name and telephone, and what of it cannot be printed. */
import type { Defect } from '../errors.ts';

export interface Letterhead {
  readonly address: string;
  readonly postcode: string;
  /** Empty: the office's name. */
  readonly sealText: string;
  readonly logoId: string | null;
}

export const LARGEST_LOGO_BYTES = 300 * 1024;
const LARGEST_LOGO_SIDE = 2_000;

export interface LogoShape {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

export function logoDefects({ width, height }: LogoShape): Defect[] {
  const fits = width > 0 && height > 0 && Math.max(width, height) <= LARGEST_LOGO_SIDE;
  return fits
    ? []
    : [
        {
          field: 'file',
          code: 'tooManyPixels',
          message: `At most ${LARGEST_LOGO_SIDE} pixels a side; make it smaller.`,
        },
      ];
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Told from the bytes alone; undefined for what is neither PNG nor JPEG. */
export function logoShape(bytes: Uint8Array): LogoShape | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && PNG.every((byte, at) => bytes[at] === byte)) {
    return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
  }
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegShape(view) : undefined;
}

/** The size stands in the first frame header (SOF0 … SOF15 but for DHT, JPG and DAC). */
function jpegShape(view: DataView): LogoShape | undefined {
  for (let at = 2; at + 9 < view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { mediaType: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
  }
  return undefined;
}
