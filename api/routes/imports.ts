/** Files in: taken at once, worked off in the background, line by line to be read. */
import { Router } from 'express';
import { listImportLines, listRefusals } from '../../db/imported/lines.ts';
import { createImport, listImports, readImport, type ImportKind } from '../../db/imported/files.ts';
import { Refusal } from '../../domain/errors.ts';
import { mayBeStatement } from '../../imports/bank-statement/read.ts';
import { readText } from '../../imports/rows/read-text.ts';
import { refusalsCsv } from '../../imports/refusals-csv.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';
import { uploadedFile } from '../handling/uploaded-file.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'> & {
  /** Wakes the runner of this process. */
  readonly imports?: { wake(): void };
};

export const importsRoutes = (deps: Dependencies): Router =>
  Router()
    .post('/imports', create(deps))
    .get('/imports', list(deps))
    .get('/imports/:id', read(deps))
    .get('/imports/:id/lines', lines(deps))
    .get('/imports/:id/refusals', refusals(deps));

const create =
  ({ db, keyring, imports }: Dependencies): Handler<'importFile'> =>
  async (req, res) => {
    const { me } = res.locals;
    const { kind } = req.body as unknown as { kind: ImportKind };
    const file = uploadedFile(req);
    refuseNoText(kind, file);
    const created = await createImport(db, keyring, { officeId: me.officeId, kind, file, byStaffId: me.id });
    imports?.wake();
    res.status(202).location(`/imports/${created.id}`).json(created);
  };

/** What is no text at all is refused at once; everything else is told line by line. */
function refuseNoText(kind: ImportKind, file: Buffer): void {
  if (kind === 'bankStatement' && mayBeStatement(file)) return;
  const text = readText(file);
  if (!('code' in text)) return;
  throw new Refusal('unsupported-file', 'The file cannot be read; nothing was stored.', {
    defects: [{ field: 'file', code: text.code, message: text.reason }],
  });
}

const list =
  ({ db }: Dependencies): Handler<'listImports'> =>
  async (req, res) => {
    res.json({ items: await listImports(db, res.locals.me.officeId, req.query.limit ?? 50) });
  };

const read =
  (deps: Dependencies): Handler<'readImport'> =>
  async (req, res) => {
    res.json(await requireImport(deps, res.locals.me.officeId, req.params.id));
  };

const lines =
  (deps: Dependencies): Handler<'listImportLines'> =>
  async (req, res) => {
    await requireImport(deps, res.locals.me.officeId, req.params.id);
    const { after = 0, limit = 1000 } = req.query;
    res.json(await listImportLines(deps.db, req.params.id, { after, limit }));
  };

const refusals =
  (deps: Dependencies): Handler<'listImportRefusals'> =>
  async (req, res) => {
    await requireImport(deps, res.locals.me.officeId, req.params.id);
    const items = await listRefusals(deps.db, req.params.id);
    const asCsv = req.query.format === 'csv' || req.accepts(['application/json', 'text/csv']) === 'text/csv';
    if (!asCsv) return void res.json({ items });
    res
      .attachment(`refusals-${req.params.id}.csv`)
      .type('text/csv')
      .send(refusalsCsv(items) as never);
  };

async function requireImport({ db }: Dependencies, officeId: string, id: string) {
  const found = await readImport(db, officeId, id);
  if (!found) throw new Refusal('not-found', 'There is no such import.');
  return found;
}
