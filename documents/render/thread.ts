/** The other end of `renderer.ts`: one paper after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadFonts } from '../fonts/fonts.ts';
import { kindOf } from '../kinds/index.ts';
import { MissingGlyphs } from './missing-glyphs.ts';
import { joined } from './joined.ts';
import { isPicture } from './pictures.ts';
import { renderPaper } from './render.ts';
import type { Answer, Work } from './renderer.ts';

const { fontFiles } = workerData as { fontFiles: readonly string[] };
const fonts = loadFonts(fontFiles);

interface Asked {
  readonly id: number;
  readonly work: Work;
}

async function answer({ id, work }: Asked): Promise<Answer> {
  try {
    if ('files' in work) return { id, done: await joined(work.files) };
    if ('picture' in work) return { id, done: await isPicture(work.picture) };
    const { paper } = work;
    return { id, done: await renderPaper(kindOf(paper.kind), paper, fonts) };
  } catch (error) {
    if (error instanceof MissingGlyphs) return { id, missing: error.missing };
    return { id, failed: error instanceof Error ? error.message : String(error) };
  }
}

// One at a time: fonts and access of pdfmake are those of the whole thread, and two at once gain nothing.
let turn: Promise<unknown> = Promise.resolve();
parentPort!.on('message', (asked: Asked) => {
  turn = turn.then(async () => parentPort!.postMessage(await answer(asked)));
});
