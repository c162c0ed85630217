/** The characters of a bank's XML: by its byte-order mark, as UTF-8, or else by what it declares. */
import { utf16Of } from '../tables/first-bytes.ts';
import type { ReadText } from '../tables/read-text.ts';
import type { FileDefect } from '../tables/row-files.ts';

/** How GB18030 and its parts are called: as that any text is read which is not UTF-8. */
const GB = /^(?:gb|x-gbk|cp936|utf-?8)/i;
/** Their characters would have shown themselves before. */
const NOT_THESE = /^(?:utf-?16|ucs-?2|iso-10646|us-ascii|ascii)/i;

/** Also without a mark, when it begins as XML does. */
export function utf16OfXml(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === LESS && second === 0) return 'utf-16le';
  if (first === 0 && second === LESS) return 'utf-16be';
  return utf16Of(bytes);
}

const LESS = 0x3c;

/** Undefined: it says nothing beyond what the bytes say themselves. A single byte means another letter in each encoding. */
export function readAsDeclared(bytes: Uint8Array): ReadText | FileDefect | undefined {
  const begin = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const encoding = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(begin)?.[1];
  if (encoding === undefined || GB.test(encoding)) return undefined;
  try {
    if (NOT_THESE.test(encoding)) return otherThanDeclared;
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding: 'utf-8', truncated: false };
  } catch {
    return otherThanDeclared;
  }
}

const otherThanDeclared: FileDefect = {
  code: 'notText',
  reason:
    'The XML is not in the encoding that its first line declares, or in one that is not read here; send it as UTF-8.',
};
