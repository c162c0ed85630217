/** Refused lines of a file, as they came, and put right. */
import { Router } from 'express';
import {
  createCorrections,
  isCorrectable,
  isSettled,
  listCorrections,
  readRawLines,
  type RawLine,
} from '../../db/imported/corrections.ts';
import { readImport } from '../../db/imported/files.ts';
import type { Db } from '../../db/connection/connection.ts';
import { Refusal, refuseDefects, type Defect } from '../../domain/errors.ts';
import { correctedFile, namedColumns } from '../../imports/corrected-file.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { BodyOf, Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'imports'>;
type Row = BodyOf<'correctImportLines'>['rows'][number];

export const importCorrectionsRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/imports/:id/lines/:line', read(deps))
    .get('/imports/:id/corrections', list(deps))
    .post('/imports/:id/corrections', correct(deps));

const read =
  ({ db, keyring }: Dependencies): Handler<'readImportLine'> =>
  async (req, res) => {
    const { id } = req.params;
    await requireImport(db, res.locals.me.officeId, id);
    const line = Number(req.params.line);
    const raw = (await readRawLines(db, keyring, id, [line])).get(line);
    if (!raw) throw new Refusal('not-found', 'The file has no such line.');
    const cells = namedColumns(raw.cells).map((column) => ({ column, value: raw.cells[column]! }));
    res.json({ line, result: raw.verdict, cells });
  };

const list =
  ({ db }: Dependencies): Handler<'listImportCorrections'> =>
  async (req, res) => {
    await requireImport(db, res.locals.me.officeId, req.params.id);
    res.json({ items: await listCorrections(db, req.params.id) });
  };

const correct =
  ({ db, keyring, imports }: Dependencies): Handler<'correctImportLines'> =>
  async (req, res) => {
    const { me } = res.locals;
    const { rows } = req.body;
    const { id, kind } = await requireImport(db, me.officeId, req.params.id);
    if (!isCorrectable(kind)) {
      const message = 'What the bank has told is the bank’s: ask it for a right statement.';
      refuseDefects([{ field: 'rows', code: 'ofTheBank', message }]);
    }
    const raw = await readRawLines(
      db,
      keyring,
      id,
      rows.map(({ line }) => line),
    );
    refuseDefects(rows.flatMap((row, at) => rowDefects(row, at, { rows, raw: raw.get(row.line) })));
    const { file, lines } = correctedFile(
      rows.map(({ line, cells }) => ({
        line,
        cells: { ...raw.get(line)!.cells, ...Object.fromEntries(cells.map(({ column, value }) => [column, value])) },
      })),
    );
    const about = { officeId: me.officeId, kind, file, byStaffId: me.id, correctsImportId: id, lines };
    const created = await createCorrections(db, keyring, about, async (tx) => {
      const settled = (await listCorrections(tx, id)).filter(isSettled).map(({ line }) => line);
      refuseDefects(rows.flatMap(({ line }, at) => (settled.includes(line) ? [corrected(at)] : [])));
    });
    imports?.wake();
    res.status(202).location(`/imports/${created.id}`).json(created);
  };

interface Among {
  readonly rows: readonly Row[];
  /** Undefined: the file has no such line. */
  readonly raw: RawLine | undefined;
}

function rowDefects({ line, cells }: Row, at: number, { rows, raw }: Among): Defect[] {
  const field = `rows.${String(at)}.line`;
  if (raw?.verdict !== 'refused') return [{ field, code: 'notRefused', message: 'This line was not refused.' }];
  if (raw.held) return [{ field, code: 'held', message: 'This line waits for a second person.' }];
  if (rows.findIndex((row) => row.line === line) < at)
    return [{ field, code: 'lineRepeated', message: 'This line stands here twice.' }];
  const columns = new Set(namedColumns(raw.cells));
  return cells.flatMap(({ column }, cellAt) => {
    const message = 'The file has no such column.';
    const name = `rows.${String(at)}.cells.${String(cellAt)}.column`;
    return columns.has(column) ? [] : [{ field: name, code: 'unknown', message }];
  });
}

const corrected = (at: number): Defect => ({
  field: `rows.${String(at)}.line`,
  code: 'correctedAlready',
  message: 'Somebody has put this line right already.',
});

async function requireImport(db: Db, officeId: string, id: string) {
  const found = await readImport(db, officeId, id);
  if (!found) throw new Refusal('not-found', 'There is no such import.');
  return found;
}
