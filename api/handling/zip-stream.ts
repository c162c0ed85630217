/** A zip of files that come one after the other: what the reader has not taken yet is not read on. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

interface ZippedFile {
  readonly path: string;
  readonly content: Buffer;
  readonly squeezable: boolean;
}

/** Ends the stream. Where the reader goes away it stops; a failure before the end leaves a file that no program opens. */
export async function sendZip(out: Writable, files: AsyncIterable<ZippedFile>): Promise<void> {
  let failure: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else if (!out.destroyed) out.write(chunk);
  });
  for await (const { path, content, squeezable } of files) {
    const file = squeezable ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    zip.add(file);
    file.push(content, true);
    if (failure) throw failure;
    if (out.destroyed) return;
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
  }
  zip.end();
  if (failure) throw failure;
  out.end();
}
