/** ISO 20022 camt.053 (statement) and camt.054 (notification): one booked entry is one row, as in the bank's CSV. */
import { parseYuan } from '../../domain/money/money.ts';
import type { BankEntry } from './entry.ts';
import { readCamtEntry } from './camt-entry.ts';
import { unreadable, type AcceptedRow, type ReadFile, type RefusedRow, type RowDefect } from '../rows/row-files.ts';
import { nodeAt, nodesAt, parseXml, textAt, type XmlNode } from '../rows/xml.ts';

const REPEATED = new Set(['Stmt', 'Ntfctn', 'Ntry', 'NtryDtls', 'TxDtls', 'Ustrd', 'Bal']);
const MESSAGES = [
  { root: 'BkToCstmrStmt', parts: 'Stmt' },
  { root: 'BkToCstmrDbtCdtNtfctn', parts: 'Ntfctn' },
] as const;

export function readCamt(text: string): ReadFile<BankEntry> {
  const xml = parseXml(text, REPEATED);
  if ('code' in xml && 'reason' in xml) return unreadable(xml as Parameters<typeof unreadable>[0]);
  const document = nodeAt(xml, 'Document');
  const message = MESSAGES.find(({ root }) => nodeAt(document, root) !== undefined);
  if (!message) return unreadable({ code: 'unsupportedMessage', reason: 'Neither camt.053 nor camt.054.' });
  const lines = entryLines(text);
  const accepted: AcceptedRow<BankEntry>[] = [];
  const refused: RefusedRow[] = [];
  const fileWarnings: RowDefect[] = [];
  let position = 0;
  for (const part of nodesAt(nodeAt(document, message.root), message.parts)) {
    const before = { accepted: accepted.length, refused: refused.length };
    for (const entry of nodesAt(part, 'Ntry')) {
      const read = readCamtEntry(entry, lines[position] ?? position + 1);
      if ('accepted' in read) accepted.push(read.accepted);
      else refused.push(read.refused);
      position += 1;
    }
    if (refused.length === before.refused) fileWarnings.push(...checkBalances(part, accepted.slice(before.accepted)));
  }
  return { accepted, refused, fileDefects: [], fileWarnings };
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

/** Opening balance and entries must give the closing balance; a notification has none. */
function checkBalances(part: XmlNode, entries: readonly AcceptedRow<BankEntry>[]): RowDefect[] {
  const opening = balanceFen(part, 'OPBD') ?? balanceFen(part, 'PRCD');
  const closing = balanceFen(part, 'CLBD');
  if (opening === undefined || closing === undefined) return [];
  const moved = entries.reduce(
    (sum, { row }) => sum + (row.direction === 'credit' ? row.amountFen : -row.amountFen),
    0,
  );
  if (opening + moved === closing) return [];
  const reason = 'The entries do not lead from the opening to the closing balance; some may be missing.';
  return [{ line: 1, field: 'Bal', code: 'balanceDiffers', reason }];
}

function balanceFen(part: XmlNode, code: string): number | undefined {
  const balance = nodesAt(part, 'Bal').find((node) => textAt(node, 'Tp', 'CdOrPrtry', 'Cd') === code);
  const fen = parseYuan(textAt(balance, 'Amt'));
  if (fen === undefined) return undefined;
  return textAt(balance, 'CdtDbtInd') === 'DBIT' ? -fen : fen;
}
