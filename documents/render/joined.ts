/** Several papers as one file, in their order: what is printed in one go. */
import { PDFDocument } from '@cantoo/pdf-lib';

export async function joined(files: readonly Uint8Array[]): Promise<Uint8Array> {
  const whole = await PDFDocument.create();
  for (const file of files) {
    const part = await PDFDocument.load(file);
    for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page);
  }
  return whole.save();
}
