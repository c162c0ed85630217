/** A zip of strangers: unpacked in memory within limits; a zip in a zip is refused. */
import { unzipSync } from 'fflate';
import { beginsWith, ZIP } from './first-bytes.ts';
import type { FileDefect } from './row-files.ts';

export interface ZipMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ZipLimits {
  readonly members: number;
  /** Of all members together, unpacked. */
  readonly bytes: number;
}

/** Zips nest only to hide something; RAR and 7z are not read at all. */
const ARCHIVES: readonly (readonly number[])[] = [
  ZIP,
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
];
/** What the systems of those who pack put in by themselves. */
const BY_THE_SYSTEM = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

export function readZip(bytes: Uint8Array, limits: ZipLimits): readonly ZipMember[] | FileDefect {
  // Bit 0 of the flags of the first member.
  if (((bytes[6] ?? 0) & 1) === 1)
    return { code: 'zip', reason: 'The zip has a password; please send it without one.' };
  let [members, size] = [0, 0];
  try {
    // What is larger than it says is cut off at what it says: a bomb cannot fill the memory.
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        members += 1;
        size += originalSize;
        return !name.endsWith('/') && !BY_THE_SYSTEM.test(name) && members <= limits.members && size <= limits.bytes;
      },
    });
    if (members > limits.members)
      return { code: 'zip', reason: `The zip has more than ${String(limits.members)} files; please send it in parts.` };
    if (size > limits.bytes)
      return {
        code: 'tooLarge',
        reason: `Unpacked the zip has more than ${megabytes(limits)}; please send it in parts.`,
      };
    return withoutArchives(Object.entries(unpacked).map(([name, content]) => ({ name, bytes: content })));
  } catch {
    return { code: 'zip', reason: 'The zip is damaged and cannot be unpacked.' };
  }
}

function withoutArchives(members: readonly ZipMember[]): readonly ZipMember[] | FileDefect {
  if (members.length === 0) return { code: 'emptyFile', reason: 'The zip holds no file.' };
  const inner = members.findIndex(({ bytes }) => ARCHIVES.some((magic) => beginsWith(bytes, magic)));
  if (inner < 0) return members;
  const reason = `File ${String(inner + 1)} of the zip is an archive itself; unpack it and send what is in it.`;
  return { code: 'zipInZip', reason };
}

const megabytes = ({ bytes }: ZipLimits): string => `${String(Math.round(bytes / 1024 / 1024))} MB`;
