/** ISO 20022 camt.053 (statement) and camt.054 (notification), versions 2 to 12, bare or in an envelope. */
import { accountKey } from '../../domain/money/account-number.ts';
import { isDate } from '../../domain/time/shanghai-day.ts';
import type { NewStatement } from '../../db/credits/statements.ts';
import type { BankEntry } from './entry.ts';
import { readCamtEntry } from './camt-entry.ts';
import { dayAt, dayOfMoment } from './camt-details.ts';
import { balanceFen, balanceOf, checkStatement } from './camt-balances.ts';
import {
  fileWarning,
  unreadable,
  type AcceptedRow,
  type FileDefect,
  type ReadFile,
  type RefusedRow,
  type RowDefect,
} from '../tables/row-files.ts';
import { nodeAt, nodesAt, parseXml, textAt, withoutAsides, type XmlNode } from '../rows/xml.ts';

/** A bank's file: besides its rows what it says about each statement. */
export interface BankFile extends ReadFile<BankEntry> {
  readonly statements: readonly NewStatement[];
}

const REPEATED = new Set(
  'Stmt Ntfctn Ntry NtryDtls TxDtls Ustrd Strd AddtlRmtInf RfrdDocInf Bal Prtry RltdRmtInf BkToCstmrStmt BkToCstmrDbtCdtNtfctn'.split(
    ' ',
  ),
);
const MESSAGES = [
  { root: 'BkToCstmrStmt', parts: 'Stmt' },
  { root: 'BkToCstmrDbtCdtNtfctn', parts: 'Ntfctn' },
] as const;
const INTRADAY = 'BkToCstmrAcctRpt';
/** The first version carries it in the name of the message, and has its details elsewhere. */
const FIRST_VERSION = 'V01';
const NEWEST_VERSION = 12;

export const unreadableBank = (...defects: FileDefect[]): BankFile => ({ ...unreadable(...defects), statements: [] });

export function readCamt(text: string): BankFile {
  const xml = parseXml(text, REPEATED);
  if ('code' in xml && 'reason' in xml) return unreadableBank(xml as unknown as FileDefect);
  const messages = MESSAGES.flatMap(({ root, parts }) => findAll(xml, root).map((message) => ({ message, parts })));
  if (messages.length === 0) return unreadableBank(otherMessage(xml));
  const statements = messages.flatMap(({ message, parts }) => nodesAt(message, parts));
  if (statements.length === 0) {
    const reason =
      'The message holds no statement (neither Stmt nor Ntfctn), and so no entry; ask the bank for the whole one.';
    return unreadableBank({ code: 'noStatement', reason });
  }
  const plain = withoutAsides(text);
  const read = new Reading(entryLines(plain));
  for (const statement of statements) read.take(statement);
  return read.file(checkVersion(plain));
}

/** Statement after statement, with the physical line of each entry. */
class Reading {
  readonly #lines: readonly number[];
  readonly #accepted: AcceptedRow<BankEntry>[] = [];
  readonly #refused: RefusedRow[] = [];
  readonly #warnings: RowDefect[] = [];
  readonly #statements: NewStatement[] = [];
  #position = 0;

  constructor(lines: readonly number[]) {
    this.#lines = lines;
  }

  take(statement: XmlNode): void {
    const about = aboutStatement(statement);
    const entries = nodesAt(statement, 'Ntry');
    const accepted: AcceptedRow<BankEntry>[] = [];
    for (const entry of entries) {
      const line = this.#lines[this.#position] ?? this.#position + 1;
      this.#position += 1;
      const read = readCamtEntry(entry, { line, account: about.account, currency: about.currency, day: about.day });
      if ('row' in read) accepted.push(read);
      else this.#refused.push(read);
    }
    this.#accepted.push(...accepted);
    this.#statements.push(about.statement);
    this.#warnings.push(...checkStatement(statement, accepted, entries.length));
  }

