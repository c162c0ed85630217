/** The SMS centre: takes messages over the gateway's template, sends receipts later, and shows its inbox. */
import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { draws } from '../outside/draws.ts';
import { signatureOf, type SignedPosts } from '../outside/signed-posts.ts';
import type { Line, Story } from '../story/story.ts';

export interface SmsCentreOptions {
  readonly port: number;
  readonly secret: string;
  readonly story: Story;
  /** Fulfilled when the line is on disk. */
  readonly record: (line: Line) => Promise<void>;
  readonly posts: SignedPosts;
  /** The office's time, for the inbox. */
  readonly officeNow: () => Promise<number>;
}

export interface SmsCentre {
  /** Sends the receipts that are waiting. */
  sendReceipts(): Promise<void>;
  stop(): Promise<void>;
}

interface Message {
  readonly reference: string;
  readonly to: string;
  readonly text: string;
}

/** Of a number, and the same whenever it is asked: three in a hundred take no message. */
export const takesMessages = (to: string): boolean => !draws('sms', to).chance('fails', 0.03);

const FAILURES = ['空号', '停机', '关机超时'];
const BODY_LIMIT = 100_000;

export async function startSmsCentre(options: SmsCentreOptions): Promise<SmsCentre> {
  const server = createServer((request, response) => {
    handle(options, request, response).catch(() => answer(response, 500, { title: 'Failed' }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  let sending = Promise.resolve();
  return {
    sendReceipts: () => (sending = sending.then(() => sendReceipts(options))),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(options: SmsCentreOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') return answer(response, 200, { items: inboxOf(options.story) });
  if (request.method !== 'POST') return answer(response, 405, { title: 'POST a message, or GET the inbox' });
  const body = await readBody(request);
  if (!isSigned(request, options.secret, body)) return answer(response, 401, { title: 'The signature does not fit' });
  const message = readMessage(body);
  if (!message) return answer(response, 400, { title: 'reference, to and text are wanted' });
  const { reference, to, text } = message;
  const again = options.story.messages.has(reference);
  const at = new Date(await options.officeNow()).toISOString();
  const line: Line = again ? { kind: 'smsAgain', reference } : { kind: 'sms', reference, to, text, at };
  // On disk before the gateway says yes: whoever asks later what was sent gets the truth.
  await options.record(line);
  return answer(response, 202, { reference: `gw-${reference}` });
}

/** As the phones show it: newest first, the number by its last four digits. */
function inboxOf(story: Story) {
  return [...story.messages.values()]
    .reverse()
    .map(({ at, to, text, state }) => ({ at, to: to.slice(-4), text, state }));
}

async function sendReceipts({ story, record, posts, secret }: SmsCentreOptions): Promise<void> {
  // One number in two hundred never says whether the message arrived.
  const due = [...story.messages.values()].filter(
    ({ state, to }) => state === 'sent' && !draws('sms', to).chance('silent', 0.005),
  );
  for (let start = 0; start < due.length; start += 500) {
    const receipts = due.slice(start, start + 500).map(({ reference, to }) => {
      const failed = !takesMessages(to);
      const state = failed ? ('failed' as const) : ('delivered' as const);
      return { reference: `gw-${reference}`, state, ...(failed && { reason: draws('sms', to).pick('why', FAILURES) }) };
    });
    await posts.post('/sms/receipts', secret, { receipts });
    const told = receipts.map(({ reference, state }) =>
      record({ kind: 'smsReceipt', reference: reference.slice(3), state }),
    );
    await Promise.all(told);
  }
}

function isSigned(request: IncomingMessage, secret: string, body: string): boolean {
  const header = (name: string): string => String(request.headers[name] ?? '');
  const given = Buffer.from(header('x-baton-signature'));
  const expected = Buffer.from(signatureOf(secret, header('x-baton-timestamp'), body));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function readMessage(body: string): Message | undefined {
  try {
    const { reference, to, text } = JSON.parse(body) as Partial<Message>;
    return reference && to && text ? { reference, to, text } : undefined;
  } catch {
    return undefined;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > BODY_LIMIT) throw new Error('the message is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response: ServerResponse, status: number, content: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(content));
}
