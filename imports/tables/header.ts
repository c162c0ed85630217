/** The header of a table, found by its words: a title may stand above it, and people write its words in their own way. */
import { headerWord } from '../../domain/money/bank-layout.ts';
import { fileWarning, type FileDefect, type RowDefect } from './row-files.ts';

export interface TableColumns {
  readonly required: readonly string[];
  /** Known, and read or kept when there. */
  readonly optional?: readonly string[];
  /** Other words that stand for one of them, by that column: what a program that is not ours calls it. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
}

export interface HeaderRow {
  readonly line: number;
  readonly values: readonly string[];
}

export interface Header {
  readonly line: number;
  /** One for each column; known ones by our own word, whatever the file writes. Empty: a column without a name. */
  readonly names: readonly string[];
  /** What `required` and `optional` ask for and is there. */
  readonly known: readonly string[];
}

/** A title, the office and the month stand above the header; nobody writes a page there. */
export const MOST_ROWS_ABOVE = 40;
const DIGITS = '零一二三四五六七八九';

/** `*姓名`, `第１次联系函日期`, `第一次 EMS单号`, `应到金额（元）：` */
const wordOf = (written: string): string =>
  headerWord(written.replace(/\p{Cf}/gu, '').replace(/[:：]\s*$/, '')).replace(
    /第([一二三四五六七八九])次/g,
    (_, digit: string) => `第${String(DIGITS.indexOf(digit))}次`,
  );

/** The row with most of the required words; of two alike the first. */
export function findHeader(given: readonly HeaderRow[], columns: TableColumns): Header | FileDefect {
  const rows = inOurWords(given, columns);
  const [first] = rows;
  if (!first) return { code: 'emptyFile', reason: 'The file has no row.' };
  const required = new Set(columns.required.map(wordOf));
  const scored = rows.map((row) => ({ row, score: scoreOf(row, required) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return defectOf(best.row, columns, best.score) ?? named(best.row, columns);
}

function inOurWords(rows: readonly HeaderRow[], { aliases }: TableColumns): readonly HeaderRow[] {
  if (!aliases) return rows;
  const ours = new Map(Object.entries(aliases).flatMap(([name, words]) => words.map((word) => [wordOf(word), name])));
  return rows.map(({ line, values }) => ({ line, values: values.map((value) => ours.get(wordOf(value)) ?? value) }));
}

const scoreOf = ({ values }: HeaderRow, required: ReadonlySet<string>): number =>
  new Set(values.map(wordOf).filter((word) => required.has(word))).size;

/** One sentence, however much is in the way. */
function defectOf({ line, values }: HeaderRow, { required, optional = [] }: TableColumns, found: number) {
  const words = values.map(wordOf);
  const missing = required.filter((name) => !words.includes(wordOf(name)));
  if (missing.length > 0 && found * 2 < required.length) return noHeader(required);
  const twice = [...required, ...optional].filter((name) => words.filter((word) => word === wordOf(name)).length > 1);
  if (missing.length > 0)
    return defect('columnMissing', missing, `The header in row ${String(line)} lacks ${theseColumns(missing)}.`);
  if (twice.length > 0)
    return defect('columnTwice', twice, `The header in row ${String(line)} has ${theseColumns(twice)} twice.`);
  return undefined;
}

const theseColumns = ({ length }: readonly string[]): string => (length === 1 ? 'this column' : 'these columns');

const defect = (code: FileDefect['code'], columns: readonly string[], reason: string): FileDefect => ({
  code,
  field: columns.join(', '),
  reason,
});

function noHeader(required: readonly string[]): FileDefect {
  const reason = `None of the first ${String(MOST_ROWS_ABOVE)} rows is the header, which has the columns ${required.join(', ')}.`;
  return { code: 'columnMissing', reason };
}

function named({ line, values }: HeaderRow, { required, optional = [] }: TableColumns): Header {
  const byWord = new Map([...required, ...optional].map((name) => [wordOf(name), name]));
  const times = new Map<string, number>();
  const names = values.map((written) => {
    const name = byWord.get(wordOf(written)) ?? written.trim();
    if (name === '') return '';
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    // Two columns of one name that nobody reads: both are kept.
    return time === 1 ? name : `${name} (${String(time)})`;
  });
  return { line, names, known: [...byWord.values()].filter((name) => names.includes(name)) };
}

export function headerWarnings(header: Header): RowDefect[] {
  if (header.line === 1) return unknownColumns(header);
  const reason = `The header stands in row ${String(header.line)}; what is above it is not read.`;
  return [fileWarning('', 'rowsAboveHeader', reason), ...unknownColumns(header)];
}

export function unknownColumns({ names, known }: Header): RowDefect[] {
  const unknown = names.filter((name) => name !== '' && !known.includes(name));
  return unknown.map((field) => fileWarning(field, 'columnUnknown', 'Unknown column; kept, not read.'));
}
