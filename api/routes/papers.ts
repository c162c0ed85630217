/** Papers of a transfer: taken in by what they are, not by what they are called. */
import { Router } from 'express';
import { addPaper, openPaper, type MediaType } from '../../db/forms/papers.ts';
import { requireTransfer } from '../../db/reading/transfer-rows.ts';
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import { letOurPagesFrame } from '../handling/our-pages-frame.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';
import { uploadedFile } from '../handling/uploaded-file.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'lookUps'>;

const LARGEST_PAPER = 10 * 1024 * 1024;
const NO_PAPER = {
  defects: [{ field: 'file', code: 'mediaType', message: 'Only PDF, JPEG and PNG are taken, whatever the name says.' }],
};

/** The first bytes of each kind of picture that is taken. */
const MAGIC: readonly (readonly [MediaType, Buffer])[] = [
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
];

export const papersRoutes = (deps: Dependencies): Router =>
  Router().post('/transfers/:id/papers', add(deps)).get('/transfers/:id/papers/:paperId', read(deps));

const add =
  ({ db, keyring }: Dependencies): Handler<'addPaper'> =>
  async (req, res) => {
    const { me } = res.locals;
    const content = uploadedFile(req);
    if (content.length > LARGEST_PAPER) throw new Refusal('too-large', 'A paper has at most 10 MiB; scan it smaller.');
    if (content.length === 0) {
      refuseDefects([{ field: 'file', code: 'empty', message: 'The file is empty; choose it again.' }]);
    }
    const mediaType = mediaTypeOf(content);
    if (!mediaType) throw new Refusal('unsupported-file', 'The file cannot be taken; nothing was stored.', NO_PAPER);
    await requireTransfer(db, me.officeId, req.params.id);
    const { kind } = req.body as unknown as { kind: string };
    const paper = await addPaper(db, keyring, {
      officeId: me.officeId,
      transferId: req.params.id,
      kind,
      mediaType,
      content,
      byStaffId: me.id,
    });
    res.status(201).json(paper);
  };

function mediaTypeOf(content: Buffer): MediaType | undefined {
  if (isPdf(content)) return 'application/pdf';
  return MAGIC.find(([, magic]) => content.subarray(0, magic.length).equals(magic))?.[0];
}

/** Scanners and mail programs write something before the header; readers look for it in the first 1024 bytes (PDF 1.7, appendix H.3.4.1). */
function isPdf(content: Buffer): boolean {
  const start = content.subarray(0, 1024).toString('latin1');
  const before = start.split('%PDF-', 1)[0]!;
  // What begins as a page of the web is none, whatever follows.
  return before.length < start.length && !before.includes('<');
}

const read =
  ({ db, keyring, lookUps }: Dependencies): Handler<'readPaper'> =>
  async (req, res) => {
    const { id: transferId, paperId } = req.params;
    const { me } = res.locals;
    const paper = await openPaper(db, keyring, { officeId: me.officeId, transferId, id: paperId });
    if (!paper) throw new Refusal('not-found', 'There is no such paper.');
    lookUps.note({ officeId: me.officeId, staffId: me.id, kind: 'paper', transferIds: [transferId] });
    letOurPagesFrame(res);
    res
      .set({ 'Content-Type': paper.mediaType, 'Content-Disposition': 'inline', 'Cache-Control': 'no-store' })
      .end(paper.content);
  };
