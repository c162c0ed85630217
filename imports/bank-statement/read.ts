/** A bank's statement (`bankStatement`): CSV or a workbook by the layouts of the office, ISO 20022, or a zip of CSV and XML; told apart by the content. */
import type { BankLayout } from '../../domain/money/bank-layout.ts';
import { readBankCsv } from './csv.ts';
import { readCamt, unreadableBank, type BankFile } from './camt.ts';
import { numberTwins, numberUnreferenced, repeatedReferences } from './twins.ts';
import { isZip } from '../tables/first-bytes.ts';
import { markupDefect } from '../tables/markup-table.ts';
import { readText, type ReadText } from '../tables/read-text.ts';
import { readZip } from '../tables/zip.ts';
import type { FileDefect } from '../tables/row-files.ts';
import { isOfficeFile, openContainer } from '../workbook/container.ts';
import { readBankWorkbook } from './workbook.ts';
import { readAsDeclared, utf16OfXml } from './xml-text.ts';

/** Beyond this a statement has to be sent in parts: the parser holds all of it in memory. */
export const LARGEST_STATEMENT_BYTES = 50 * 1024 * 1024;
const MOST_FILES = 200;

/** In whichever format. */
export async function openBankStatement(bytes: Uint8Array, layouts: readonly BankLayout[]): Promise<BankFile> {
  const container = await openContainer(bytes);
  // A damaged zip is told by who unpacks statements.
  if (container && 'code' in container && container.code !== 'zip') return unreadableBank(container);
  if (!container || 'code' in container || !isOfficeFile(container)) return readBankStatement(bytes, layouts);
  return finished(withTwins(await readBankWorkbook(container, layouts)));
}

export function readBankStatement(bytes: Uint8Array, layouts: readonly BankLayout[]): BankFile {
  if (bytes.length > LARGEST_STATEMENT_BYTES)
    return unreadableBank({ code: 'tooLarge', reason: 'A statement may have 50 MB; please send it in parts.' });
  return finished(isZip(bytes) ? readPacked(bytes, layouts) : readOne(bytes, layouts));
}

function finished(file: BankFile): BankFile {
  return {
    ...file,
    accepted: numberUnreferenced(file.accepted),
    fileWarnings: [...file.fileWarnings, ...repeatedReferences(file.accepted)],
  };
}

const withTwins = (file: BankFile): BankFile => ({ ...file, accepted: numberTwins(file.accepted) });

function readOne(bytes: Uint8Array, layouts: readonly BankLayout[]): BankFile {
  const read = readUtf16(bytes) ?? readBytes(bytes);
  if ('code' in read) return unreadableBank(read);
  const markup = markupDefect(read.text);
  if (markup) return unreadableBank(markup);
  if (/^\s*</.test(read.text)) return withTwins(readCamt(read.text));
  return withTwins({ ...readBankCsv(bytes, read, layouts), statements: [] });
}

/** What is UTF-8 is nothing else, whatever it declares. */
function readBytes(bytes: Uint8Array): ReadText | FileDefect {
  const read = readText(bytes);
  const isUtf8 = !('code' in read) && read.encoding === 'utf-8';
  return (isUtf8 ? undefined : readAsDeclared(bytes)) ?? read;
}

/** As spreadsheets write “Unicode text”, and some banks their XML. */
function readUtf16(bytes: Uint8Array): ReadText | undefined {
  const encoding = utf16OfXml(bytes);
  if (encoding === undefined) return undefined;
  return { text: new TextDecoder(encoding).decode(bytes), encoding: 'utf-8', truncated: bytes.length % 2 === 1 };
}

/** What is no text, and a statement all the same. */
export const mayBeStatement = (bytes: Uint8Array): boolean => isZip(bytes) || utf16OfXml(bytes) !== undefined;

/** One file that cannot be read spoils all: half a day's statements are worse than none. */
function readPacked(bytes: Uint8Array, layouts: readonly BankLayout[]): BankFile {
  const members = readZip(bytes, { members: MOST_FILES, bytes: LARGEST_STATEMENT_BYTES });
  if ('code' in members) return unreadableBank(members);
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
