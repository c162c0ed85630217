/** What a file is by its first bytes, whatever it is called. */

export const ZIP: readonly number[] = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Photos and scans: JPEG, PNG, GIF, TIFF and PDF by their first bytes; what telephones write has its name behind its length. */
const PICTURES: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
];
const HEIF = [0x66, 0x74, 0x79, 0x70];

export const isPicture = (bytes: Uint8Array): boolean =>
  PICTURES.some((magic) => beginsWith(bytes, magic)) || beginsWith(bytes.subarray(4), HEIF);

export const beginsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, position) => bytes[position] === byte);

export const isZip = (bytes: Uint8Array): boolean => beginsWith(bytes, ZIP);

/** Old Office, and a new one that has a password. */
export const isOle = (bytes: Uint8Array): boolean => beginsWith(bytes, OLE);

export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (beginsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  return beginsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined;
}
