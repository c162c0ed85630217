/** Files in: taken at once, worked off in the background, line by line to be read. */
import { Router } from 'express';
import { listImportLines, listRefusals } from '../../db/imported/lines.ts';
import { createImport, listImports, readImport, type ImportKind } from '../../db/imported/files.ts';
import { Refusal } from '../../domain/errors.ts';
import { refusalsCsv } from '../../imports/refusals-csv.ts';
import { uploadDefect } from '../../imports/upload-defect.ts';
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
    await refuseUnreadable(kind, file);
    const created = await createImport(db, keyring, { officeId: me.officeId, kind, file, byStaffId: me.id });
    imports?.wake();
    res.status(202).location(`/imports/${created.id}`).json(created);
  };

async function refuseUnreadable(kind: ImportKind, file: Buffer): Promise<void> {
  const defect = await uploadDefect(kind, file);
  if (!defect) return;
  throw new Refusal('unsupported-file', 'The file cannot be read; nothing was stored.', {
    defects: [{ field: 'file', code: defect.code, message: defect.reason }],
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
