/** Files out: asked for, made in the background, fetched by whoever asked as long as he may. */
import { pipeline } from 'node:stream/promises';
import { Readable, type Writable } from 'node:stream';
import { Router } from 'express';
import { createExport, listExports, readExport, type ExportFilter } from '../../db/exported/exports.ts';
import { fileParts, recordsIn } from '../../db/exported/parts.ts';
import { recordTakenAway } from '../../db/office/looked-at.ts';
import { Refusal, refuseDefects, type Defect } from '../../domain/errors.ts';
import { EXPORTED, type ExportFormat, type ExportWhat } from '../../domain/exported.ts';
import { isDate } from '../../domain/time/shanghai-day.ts';
import type { Ask } from '../../exports/sources.ts';
import { requireAction } from '../door/permissions.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import { periodDefects } from '../handling/figure-question.ts';
import type { Handler, Locals } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'exports'> & { readonly ask: Ask };

export const exportsRoutes = (deps: Dependencies): Router =>
  Router()
    .post('/exports', create(deps))
    .get('/exports', list(deps))
    .get('/exports/:id', read(deps))
    .get('/exports/:id/file', file(deps));

const create =
  (deps: Dependencies): Handler<'createExport'> =>
  async (req, res) => {
    const { me } = res.locals;
    const { what, format, filter = {} } = req.body;
    requireAction(res.locals, EXPORTED[what].action);
    await refuseOddFilter(deps, me, what, filter);
    const asked = { officeId: me.officeId, byStaffId: me.id, what, format, filter };
    const created = await createExport(deps.db, deps.keyring, asked);
    deps.exports?.wake();
    res.status(202).location(`/exports/${created.id}`).json(asReply(created));
  };

/** Of a list the list itself says what is wrong: it is asked for one item. */
async function refuseOddFilter(
  { db, ask }: Dependencies,
  me: Locals['me'],
  what: ExportWhat,
  filter: ExportFilter,
): Promise<void> {
  const { form } = EXPORTED[what];
  if (form === 'rows') return refuseDefects(spanDefects(filter));
  const ours = ['cursor', 'limit', 'format'].filter((name) => name in filter);
  refuseDefects(ours.map((name) => unknown(name)));
  try {
    await ask(db, me, what, filter);
  } catch (error) {
    if (!(error instanceof Refusal) || error.defects.length === 0) throw error;
    const defects = error.defects.map((defect) => ({ ...defect, field: `filter.${defect.field}` }));
    throw new Refusal('invalid', 'The request has defects; nothing was stored.', { defects });
  }
}

function spanDefects(filter: ExportFilter): Defect[] {
  const { from, to, ...others } = filter;
  const days = { from, to };
  const odd = Object.entries(days).flatMap(([name, day]) =>
    day === undefined || isDate(day)
      ? []
      : [{ field: `filter.${name}`, code: 'form', message: 'Days are written YYYY-MM-DD.' }],
  );
  const turned = odd.length > 0 ? [] : periodDefects(days).map((one) => ({ ...one, field: `filter.${one.field}` }));
  return [...Object.keys(others).map((name) => unknown(name)), ...odd, ...turned];
}

const unknown = (name: string): Defect => ({
  field: `filter.${name}`.slice(0, 100),
  code: 'unknownParameter',
  message: 'The contract does not know this parameter; leave it out.',
});

const list =
  ({ db, keyring }: Dependencies): Handler<'listExports'> =>
  async (req, res) => {
    const items = await listExports(db, keyring, res.locals.me.id, req.query.limit ?? 50);
    res.json({ items: items.map(asReply) });
  };

const read =
  (deps: Dependencies): Handler<'readExport'> =>
  async (req, res) => {
    res.json(asReply(await requireExport(deps, res.locals.me, req.params.id)));
  };

const file =
  (deps: Dependencies): Handler<'readExportFile'> =>
  async (req, res) => {
    const { me } = res.locals;
    const found = await requireExport(deps, me, req.params.id);
    requireAction(res.locals, EXPORTED[found.what].action);
    if (found.state !== 'done') throw new Refusal('not-found', 'There is no such file: not yet, or not any more.');
    await recordTakenAway(deps.db, {
      officeId: me.officeId,
      staffId: me.id,
      what: found.what,
      rows: found.rows,
      transferIds: await recordsIn(deps.db, found.id),
    });
    res.attachment(fileNameOf(found)).set({
      'Content-Type': TYPES[found.format],
      'Content-Length': String(found.bytes),
      'Cache-Control': 'no-store',
    });
    await sendTo(res, Readable.from(fileParts(deps.db, deps.keyring, found.id)));
  };

/** Whoever breaks it off has seen what he wanted, or asks again. */
async function sendTo(res: Writable, file: Readable): Promise<void> {
  try {
    await pipeline(file, res);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

const TYPES: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csvUtf8: 'text/csv; charset=utf-8',
  csvGb18030: 'text/csv; charset=gb18030',
};

type Found = NonNullable<Awaited<ReturnType<typeof readExport>>>;

const fileNameOf = ({ what, format, askedOn }: Found): string =>
  `${EXPORTED[what].title}-${askedOn}.${format === 'xlsx' ? 'xlsx' : 'csv'}`;

function asReply(found: Found) {
  const { askedOn: _, ...reply } = found;
  return { ...reply, fileName: fileNameOf(found) };
}

/** Nobody learns of another’s: it is as if it were not there. */
async function requireExport({ db, keyring }: Dependencies, me: Locals['me'], id: string): Promise<Found> {
  const found = await readExport(db, keyring, me.id, id);
  if (!found) throw new Refusal('not-found', 'There is no such export.');
  return found;
}
