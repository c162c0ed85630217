/** Words of papers as the office has them. */
import { Router } from 'express';
import { readOfficeHead } from '../../db/documents/head.ts';
import { listWords, putWords, type WordsVersion } from '../../db/documents/templates.ts';
import { readNow } from '../../db/office/clock.ts';
import { kindOf } from '../../documents/kinds/index.ts';
import { DOCUMENT_KINDS, type DocumentKindName } from '../../domain/documents/kinds.ts';
import { fieldWords } from '../../domain/documents/words.ts';
import { refuseDefects } from '../../domain/errors.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler, ReplyOf } from '../handling/handler.ts';
import { drawSample } from '../handling/draw-sample.ts';
import { sendPdf } from '../handling/send-pdf.ts';
import { defectsInWords } from '../handling/words-defects.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'renderer'>;

export const documentTemplatesRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/document-templates', list(deps))
    .put('/document-templates', put(deps))
    .post('/document-templates/preview', preview(deps));

async function templatesOf({ db }: Dependencies, officeId: string): Promise<ReplyOf<'listDocumentTemplates'>> {
  const versions = await listWords(db, officeId);
  return {
    items: DOCUMENT_KINDS.map((kind) =>
      templateOf(
        kind,
        versions.filter((one) => one.kind === kind),
      ),
    ),
  };
}

function templateOf(name: DocumentKindName, versions: readonly WordsVersion[]) {
  const kind = kindOf(name);
  const words = fieldWords(kind);
  const now = versions.find(({ begun }) => begun);
  return {
    kind: name,
    title: kind.title,
    fields: Object.values(words),
    standard: { ...kind.words },
    needed: Object.fromEntries(
      Object.entries(kind.needed).map(([block, fields]) => [
        block,
        (fields ?? []).map((field) => words[field] ?? field),
      ]),
    ),
    now: now ? asVersion(now) : null,
    ahead: versions
      .filter(({ begun }) => !begun)
      .reverse()
      .map(asVersion),
  };
}

const asVersion = ({ words, fromDay, changedBy, changedAt }: WordsVersion) => ({
  words: { ...words },
  fromDay,
  changedBy,
  changedAt,
});

const list =
  (deps: Dependencies): Handler<'listDocumentTemplates'> =>
  async (_req, res) => {
    res.json(await templatesOf(deps, res.locals.me.officeId));
  };

const put =
  (deps: Dependencies): Handler<'putDocumentTemplate'> =>
  async (req, res) => {
    const { officeId, id: byStaffId } = res.locals.me;
    const { kind, words, fromDay } = req.body;
    const past = { field: 'fromDay', code: 'past', message: 'What was printed cannot be worded anew.' };
    const early = fromDay < (await readNow(deps.db)).today ? [past] : [];
    refuseDefects([...defectsInWords(kind, words), ...early]);
    await deps.db.transaction().execute((tx) => putWords(tx, { kind, words, fromDay }, { officeId, byStaffId }));
    res.json(await templatesOf(deps, officeId));
  };

const preview =
  (deps: Dependencies): Handler<'previewDocumentTemplate'> =>
  async (req, res) => {
    const { kind: name, words } = req.body;
    refuseDefects(defectsInWords(name, words));
    const office = await readOfficeHead(deps.db, res.locals.me.officeId);
    const { bytes } = await drawSample(deps, { kind: name, words, office });
    sendPdf(res, bytes, `preview-${name}`);
  };
