/** What a file is by its first bytes, whatever it is called. */

export const ZIP: readonly number[] = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

export const beginsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, position) => bytes[position] === byte);

export const isZip = (bytes: Uint8Array): boolean => beginsWith(bytes, ZIP);

/** Old Office, and a new one that has a password. */
export const isOle = (bytes: Uint8Array): boolean => beginsWith(bytes, OLE);

export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (beginsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  return beginsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined;
}
