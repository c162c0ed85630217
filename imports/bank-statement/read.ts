/** A bank's statement (`bankStatement`): CSV by the layouts of the office, ISO 20022, or a zip of such; told apart by the content. */
import type { BankLayout } from '../../domain/money/bank-layout.ts';
import { readBankCsv } from './csv.ts';
import { readCamt, unreadableBank, type BankFile } from './camt.ts';
import { numberTwins, repeatedReferences } from './twins.ts';
import { readText, type ReadText } from '../rows/read-text.ts';
import { isSpreadsheet, isZip, readZip } from '../rows/zip.ts';

/** Beyond this a statement has to be sent in parts: the parser holds all of it in memory. */
export const LARGEST_STATEMENT_BYTES = 50 * 1024 * 1024;
const MOST_FILES = 200;

export function readBankStatement(bytes: Uint8Array, layouts: readonly BankLayout[]): BankFile {
  if (bytes.length > LARGEST_STATEMENT_BYTES)
    return unreadableBank({ code: 'tooLarge', reason: 'A statement may have 50 MB; please send it in parts.' });
  const file = isZip(bytes) ? readPacked(bytes, layouts) : readOne(bytes, layouts);
  return {
    ...file,
    accepted: numberTwins(file.accepted),
    fileWarnings: [...file.fileWarnings, ...repeatedReferences(file.accepted)],
  };
}

function readOne(bytes: Uint8Array, layouts: readonly BankLayout[]): BankFile {
  const utf16 = readUtf16(bytes);
  const read = utf16 ?? readText(bytes);
  if ('code' in read) return unreadableBank(read);
  if (/^\s*</.test(read.text)) return readCamt(read.text);
  return { ...readBankCsv(bytes, read, layouts), statements: [] };
}

/** As spreadsheets write “Unicode text”, and some banks their XML. */
function readUtf16(bytes: Uint8Array): ReadText | undefined {
  const encoding = utf16Of(bytes);
  if (encoding === undefined) return undefined;
  return { text: new TextDecoder(encoding).decode(bytes), encoding: 'utf-8', truncated: bytes.length % 2 === 1 };
}

const utf16Of = ([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;

/** What is no text, and a statement all the same. */
export const mayBeStatement = (bytes: Uint8Array): boolean => isZip(bytes) || utf16Of(bytes) !== undefined;

/** One file that cannot be read spoils all: half a day's statements are worse than none. */
function readPacked(bytes: Uint8Array, layouts: readonly BankLayout[]): BankFile {
  const members = readZip(bytes, { members: MOST_FILES, bytes: LARGEST_STATEMENT_BYTES });
  if ('code' in members) return unreadableBank(members);
  if (isSpreadsheet(members)) return readOne(bytes, layouts);
  const files = members.map(({ bytes: member }, index) => named(index, readOne(member, layouts)));
  const fileDefects = files.flatMap((file) => file.fileDefects);
  if (fileDefects.length > 0) return unreadableBank(...fileDefects);
  return {
    accepted: files.flatMap(({ accepted }) => accepted),
    refused: files.flatMap(({ refused }) => refused),
    fileDefects: [],
    fileWarnings: files.flatMap(({ fileWarnings }) => fileWarnings),
    statements: files.flatMap(({ statements }) => statements),
  };
}

/** Whoever sent a zip must know which of its files is meant; a file may be called after a person, so by its place. */
function named(index: number, file: BankFile): BankFile {
  const told = <Defect extends { readonly reason: string }>(defect: Defect): Defect => ({
    ...defect,
    reason: `File ${String(index + 1)} of the zip: ${defect.reason}`,
  });
  return { ...file, fileDefects: file.fileDefects.map(told), fileWarnings: file.fileWarnings.map(told) };
}
