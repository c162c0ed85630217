/** What a file is made of: its columns, and its rows in portions, each with whose records are in it. */
import type { Db, Tx } from '../db/connection/connection.ts';
import type { Keyring } from '../db/connection/sealing.ts';
import type { WaitingExport } from '../db/exported/exports.ts';
import { ledgerInPages } from '../db/exported/ledger-in.ts';
import { ledgerOutPages } from '../db/exported/ledger-out.ts';
import { countLedger } from '../db/exported/ledger-pages.ts';
import { readPublicCounts } from '../db/exported/statistics.ts';
import { EXPORTED, type ExportWhat } from '../domain/exported.ts';
import type { Role } from '../domain/roles.ts';
import { KEPT_SHEET, keptSheetRows } from './columns/kept-sheet.ts';
import { listColumns } from './columns/lists.ts';
import { rowOf } from './columns/place.ts';
import { REPORT, reportRows } from './columns/report.ts';
import type { Column, Row } from './files/table-file.ts';
import { LEDGER_IN, ledgerInRow } from './ledgers/ledger-in.ts';
import { LEDGER_OUT, ledgerOutRow } from './ledgers/ledger-out.ts';
import { STATISTICS, statisticsRow } from './ledgers/statistics.ts';

export interface Asker {
  readonly id: string;
  readonly officeId: string;
  readonly roles: readonly Role[];
}

/** What an operation answers, and whose records that opens. */
export interface Answered {
  readonly body: unknown;
  readonly transferIds: readonly string[];
}

/**
 * Puts the question of a list or report to the API for somebody, on a connection of the caller's; the same checks, rights and filters as
 * over the wire. @throws Refusal
 */
export type Ask = (
  db: Db,
  asker: Asker,
  operation: ExportWhat,
  parameters: Readonly<Record<string, string>>,
) => Promise<Answered>;

interface Portion {
  readonly rows: readonly Row[];
  readonly transferIds: readonly string[];
}

export interface Source {
  readonly columns: readonly Column[];
  /** Absent: nobody knows before the end. */
  readonly total?: number;
  readonly portions: AsyncIterable<Portion>;
}

export interface SourceDependencies {
  readonly tx: Tx;
  readonly keyring: Keyring;
  readonly ask: Ask;
}

type Asked = Pick<WaitingExport, 'what' | 'filter' | 'officeId'>;

export async function openSource(deps: SourceDependencies, asker: Asker, asked: Asked): Promise<Source> {
  const { form } = EXPORTED[asked.what];
  if (form === 'list') return listSource(deps, asker, asked);
  return form === 'rows' ? rowsSource(deps, asked) : figuresSource(deps, asker, asked, FIGURES[form]);
}

/** As many as a page of the API may have. */
const PAGE = '200';

function listSource({ tx, ask }: SourceDependencies, asker: Asker, { what, filter }: Asked): Source {
  const columns = listColumns(what);
  if (!columns) throw new Error(`no columns for ${what}`);
  async function* portions(): AsyncIterable<Portion> {
    let cursor: string | null | undefined;
    do {
      const { body, transferIds } = await ask(tx, asker, what, { ...filter, ...pageOf(what, cursor) });
      const { items, next } = body as { readonly items: readonly unknown[]; readonly next?: string | null };
      yield { rows: items.map((item) => rowOf(columns!, item)), transferIds };
      cursor = next;
    } while (cursor);
  }
  return { columns, portions: portions() };
}

/** Short lists come whole, and their operations know no pages. */
const WHOLE: ReadonlySet<ExportWhat> = new Set(['listCounterparts', 'listStaff']);

const pageOf = (what: ExportWhat, cursor: string | null | undefined): Record<string, string> => {
  if (WHOLE.has(what)) return {};
  return cursor ? { limit: PAGE, cursor } : { limit: PAGE };
};

interface Figures {
  readonly columns: readonly Column[];
  readonly rowsOf: (body: unknown) => Row[];
}

/** What one answer makes a whole file of. */
const FIGURES: Readonly<Record<'report' | 'sheet', Figures>> = {
  report: { columns: REPORT, rowsOf: reportRows },
  sheet: { columns: KEPT_SHEET, rowsOf: keptSheetRows },
};

function figuresSource(
  { tx, ask }: SourceDependencies,
  asker: Asker,
  { what, filter }: Asked,
  { columns, rowsOf }: Figures,
): Source {
  async function* portions(): AsyncIterable<Portion> {
    const { body, transferIds } = await ask(tx, asker, what, filter);
    yield { rows: rowsOf(body), transferIds };
  }
  return { columns, portions: portions() };
}

async function rowsSource({ tx, keyring }: SourceDependencies, { what, filter, officeId }: Asked): Promise<Source> {
  const span = { officeId, from: filter['from'], to: filter['to'] };
  if (what === 'publicStatistics') {
    const counts = await readPublicCounts(tx, span);
    return {
      columns: STATISTICS,
      total: counts.length,
      portions: once({ rows: counts.map(statisticsRow), transferIds: [] }),
    };
  }
  const isIn = what === 'ledgerIn';
  const total = await countLedger(tx, isIn ? 'in' : 'out', span);
  return isIn
    ? { columns: LEDGER_IN, total, portions: portionsOf(ledgerInPages(tx, keyring, span), ledgerInRow) }
    : { columns: LEDGER_OUT, total, portions: portionsOf(ledgerOutPages(tx, keyring, span), ledgerOutRow) };
}

async function* once(portion: Portion): AsyncIterable<Portion> {
  yield await Promise.resolve(portion);
}

async function* portionsOf<Facts extends { readonly transferId: string }>(
  pages: AsyncIterable<Facts[]>,
  asRow: (facts: Facts) => Row,
): AsyncIterable<Portion> {
  for await (const page of pages)
    yield { rows: page.map(asRow), transferIds: page.map(({ transferId }) => transferId) };
}
