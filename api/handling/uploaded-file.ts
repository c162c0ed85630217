import type { Request } from 'express';
import { refuseDefects } from '../../domain/errors.ts';

/** The one file of a multipart request, from its field `file`; in memory, never on disk. Refuses text in its place. */
export function uploadedFile(req: Pick<Request, never>): Buffer {
  const { files } = req as { files?: { fieldname: string; buffer: Buffer }[] };
  const file = files?.find(({ fieldname }) => fieldname === 'file');
  if (!file) refuseDefects([{ field: 'file', code: 'missing', message: 'Send the file itself in the field `file`.' }]);
  return file!.buffer;
}
