/** The core system: answers an account, takes a batch once, and has receipts from the next question on; what it was told stands in its log. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { answer, isKnown, readBody } from '../outside/asked.ts';
import { Journal } from '../story/journal.ts';
import { accountOf } from './accounts.ts';
import { receiptsOf, type PlayedReceipt, type ToldForm } from './receipts.ts';

export interface CoreSystemOptions {
  /** 0: any. */
  readonly port: number;
  readonly secret: string;
  /** Folder of its log. */
  readonly dataDir: string;
  /** Where the accounts lie. */
  readonly areaCode: string;
  /** The office's day. */
  readonly today: () => Promise<string>;
}

/** Ids and amounts: its log names nobody either. */
export type CoreLine =
  | { readonly kind: 'batch'; readonly number: string; readonly forms: readonly ToldForm[]; readonly day: string }
  | { readonly kind: 'batchAgain'; readonly number: string };

export interface PlayedCore {
  readonly url: string;
  /** Every form that it was told to book, each once. */
  told(): readonly ToldForm[];
  stop(): Promise<void>;
}

const BODY_LIMIT = 5_000_000;

export async function startCoreSystem(options: CoreSystemOptions): Promise<PlayedCore> {
  const { journal, lines } = await Journal.open<CoreLine>(join(options.dataDir, 'core.ndjson'));
  const batches = new Map(lines.flatMap((line) => (line.kind === 'batch' ? [[line.number, line] as const] : [])));
  const core = { ...options, journal, batches };
  const server = createServer((request, response) => {
    handle(core, request, response).catch(() => answer(response, 500, { title: 'Failed' }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    told: () => [...batches.values()].flatMap(({ forms }) => forms),
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await journal.close();
    },
  };
}

interface Core extends CoreSystemOptions {
  readonly journal: Journal<CoreLine>;
  readonly batches: Map<string, Extract<CoreLine, { kind: 'batch' }>>;
}

async function handle(core: Core, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isKnown(request, core.secret)) return answer(response, 401, { title: 'Who are you?' });
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://core');
  if (request.method === 'GET' && pathname === '/receipts')
    return answer(response, 200, { items: await receiptsSince(core, searchParams.get('since') ?? '') });
  if (request.method !== 'POST') return answer(response, 405, { title: 'POST /account, POST /batches, GET /receipts' });
  const body = await readBody(request, BODY_LIMIT);
  if (pathname === '/account') {
    const account = accountOf(String(body['idNumber']), core.areaCode, await core.today());
    return account ? answer(response, 200, account) : answer(response, 404, { title: 'Nobody of this number' });
  }
  if (pathname === '/batches') return answer(response, 200, { number: await takeBatch(core, body) });
  return answer(response, 404, { title: 'There is no such thing here' });
}

/** On disk before it says yes; told again, it is the same one. */
async function takeBatch({ journal, batches, today }: Core, body: Record<string, unknown>): Promise<string> {
  const number = String(body['number']);
  if (batches.has(number)) {
    await journal.append({ kind: 'batchAgain', number });
    return number;
  }
  const forms = (body['forms'] as Record<string, unknown>[]).map(({ id, caseNo, totalFen }) => ({
    id: String(id),
    caseNo: String(caseNo),
    totalFen: Number(totalFen),
  }));
  const line = { kind: 'batch', number, forms, day: await today() } as const;
  batches.set(number, line);
  await journal.append(line);
  return number;
}

async function receiptsSince({ batches, today }: Core, since: string): Promise<PlayedReceipt[]> {
  const now = await today();
  return [...batches.values()]
    .flatMap(({ forms, day }) => forms.flatMap((form) => receiptsOf(form, day)))
    .filter(({ bookedOn }) => bookedOn >= since && bookedOn <= now);
}
