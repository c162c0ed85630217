/** What stands on every paper of the office, each from a day on. */
import { Router } from 'express';
import { readOfficeHead } from '../../db/documents/head.ts';
import { listLetterheads, putLetterhead, type LetterheadVersion } from '../../db/documents/letterhead.ts';
import { addLogo, findLogo } from '../../db/documents/logos.ts';
import type { Db } from '../../db/connection/connection.ts';
import { readNow } from '../../db/office/clock.ts';
import { LARGEST_LOGO_BYTES, logoDefects, logoShape, type Letterhead } from '../../domain/documents/letterhead.ts';
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler, ReplyOf } from '../handling/handler.ts';
import { drawSample } from '../handling/draw-sample.ts';
import { sendPdf } from '../handling/send-pdf.ts';
import { uploadedFile } from '../handling/uploaded-file.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'renderer'>;

export const letterheadRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/office/letterhead', read(deps))
    .put('/office/letterhead', put(deps))
    .post('/office/letterhead/preview', preview(deps))
    .post('/office/logos', postLogo(deps));

async function shown({ db }: Dependencies, officeId: string): Promise<ReplyOf<'readLetterhead'>> {
  const versions = await listLetterheads(db, officeId);
  const now = versions.find(({ begun }) => begun);
  const ahead = versions.filter(({ begun }) => !begun).reverse();
  return {
    now: now ? await withLogo(db, officeId, now) : null,
    ahead: await Promise.all(ahead.map((one) => withLogo(db, officeId, one))),
  };
}

async function withLogo(db: Db, officeId: string, { begun: _, logoId, ...version }: LetterheadVersion) {
  return { ...version, logo: logoId === null ? null : await logoOf(db, officeId, logoId) };
}

async function logoOf(db: Db, officeId: string, id: string) {
  const { mediaType, bytes } = await findLogo(db, officeId, id);
  return { id, image: `data:${mediaType};base64,${bytes.toString('base64')}` };
}

const read =
  (deps: Dependencies): Handler<'readLetterhead'> =>
  async (_req, res) => {
    res.json(await shown(deps, res.locals.me.officeId));
  };

const trimmed = ({ address, postcode, sealText, logoId }: Letterhead): Letterhead => ({
  address: address.trim(),
  postcode,
  sealText: sealText.trim(),
  logoId,
});

const put =
  (deps: Dependencies): Handler<'putLetterhead'> =>
  async (req, res) => {
    const { officeId, id: byStaffId } = res.locals.me;
    const { fromDay, ...letterhead } = req.body;
    const past = { field: 'fromDay', code: 'past', message: 'What was printed stays as it is.' };
    refuseDefects(fromDay < (await readNow(deps.db)).today ? [past] : []);
    await putLetterhead(deps.db, trimmed(letterhead), fromDay, { officeId, byStaffId });
    res.json(await shown(deps, officeId));
  };

/** On the paper with most of it: a letter to another office, sealed, with a check code. */
const preview =
  (deps: Dependencies): Handler<'previewLetterhead'> =>
  async (req, res) => {
    const office = await readOfficeHead(deps.db, res.locals.me.officeId, trimmed(req.body));
    const { bytes } = await drawSample(deps, { kind: 'liaisonLetter', words: {}, office });
    sendPdf(res, bytes, 'preview-letterhead');
  };

const noPicture = (code: string, message: string) =>
  new Refusal('unsupported-file', 'The file cannot be taken; nothing was stored.', {
    defects: [{ field: 'file', code, message }],
  });

const postLogo =
  ({ db, renderer }: Dependencies): Handler<'addLogo'> =>
  async (req, res) => {
    const { officeId, id: byStaffId } = res.locals.me;
    const bytes = uploadedFile(req);
    if (bytes.length > LARGEST_LOGO_BYTES)
      throw new Refusal('too-large', 'A logo has at most 300 KiB; make it smaller.');
    const shape = logoShape(bytes);
    if (!shape) throw noPicture('mediaType', 'Only PNG and JPEG are taken, whatever the name says.');
    refuseDefects(logoDefects(shape));
    // One that breaks off would break every paper that is printed from then on.
    if (!(await renderer.isPicture(bytes))) throw noPicture('brokenFile', 'The picture is broken; save it anew.');
    const id = await addLogo(db, { mediaType: shape.mediaType, bytes }, { officeId, byStaffId });
    res.status(201).json(await logoOf(db, officeId, id));
  };
