/** Papers are drawn in a thread of their own: a batch takes seconds of a processor, and requests go on meanwhile. */
import { Worker } from 'node:worker_threads';
import type { DocumentKindName } from '../../domain/documents/kinds.ts';
import type { Paper, Rendered } from './render.ts';
import { MissingGlyphs, type MissingGlyph } from './missing-glyphs.ts';

export interface PaperAsked extends Paper<unknown> {
  readonly kind: DocumentKindName;
}

export interface Renderer {
  /** @throws MissingGlyphs what no font has, each with its page */
  render(paper: PaperAsked): Promise<Rendered>;
  close(): Promise<void>;
}

/** What the thread answers with: an error loses its class on the way between threads. */
export type Answer =
  | { readonly id: number; readonly rendered: Rendered }
  | { readonly id: number; readonly missing: readonly MissingGlyph[] }
  | { readonly id: number; readonly failed: string };

interface Waiting {
  readonly resolve: (rendered: Rendered) => void;
  readonly reject: (reason: Error) => void;
}

/** The thread begins with the first paper, and again after it has died. */
export function createRenderer({ fontFiles }: { readonly fontFiles: readonly string[] }): Renderer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  const begin = (): Worker => {
    const begun = startThread(fontFiles);
    begun.on('message', (answer: Answer) => {
      settle(waiting, answer);
      // A process that has nothing else to do may end.
      if (waiting.size === 0) begun.unref();
    });
    const lose = (error: Error): void => {
      if (worker === begun) worker = undefined;
      for (const [id, { reject }] of waiting) if (waiting.delete(id)) reject(error);
    };
    begun.on('error', lose);
    begun.on('exit', () => lose(new Error('the thread that draws papers has ended')));
    return begun;
  };

  return {
    render: (paper) =>
      new Promise((resolve, reject) => {
        worker ??= begin();
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.ref();
        worker.postMessage({ id: last, paper });
      }),
    close: async () => {
      await worker?.terminate();
    },
  };
}

function settle(waiting: Map<number, Waiting>, answer: Answer): void {
  const asked = waiting.get(answer.id);
  waiting.delete(answer.id);
  if ('rendered' in answer) asked?.resolve(answer.rendered);
  else asked?.reject('missing' in answer ? new MissingGlyphs(answer.missing) : new Error(answer.failed));
}

/** From sources Node needs the loader that started us; what is built needs none. */
function startThread(fontFiles: readonly string[]): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const thread = new URL(fromSource ? './thread.ts' : './thread.js', import.meta.url);
  const workerData = { fontFiles };
  if (!fromSource) return new Worker(thread, { workerData });
  const begin = `require('tsx/cjs/api').register(); import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(thread.href)}); })`;
  return new Worker(begin, { eval: true, execArgv: [], workerData });
}
