/** What stands on every paper of the office. */
import { Router } from 'express';
import { changeLetterhead, changeLogo } from '../../db/documents/letterhead.ts';
import { readLetterhead } from '../../db/office/letterhead.ts';
import { LARGEST_LOGO_BYTES, logoDefects, logoShape } from '../../domain/documents/letterhead.ts';
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler, ReplyOf } from '../handling/handler.ts';
import { uploadedFile } from '../handling/uploaded-file.ts';

type Dependencies = Pick<ApiDependencies, 'db'>;

export const letterheadRoutes = (deps: Dependencies): Router =>
  Router()
    .get('/office/letterhead', read(deps))
    .put('/office/letterhead', put(deps))
    .put('/office/logo', putLogo(deps))
    .delete('/office/logo', dropLogo(deps));

async function shown({ db }: Dependencies, officeId: string): Promise<ReplyOf<'readLetterhead'>> {
  const { logo, ...rest } = await readLetterhead(db, officeId);
  return { ...rest, logo: logo && `data:${logo.mediaType};base64,${logo.bytes.toString('base64')}` };
}

const read =
  (deps: Dependencies): Handler<'readLetterhead'> =>
  async (_req, res) => {
    res.json(await shown(deps, res.locals.me.officeId));
  };

const put =
  (deps: Dependencies): Handler<'putLetterhead'> =>
  async (req, res) => {
    const { officeId, id: byStaffId } = res.locals.me;
    const { address, postcode, sealText } = req.body;
    await changeLetterhead(
      deps.db,
      { address: address.trim(), postcode, sealText: sealText.trim() },
      { officeId, byStaffId },
    );
    res.json(await shown(deps, officeId));
  };

const NO_PICTURE = {
  defects: [{ field: 'file', code: 'mediaType', message: 'Only PNG and JPEG are taken, whatever the name says.' }],
};

const putLogo =
  (deps: Dependencies): Handler<'putLogo'> =>
  async (req, res) => {
    const { officeId, id: byStaffId } = res.locals.me;
    const bytes = uploadedFile(req);
    if (bytes.length > LARGEST_LOGO_BYTES)
      throw new Refusal('too-large', 'A logo has at most 300 KiB; make it smaller.');
    const shape = logoShape(bytes);
    if (!shape) throw new Refusal('unsupported-file', 'The file cannot be taken; nothing was stored.', NO_PICTURE);
    refuseDefects(logoDefects(shape));
    await changeLogo(deps.db, { mediaType: shape.mediaType, bytes }, { officeId, byStaffId });
    res.json(await shown(deps, officeId));
  };

const dropLogo =
  (deps: Dependencies): Handler<'dropLogo'> =>
  async (_req, res) => {
    const { officeId, id: byStaffId } = res.locals.me;
    await changeLogo(deps.db, null, { officeId, byStaffId });
    res.json(await shown(deps, officeId));
  };
