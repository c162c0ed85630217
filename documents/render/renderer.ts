/** Papers are drawn in a thread of their own: a batch takes seconds of a processor, and requests go on meanwhile. */
import { Worker } from 'node:worker_threads';
import type { DrawnKind } from '../../domain/documents/kinds.ts';
import type { Paper, Rendered } from './render.ts';
import { MissingGlyphs, type MissingGlyph } from './missing-glyphs.ts';

export interface PaperAsked extends Paper<unknown> {
  readonly kind: DrawnKind;
}

/** What is asked of the thread. */
export type Work =
  { readonly paper: PaperAsked } | { readonly files: readonly Uint8Array[] } | { readonly picture: Uint8Array };
export type Done = Rendered | Uint8Array | boolean;

export interface Renderer {
  /** @throws MissingGlyphs what no font has, each with its page */
  render(paper: PaperAsked): Promise<Rendered>;
  /** Several as one file, in their order. */
  join(files: readonly Uint8Array[]): Promise<Uint8Array>;
  /** Whether a PNG or JPEG can be drawn: one that breaks off cannot. */
  isPicture(bytes: Uint8Array): Promise<boolean>;
  close(): Promise<void>;
}

/** What the thread answers with: an error loses its class on the way between threads. */
export type Answer =
  | { readonly id: number; readonly done: Done }
  | { readonly id: number; readonly missing: readonly MissingGlyph[] }
  | { readonly id: number; readonly failed: string };

interface Waiting {
  readonly resolve: (done: Done) => void;
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

  const ask = (work: Work): Promise<Done> =>
    new Promise((resolve, reject) => {
      worker ??= begin();
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.ref();
      worker.postMessage({ id: last, work });
    });

  return {
    render: async (paper) => (await ask({ paper })) as Rendered,
    join: async (files) => (await ask({ files })) as Uint8Array,
    isPicture: async (picture) => (await ask({ picture })) as boolean,
    close: async () => {
      const closing = worker;
      worker = undefined;
      await closing?.terminate();
    },
  };
}

function settle(waiting: Map<number, Waiting>, answer: Answer): void {
  const asked = waiting.get(answer.id);
  waiting.delete(answer.id);
  if ('done' in answer) asked?.resolve(answer.done);
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