  file(more: readonly RowDefect[]): BankFile {
    return {
      accepted: this.#accepted,
      refused: this.#refused,
      fileDefects: [],
      fileWarnings: [...this.#warnings, ...this.#elsewhere(), ...more],
      statements: this.#statements,
    };
  }

  /** In an intraday report beside the statement, in the supplementary data, in a statement within a statement. */
  #elsewhere(): RowDefect[] {
    const elsewhere = this.#lines.length - this.#position;
    if (elsewhere === 0) return [];
    const reason = `Entries that stand in no statement or notification of the file are not read: ${String(elsewhere)}.`;
    return [fileWarning('Ntry', 'entriesElsewhere', reason)];
  }
}

function aboutStatement(statement: XmlNode) {
  const account = nodeAt(statement, 'Acct');
  const number = accountKey(textAt(account, 'Id', 'Othr', 'Id') || textAt(account, 'Id', 'IBAN'));
  const from = dayOfMoment(textAt(statement, 'FrToDt', 'FrDtTm') || textAt(statement, 'FrToDt', 'FrDt'));
  const to = dayOfMoment(textAt(statement, 'FrToDt', 'ToDtTm') || textAt(statement, 'FrToDt', 'ToDt'));
  const day = dayAt(balanceOf(statement, 'CLBD'), 'Dt') || (from === to ? from : '');
  const sequence = Number(textAt(statement, 'ElctrncSeqNb') || textAt(statement, 'LglSeqNb'));
  return {
    account: number,
    currency: textAt(account, 'Ccy'),
    day: isDate(day) ? day : '',
    statement: {
      account: number,
      sequence: Number.isSafeInteger(sequence) && sequence > 0 && sequence < 1e9 ? sequence : undefined,
      fromOn: isDate(from) ? from : undefined,
      toOn: isDate(to) ? to : isDate(day) ? day : undefined,
      openingFen: balanceFen(statement, 'OPBD') ?? balanceFen(statement, 'PRCD'),
      closingFen: balanceFen(statement, 'CLBD'),
    },
  };
}

/** What else it is, in the words of whoever has to get the right file. */
function otherMessage(xml: XmlNode): FileDefect {
  const has = (root: string): boolean => findAll(xml, root).length > 0;
  if (has(INTRADAY) || has(INTRADAY + FIRST_VERSION)) {
    const reason =
      'This is camt.052, an intraday report: what it holds is not booked yet. Send the statement, camt.053.';
    return { code: 'intraday', reason };
  }
  if (MESSAGES.some(({ root }) => has(root + FIRST_VERSION))) {
    const reason = 'This is version 1 of the message, which is not read here; ask the bank for version 2 or newer.';
    return { code: 'unsupportedMessage', reason };
  }
  const reason = 'This is no bank statement: neither camt.053 (BkToCstmrStmt) nor camt.054 (BkToCstmrDbtCdtNtfctn).';
  return { code: 'unsupportedMessage', reason };
}

function checkVersion(text: string): RowDefect[] {
  const version = /camt\.05[34]\.001\.(\d\d)/.exec(text)?.[1];
  if (version === undefined || (Number(version) >= 2 && Number(version) <= NEWEST_VERSION)) return [];
  const reason = `Version ${version} of the message is not known here; look whether everything was read.`;
  return [fileWarning('Document', 'versionUnknown', reason)];
}

/** Whatever stands around it: an envelope with AppHdr, SOAP, nothing at all. */
function findAll(node: unknown, name: string): XmlNode[] {
  if (Array.isArray(node)) return node.flatMap((one) => findAll(one, name));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key !== name) return findAll(value, name);
    // `<BkToCstmrStmt/>` is there, and empty.
    return (Array.isArray(value) ? value : [value]).map((one) =>
      typeof one === 'object' && one !== null ? (one as XmlNode) : {},
    );
  });
}

/** The physical line of each entry, in the order of the document. */
function entryLines(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let counted = 0;
  for (const { index } of text.matchAll(/<(?:[\w.-]+:)?Ntry[\s>]/g)) {
    for (; counted < index; counted++) if (text.charCodeAt(counted) === 10) line += 1;
    lines.push(line);
  }
  return lines;
}
