/** Bytes of a text file to text: UTF-8 with or without BOM, else GB18030, as Chinese Excel writes it. */
import { isOle, isPicture, isZip, utf16Of } from './first-bytes.ts';
import type { FileDefect } from './row-files.ts';

export interface ReadText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'gb18030';
  /** The file ends in the middle of a character: its last row is not whole. */
  readonly truncated: boolean;
}

const REPLACEMENT = '\uFFFD';

/** Damaged characters come out as U+FFFD, so that only their rows are refused; what is mostly damage is no text. */
export function readText(bytes: Uint8Array): ReadText | FileDefect {
  if (bytes.length === 0) return { code: 'emptyFile', reason: 'The file is empty.' };
  if (isZip(bytes) || isOle(bytes))
    return { code: 'spreadsheet', reason: 'This is a spreadsheet; save it as CSV (UTF-8) and send that.' };
  if (isPicture(bytes))
    return { code: 'picture', reason: 'This is a photo or a scan, and no table; nobody reads its rows from it.' };
  if (utf16Of(bytes) !== undefined)
    return { code: 'utf16', reason: 'The text is UTF-16; save it as CSV (UTF-8) and send that.' };
  const read = decode(bytes);
  const damaged = count(read.text, REPLACEMENT) + count(read.text, '\0');
  if (damaged * 20 > read.text.length) return { code: 'notText', reason: 'The file is not text in UTF-8 or GB18030.' };
  if (read.text.trim() === '') return { code: 'emptyFile', reason: 'The file is empty.' };
  // The decoder takes away a BOM of UTF-8 only.
  return { ...read, text: read.text.replace(/^\uFEFF/, '') };
}

function decode(bytes: Uint8Array): ReadText {
  const utf8 = decodeAs('utf-8', bytes);
  if (utf8) return { ...utf8, encoding: 'utf-8' };
  if (isMostlyUtf8(bytes)) return { text: new TextDecoder().decode(bytes), encoding: 'utf-8', truncated: false };
  const gb = decodeAs('gb18030', bytes) ?? { text: new TextDecoder('gb18030').decode(bytes), truncated: false };
  return { ...gb, encoding: 'gb18030' };
}

/** GB18030 read as UTF-8 is damage nearly throughout; UTF-8 with a spoilt byte is sound nearly throughout. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const sample = new TextDecoder().decode(bytes.subarray(0, 65_536), { stream: true });
  const marked = sample.match(/[^\0-\x7F]/gu)?.length ?? 0;
  return count(sample, REPLACEMENT) * 10 < marked;
}

/** Undefined when the bytes are not of this encoding; an unfinished character at the end is only cut off. */
function decodeAs(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): Omit<ReadText, 'encoding'> | undefined {
  const strict = new TextDecoder(encoding, { fatal: true });
  try {
    // With `stream` an unfinished character waits for more bytes instead of being an error.
    const text = strict.decode(bytes, { stream: true });
    try {
      return { text: text + strict.decode(), truncated: false };
    } catch {
      return { text, truncated: true };
    }
  } catch {
    return undefined;
  }
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}
