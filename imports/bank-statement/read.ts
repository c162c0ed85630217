/** A bank's statement (`bankStatement`): its CSV or ISO 20022 camt.053/054, told apart by the content. */
import type { BankEntry } from './entry.ts';
import { readBankCsv } from './csv.ts';
import { readCamt } from './camt.ts';
import { readText } from '../rows/read-text.ts';
import { unreadable, type ReadFile } from '../rows/row-files.ts';

/** Beyond this a statement has to be sent in parts: the parser holds all of it in memory. */
export const LARGEST_STATEMENT_BYTES = 50 * 1024 * 1024;

export function readBankStatement(bytes: Uint8Array): ReadFile<BankEntry> {
  if (bytes.length > LARGEST_STATEMENT_BYTES)
    return unreadable({ code: 'tooLarge', reason: 'A statement may have 50 MB; please send it in parts.' });
  const read = readText(bytes);
  if ('code' in read) return unreadable(read);
  return /^\s*</.test(read.text) ? readCamt(read.text) : readBankCsv(read.text, read.truncated);
}
