/** A part of a workbook as text, unpacked piece by piece; what is larger than it may be, or not what was packed, is refused. */
import { crc32 } from 'node:zlib';
import type { FileDefect } from '../tables/row-files.ts';
import type { Container } from './container.ts';

/** Thrown by whatever reads a workbook; the whole file is refused with it. */
export class WorkbookRefused extends Error {
  readonly defect: FileDefect;

  constructor(defect: FileDefect) {
    super(defect.reason);
    this.name = 'WorkbookRefused';
    this.defect = defect;
  }
}

export const damaged = (): WorkbookRefused =>
  new WorkbookRefused({ code: 'damaged', reason: 'The workbook is damaged; open it, save it anew and send that.' });

export const tooLarge = (reason: string): WorkbookRefused => new WorkbookRefused({ code: 'tooLarge', reason });

export interface PartLimit {
  readonly bytes: number;
  readonly what: string;
}

/** The size that the zip names is checked before, and kept to by who unpacks it: a bomb ends there. */
export async function* partText({ zip, members }: Container, name: string, limit: PartLimit): AsyncIterable<string> {
  const entry = members.get(name);
  if (!entry) throw damaged();
  if (entry.uncompressedSize > limit.bytes)
    throw tooLarge(
      `Unpacked ${limit.what} of the workbook has more than ${megabytes(limit)} MB; please send it in parts.`,
    );
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let sum = 0;
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      sum = crc32(piece as Buffer, sum);
      yield decoder.decode(piece as Buffer, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw error instanceof WorkbookRefused ? error : damaged();
  }
  if (sum !== entry.crc32) throw damaged();
}

const megabytes = ({ bytes }: PartLimit): string => String(Math.round(bytes / 1024 / 1024));
