/** Papers of one transfer that leave the office, and the file of any. */
import { Router } from 'express';
import { listDocuments, openDocument } from '../../db/documents/kept.ts';
import { readReadiness } from '../../db/documents/ready.ts';
import { readRefusal } from '../../db/reading/refusals.ts';
import { requireTransfer } from '../../db/reading/transfer-rows.ts';
import { KINDS_OF_ARCHIVE, type DocumentKindName } from '../../domain/documents/kinds.ts';
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import { asProblem } from '../handling/as-problem.ts';
import { certifiedAccountOf } from '../handling/certified-account.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { BodyOf, Handler } from '../handling/handler.ts';
import { previewDocument, printDocument, type PrintAsked } from '../handling/print-document.ts';
import { publicUrlOf } from '../handling/public-url.ts';
import { sendPdf } from '../handling/send-pdf.ts';
import type { SignedIn } from '../handling/signed-in.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'renderer' | 'lookUps' | 'config'>;

export const documentsRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/transfers/:id/documents', list(deps))
    .post('/transfers/:id/documents', make(deps))
    .post('/transfers/:id/documents/preview', preview(deps))
    .post('/refusals/:id/documents', makeOfRefusal(deps))
    .get('/documents/:id/file', file(deps));

const list =
  (deps: Dependencies): Handler<'listDocuments'> =>
  async (req, res) => {
    const { me } = res.locals;
    const { id: transferId } = req.params;
    await requireTransfer(deps.db, me.officeId, transferId);
    const items = await listDocuments(deps.db, me.officeId, transferId);
    const { ready: asked } = req.query;
    if (asked === undefined) return void res.json({ items });
    const publicUrl = publicUrlOf(deps, req);
    const about = { keyring: deps.keyring, officeId: me.officeId, staffId: me.id, transferId, publicUrl };
    const { ready, unready } = await readReadiness(deps.db, about);
    res.json({
      items,
      ready: ready.map(({ kind, asks }) => ({ kind, asks: [...asks] })),
      ...(asked === 'reasons' && { unready: unready.map(({ kind, why }) => ({ kind, why: asProblem(why) })) }),
    });
  };

interface About {
  readonly me: SignedIn;
  readonly publicUrl: string;
  readonly transferId: string;
  readonly body: BodyOf<'makeDocument'>;
}

/** What lies in the archive is printed there, by who may. */
function refuseOthers(kind: DocumentKindName): void {
  if (!KINDS_OF_ARCHIVE.includes(kind)) return;
  refuseDefects([{ field: 'kind', code: 'unknownValue', message: 'This is no paper of a transfer.' }]);
}

const askedOf = ({ keyring }: Dependencies, { me, publicUrl, transferId, body }: About): PrintAsked => ({
  kind: body.kind,
  keyring,
  officeId: me.officeId,
  staffId: me.id,
  transferId,
  subjectId: body.subjectId ?? null,
  input: inputOf(body),
  publicUrl,
});

function inputOf({ input: { account, ...said } = {} }: BodyOf<'makeDocument'>): PrintAsked['input'] {
  return account ? { ...said, account: certifiedAccountOf(account) } : said;
}

const make =
  (deps: Dependencies): Handler<'makeDocument'> =>
  async (req, res) => {
    const { me } = res.locals;
    refuseOthers(req.body.kind);
    await requireTransfer(deps.db, me.officeId, req.params.id);
    const publicUrl = publicUrlOf(deps, req);
    const asked = askedOf(deps, { me, publicUrl, transferId: req.params.id, body: req.body });
    const { document, isNew } = await printDocument(deps, asked, { anew: isAnew(req.body) });
    res.status(isNew ? 201 : 200).json(document);
  };

/** What was typed stands in no other paper: it is never answered with one that says something else. */
const isAnew = ({ anew = false, input }: BodyOf<'makeDocument'>): boolean => anew || input !== undefined;

const preview =
  (deps: Dependencies): Handler<'previewDocument'> =>
  async (req, res) => {
    const { me } = res.locals;
    const transferId = req.params.id;
    refuseOthers(req.body.kind);
    await requireTransfer(deps.db, me.officeId, transferId);
    const asked = askedOf(deps, { me, publicUrl: publicUrlOf(deps, req), transferId, body: req.body });
    const { bytes } = await previewDocument(deps, asked);
    deps.lookUps.note({ officeId: me.officeId, staffId: me.id, kind: 'document', transferIds: [transferId] });
    sendPdf(res, bytes, `preview-${req.body.kind}`);
  };

const makeOfRefusal =
  (deps: Dependencies): Handler<'makeRefusalDocument'> =>
  async (req, res) => {
    const { db, keyring } = deps;
    const { me } = res.locals;
    const { kind, transferId } = await readRefusal(db, keyring, me.officeId, req.params.id);
    const asked: PrintAsked = {
      kind,
      keyring,
      officeId: me.officeId,
      staffId: me.id,
      transferId,
      // Of a transfer there is one refusal: it is found from the page of the transfer, too.
      subjectId: transferId === null ? req.params.id : null,
      input: {},
      publicUrl: publicUrlOf(deps, req),
    };
    const { document, isNew } = await printDocument(deps, asked, { anew: req.body.anew ?? false });
    res.status(isNew ? 201 : 200).json(document);
  };

const file =
  ({ db, keyring, lookUps }: Dependencies): Handler<'readDocumentFile'> =>
  async (req, res) => {
    const { officeId, id: staffId } = res.locals.me;
    const found = await openDocument(db, keyring, officeId, req.params.id);
    if (!found) throw new Refusal('not-found', 'There is no such paper.');
    lookUps.note({
      officeId,
      staffId,
      kind: 'document',
      transferIds: found.transferIds,
    });
    sendPdf(res, found.content, found.number);
  };
