/** Files that were handed in, and their refused lines put right: each office of a test begins with none put right. */
import type { components } from '../../api/contract.generated.ts';
import * as office from './mock-office.ts';

type Schemas = components['schemas'];

const IMPORT_ID = '0a51b3c5-0000-4000-8000-000000000001';
/** Not in the list: it is reached by its address. Three of its lines were refused. */
export const SEVERAL_ID = '0a51b3c5-0000-4000-8000-000000000005';
const SETTLED_ID = '0a51b3c5-0000-4000-8000-000000000007';
const CORRECTING_ID = '0a51b3c5-0000-4000-8000-000000000003';

const ID = '公民身份号码';
const NAME = '姓名';
const DAY = '受理日期';

export const IMPORT: Schemas['Import'] = {
  id: IMPORT_ID,
  kind: 'ledgerIn',
  state: 'done',
  failure: '',
  linesTotal: 2,
  linesDone: 2,
  accepted: 1,
  refused: 1,
  unchanged: 0,
  changed: 0,
  warnings: [{ field: '', code: 'rowsAboveHeader', message: 'The header stands in row 2.' }],
  heldRows: 0,
  heldFen: 0,
  corrects: null,
  createdAt: '2026-06-08T02:00:00Z',
  finishedAt: '2026-06-08T02:00:09Z',
};
const SEVERAL: Schemas['Import'] = { ...IMPORT, id: SEVERAL_ID, linesTotal: 4, linesDone: 4, refused: 3, warnings: [] };

const LINE = {
  line: 4,
  result: 'accepted',
  transferId: office.TRANSFER_ID,
  serial: null,
  verdict: null,
  cases: [],
  amountFen: null,
  warnings: [{ field: DAY, code: 'dateWritten', message: 'Written in another way, read as 2026-05-11.' }],
};

type Cells = Readonly<Record<string, string>>;
const SPOILT: Cells = { [NAME]: '样例甲', [ID]: '1.10102E+17', [DAY]: '2026-05-11' };
const REFUSED_LINES: Readonly<Record<string, ReadonlyMap<number, Cells>>> = {
  [IMPORT_ID]: new Map([[3, SPOILT]]),
  [SEVERAL_ID]: new Map([
    [3, SPOILT],
    [5, { [NAME]: '', [ID]: '110102199912310357', [DAY]: '2026-05-12' }],
    [7, { [NAME]: '样例丙', [ID]: '', [DAY]: '2026-05-13' }],
  ]),
};

/** What is wrong with a line as it came. */
function firstDefects(line: number, cells: Cells): Schemas['ImportRefusal'][] {
  const said = (field: string, code: string, reason: string) => ({ line, field, code, reason });
  if (cells[ID]?.includes('E+')) return [said(ID, 'scientific', 'Its digits are gone.')];
  return [ID, NAME].flatMap((field) => (cells[field] === '' ? [said(field, 'missing', 'It is missing.')] : []));
}

/** With a number of eighteen characters and a name it goes in. */
const isGood = (cells: Cells): boolean => cells[ID]?.length === 18 && cells[NAME] !== '';

interface SentRow {
  readonly line: number;
  readonly cells: readonly { readonly column: string; readonly value: string }[];
}
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly signedIn: boolean;
}
interface Answer {
  readonly status?: number;
  readonly body: unknown;
}

interface Corrected {
  readonly of: string;
  readonly line: number;
  readonly importLine: number;
  readonly cells: Cells;
}

const correctionOf = ({ line, importLine, cells }: Corrected, importId: string): Schemas['ImportCorrection'] => ({
  line,
  importLine,
  importId,
  state: 'done',
  at: '2026-06-08T02:01:00Z',
  by: office.LETTER_CLERK,
  result: isGood(cells) ? 'accepted' : 'refused',
  held: false,
});

/** Undefined: it was asked for something else. */
export function mockImports(): (asked: Asked) => Answer | undefined {
  let corrected: Corrected[] = [];
  /** Of the files before the one that corrects now. */
  const settled: Corrected[] = [];
  const goneIn = () => corrected.filter(({ cells }) => isGood(cells));

  const correct = (of: string, rows: readonly SentRow[]): Answer => {
    settled.push(...goneIn());
    corrected = rows.map(({ line, cells }, at) => {
      const typed = Object.fromEntries(cells.map(({ column, value }) => [column, value]));
      return { of, line, importLine: at + 2, cells: { ...REFUSED_LINES[of]?.get(line), ...typed } };
    });
    return { status: 202, body: { ...correcting(of), state: 'waiting' } };
  };
  const correcting = (of: string) => ({
    ...IMPORT,
    id: CORRECTING_ID,
    corrects: of,
    linesTotal: corrected.length,
    linesDone: corrected.length,
    accepted: goneIn().length,
    refused: corrected.length - goneIn().length,
  });
  const correctionsOf = (id: string): Schemas['ImportCorrection'][] => [
    ...settled.filter(({ of }) => of === id).map((one) => correctionOf(one, SETTLED_ID)),
    ...corrected.filter(({ of }) => of === id).map((one) => correctionOf(one, CORRECTING_ID)),
  ];

  return ({ method, path, query, body, signedIn }) => {
    if (!signedIn) return undefined;
    if (path === '/imports' && method === 'GET') return { body: { items: [IMPORT] } };
    const [, id = '', part = '', line] = /^\/imports\/([^/]+)(?:\/(\w+))?(?:\/(\d+))?$/.exec(path) ?? [];
    if (id === CORRECTING_ID) {
      if (part === '') return { body: correcting(corrected[0]?.of ?? IMPORT_ID) };
      const again = corrected.filter(({ cells }) => !isGood(cells));
      const missing = (at: number) =>
        [ID, NAME].map((field) => ({ line: at, field, code: 'missing', reason: 'It is missing.' }));
      return { body: { items: again.flatMap(({ importLine }) => missing(importLine)) } };
    }
    const lines = REFUSED_LINES[id];
    if (!lines) return undefined;
    if (part === '') return { body: id === SEVERAL_ID ? SEVERAL : IMPORT };
    if (part === 'refusals') return { body: { items: [...lines].flatMap((one) => firstDefects(...one)) } };
    if (part === 'corrections' && method === 'POST') return correct(id, (JSON.parse(body) as { rows: SentRow[] }).rows);
    if (part === 'corrections') return { body: { items: correctionsOf(id) } };
    const cells = lines.get(Number(line));
    if (cells) {
      const named = Object.entries(cells).map(([column, value]) => ({ column, value }));
      return { body: { line: Number(line), result: 'refused', cells: named } };
    }
    if (part !== 'lines' || id === SEVERAL_ID) return { body: { items: [], next: null } };
    return {
      body:
        query.get('after') === '1000'
          ? { items: [{ ...LINE, line: 1004 }], next: null }
          : { items: [LINE], next: 1000 },
    };
  };
}
