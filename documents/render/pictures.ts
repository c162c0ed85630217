/** Pictures that people hand in: whether they can be drawn at all is found out before they stand on a paper. */
import { PDFDocument, type PDFImage } from '@cantoo/pdf-lib';

const PNG_BEGINS = 0x89;

/** @throws Error for a picture that breaks off; nothing else finds that out without taking the thread with it */
export const embedPicture = (pdf: PDFDocument, bytes: Uint8Array): Promise<PDFImage> =>
  bytes[0] === PNG_BEGINS ? pdf.embedPng(bytes) : pdf.embedJpg(bytes);

export async function isPicture(bytes: Uint8Array): Promise<boolean> {
  try {
    await embedPicture(await PDFDocument.create(), bytes);
    return true;
  } catch {
    return false;
  }
}
