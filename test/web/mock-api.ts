/** An HTTP server that answers as the contract says and serves the built console: for tests of the console only. */
import { NATIONAL_INTEREST_RATES } from '../../domain/money/interest-rates.ts';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { components } from '../../api/contract.generated.ts';
import { contentPolicy } from '../../api/door/security-headers.ts';
import * as archive from './mock-archive.ts';
import * as bank from './mock-bank.ts';
import { calendar } from './mock-calendar.ts';
import { loads, noteForMe, notesOfTransfer } from './mock-colleagues.ts';
import * as core from './mock-core.ts';
import { documentsOf, documentTemplates, letterhead } from './mock-documents.ts';
import { checked, entryTransfers } from './mock-entry.ts';
import { mockDrafts } from './mock-drafts.ts';
import { exported } from './mock-exports.ts';
import * as figures from './mock-figures.ts';
import { IMPORT, mockImports } from './mock-imports.ts';
import * as contactMocks from './mock-contacts.ts';
import { incoming } from './mock-incoming.ts';
import { letters } from './mock-letters.ts';
import { credits, waitingMoney } from './mock-money.ts';
import { messageTemplates, officeDetails } from './mock-messages.ts';
import { counterparts } from './mock-counterparts.ts';
import * as office from './mock-office.ts';
import { outContributions, outTransfers } from './mock-out.ts';
import * as person from './mock-person.ts';
import { exercises, finished } from './mock-practice.ts';
import { remittances } from './mock-remittances.ts';
import { mockTransfers, type MockTransfer } from './mock-transfers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const POLICY = contentPolicy({ production: false }, { inlineStyles: true });

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly key: string | undefined;
  readonly signedIn: boolean;
}
interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

export interface MockApi {
  readonly url: string;
  /** Facts that were recorded, each with its Idempotency-Key. */
  readonly recorded: { readonly key: string | undefined; readonly fact: Record<string, unknown> }[];
  /** How often a fact was sent, refused ones too. */
  readonly sent: () => number;
  readonly stop: () => Promise<void>;
}

export async function startMockApi(builtConsole: string): Promise<MockApi> {
  const recorded: MockApi['recorded'] = [];
  let sent = 0;
  const answerFact = (asked: Asked): Answer => {
    sent += 1;
    const fact = JSON.parse(asked.body) as Record<string, unknown>;
    if (fact['waybill'] === '1111111111111') return REFUSED;
    recorded.push({ key: asked.key, fact });
    return {
      status: 201,
      body: {
        transferId: office.TRANSFER_ID,
        event: office.event(4, { kind: fact['kind'] as 'letterSent', stepOrdinal: 2, by: office.LETTER_CLERK }),
        closedStep: { ordinal: 2, step: 'liaisonLetter', outcome: 'sent' },
        openStep: null,
      },
    };
  };
  const drafts = mockDrafts();
  const imports = mockImports();
  const server = createServer((req, res) => {
    void read(req).then((asked) => {
      if (asked.path.startsWith('/app')) return sendFile(res, builtConsole, asked.path);
      // The line of what changes stays open; here nothing changes by itself.
      if (asked.path === '/changes')
        return void res.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
      const isFact = asked.method === 'POST' && asked.path.endsWith('/facts');
      const answered =
        drafts(asked) ?? imports(asked) ?? (isFact ? answerFact(asked) : answer(asked, recorded.length > 0));
      return send(res, answered);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    recorded,
    sent: () => sent,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const problem = (status: number, name: string, more: object = {}): Answer => ({
  status,
  headers: { 'Content-Type': 'application/problem+json' },
  body: { type: `/problems/${name}`, title: name, status, instance: 'req-1', ...more },
});
const REFUSED = problem(422, 'invalid', {
  errors: [
    { field: 'waybill', code: 'waybill', message: 'Not a waybill number.' },
    { field: 'occurredAt', code: 'future', message: 'In the future.' },
    { field: 'letterNo', code: 'somethingNew', message: 'A defect that this console does not know.' },
  ],
});

const SESSION = { token: 't', expiresAt: '2026-06-09T00:00:00Z', me: office.me };
const SIGNED_OUT: Answer = { status: 204, headers: { 'Set-Cookie': 'baton_session=; Path=/; Max-Age=0' } };
const OPEN_TO_ALL = ['/clock', '/practice/accounts', '/sessions'];

function answer(asked: Asked, letterSent: boolean): Answer {
  const { method, path, query } = asked;
  if (method === 'POST' && path === '/sessions') {
    const { password } = JSON.parse(asked.body) as { password: string };
    if (password !== 'practice-only') return problem(401, 'wrong-password');
    return {
      status: 201,
      headers: { 'Set-Cookie': 'baton_session=t; Path=/; HttpOnly; SameSite=Strict' },
      body: SESSION,
    };
  }
  if (method === 'DELETE' && path === '/sessions/current') return SIGNED_OUT;
  if (!asked.signedIn && !OPEN_TO_ALL.includes(path)) return problem(401, 'not-signed-in');
  if (method === 'POST' && path === '/transfers') return accept(asked.body);
  if (method === 'POST' && path === '/checks/transfer') {
    const checked = accept(asked.body);
    return checked.status === 201 ? { body: { questions: [] } } : checked;
  }
  if (method === 'POST' && path === '/refusals') return { status: 201, body: office.refusal };
  if (method === 'PATCH' && path.endsWith('/contact')) return { body: office.detail };
  const from = query.get('from') ?? '';
  const to = query.get('to') ?? '';
  const found = READINGS[path]?.(asked, from, to) ?? readTransfer(path, letterSent);
  return found === undefined ? problem(404, 'not-found') : { body: found };
}

function accept(body: string): Answer {
  const { person } = JSON.parse(body) as { person: { name: string } };
  if (person.name === '7') return UNFIT;
  if (person.name === '样例领') return NOT_TAKEN_UP;
  if (person.name === '样例重') return DUPLICATE;
  return { status: 201, body: { transfer: office.row(0), slip: office.slip, questions: [] } };
}
const UNFIT = problem(422, 'invalid', {
  errors: [
    { field: 'person.name', code: 'tooShort', message: 'A name has 2 to 50 characters.' },
    { field: 'person.mobile', code: 'telephone', message: 'No telephone.' },
  ],
});

const DUPLICATE = problem(409, 'duplicate-transfer', {
  transferId: office.TRANSFER_ID,
  caseNo: office.detail.caseNo,
});

const NOT_TAKEN_UP = problem(422, 'invalid', {
  errors: [{ field: 'drawsPension', code: 'A02', message: 'A02' }],
});

type Reading = (asked: Asked, from: string, to: string) => unknown;

const ROWS = 15;
const ROWS_OF_A_PAGE = 10;

/** Open rows, some late; two pages, however many are asked for. */
function page({ query }: Asked): { items: unknown[]; next: string | null } | undefined {
  const cursor = query.get('cursor');
  if (cursor !== null && cursor !== 'second') return undefined;
  const start = cursor === null ? 0 : ROWS_OF_A_PAGE;
  const rows = Array.from({ length: ROWS }, (_, number) =>
    office.row(
      number,
      number % 9 === 0 ? { openStep: office.openStep({ ...office.LETTER_WAITS, dueOn: '2026-06-03' }, true) } : {},
    ),
  );
  const items = rows.slice(start, start + ROWS_OF_A_PAGE);
  return { items, next: cursor === null ? 'second' : null };
}

const REFUSAL: components['schemas']['WrittenRefusal'] = {
  id: '00000000-0000-4000-8000-000000000a02',
  refusalNo: 'BY20260600003',
  kind: 'notTakenUp',
  reasonCode: 'A02',
  ground: '国办发〔2009〕66号第二条',
  personName: '样例领',
  idNumberMasked: '1101**********2115',
  note: null,
  transferId: null,
  caseNo: null,
  refusedAt: '2026-06-08T02:00:00Z',
  by: null,
};

const READINGS: Readonly<Record<string, Reading>> = {
  '/me': () => office.me,
  '/checks/info-form': ({ body }) => checked(body),
  '/clock': () => office.clock,
  '/practice/accounts': () => ({ items: office.accounts }),
  '/practice/messages': () => ({
    items: [
      {
        at: '2026-06-08T02:00:00Z',
        to: '0000',
        state: 'delivered',
        text: '【西城社保】您的转移申请已受理，查询码 K7QF-2M9X-PTR4，电话 010-5550 0000。',
      },
    ],
  }),
  '/practice/exercises': () => exercises,
  '/practice/finished': () => finished,
  '/reason-codes': () => ({ items: office.reasons }),
  '/interest-rates': () => ({ items: NATIONAL_INTEREST_RATES }),
  '/procedures': () => ({ items: office.procedures }),
  '/counterparts': () => ({ items: counterparts }),
  '/staff': () => ({ items: office.staff }),
  '/absences': () => ({ items: [] }),
  '/loads': () => loads,
  '/message-templates': () => messageTemplates,
  '/document-templates': () => documentTemplates,
  '/hand-over-notes': () => ({ items: [noteForMe], next: null }),
  '/core/differences': () => core.differences,
  '/core/batches': () => core.batches,
  '/calendar/2026': () => calendar,
  '/my-work': () => person.myWork,
  '/tasks': () => ({ items: [], next: null }),
  '/metrics/completion': ({ query }, from, to) => figures.completion(query, from, to),
  '/metrics/steps': (_, from, to) => figures.stepTimes(from, to),
  '/metrics/steps/items': () => figures.items,
  '/metrics/month-sheet': (_, from, to) => figures.monthSheet(from, to),
  '/metrics/month-sheet/items': () => figures.items,
  '/monthly-sheets': () => ({ items: archive.sheets, next: null }),
  [`/monthly-sheets/${archive.SHEET_ID}`]: () => archive.sheet,
  [`/monthly-sheets/${archive.SHEET_ID}/items`]: () => figures.items,
  '/archive/months': () => archive.months,
  '/archive/waiting': () => archive.waiting,
  '/archive/boxes': () => archive.boxes,
  [`/archive/boxes/${archive.BOX_ID}`]: () => archive.contents,
  '/audit-samples': () => archive.samples,
  [`/audit-samples/${archive.SAMPLE_ID}`]: () => archive.sample,
  '/metrics/completion/transfers': (asked) => ({ ...page(asked), count: ROWS }),
  '/metrics/completion/belated-facts': ({ query }, from, to) => ({
    direction: query.get('direction'),
    from,
    to,
    asOf: to,
    knownAt: null,
    ...office.belatedFacts,
    next: null,
  }),
  '/metrics/progress': () => office.openWork,
  '/metrics/volume': (_, from, to) => office.volumes(from, to),
  '/metrics/main-figures': ({ query }, from, to) => figures.mainFigures(from, to, query.get('since') ?? '2010-01-01'),
  '/metrics/money': () => office.money,
  '/operations': () => office.operations,
  '/refusals': ({ query }) => ({ items: query.get('kind') === 'notApproved' ? [] : [REFUSAL], next: null }),
  [`/refusals/${REFUSAL.id}`]: () => REFUSAL,
  '/bank-accounts': () => bank.bankAccounts,
  '/office': () => officeDetails,
  '/office/letterhead': () => letterhead,
  '/office-rules': () => ({ items: [] }),
  '/bank-statements': ({ query }) => bank.statements(query),
  '/credits': () => credits(),
  '/credits/waiting': ({ query }) => waitingMoney(query),
  '/letters': ({ query }) => letters(query),
  '/incoming': ({ query }) => incoming(query),
  '/contact-topics': () => ({ items: contactMocks.topics }),
  '/contacts': () => contactMocks.contacts,
  '/promises': () => contactMocks.promises,
  '/metrics/contacts': (_, from, to) => contactMocks.contactFigures(from, to),
  '/debits': ({ query }) => bank.debits(query),
  '/remittances': ({ query }) => remittances(query),
  [`/imports/${bank.IMPORT_OF_STATEMENT}`]: () => ({ ...IMPORT, id: bank.IMPORT_OF_STATEMENT, kind: 'bankStatement' }),
  [`/imports/${bank.IMPORT_OF_STATEMENT}/lines`]: () => ({ items: [], next: null }),
  [`/imports/${bank.IMPORT_OF_STATEMENT}/refusals`]: () => ({ items: [] }),
  '/documents': () => ({ items: [] }),
  '/exports': () => exported,
  '/transfers': page,
  '/transfers/search': ({ body }) => person.search((JSON.parse(body) as { any: string }).any),
};

function readTransfer(path: string, letterSent: boolean): unknown {
  const [, id, part] = /^\/transfers\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  const all = [employee(letterSent), ...mockTransfers, ...entryTransfers, ...outTransfers];
  const found = all.find(({ detail }) => detail.id === id);
  if (!found) return undefined;
  if (part === 'progress') return found.progress;
  if (part === 'events') return EVENTS;
  if (part === 'documents') return documentsOf(id ?? '');
  if (part === 'contributions') return found.detail.direction === 'out' ? outContributions : core.contributions;
  if (part === 'core-receipts') return core.traffic;
  if (part === 'hand-over-notes') return notesOfTransfer(id ?? '');
  if (part === 'person') return person.person;
  if (part === 'person/revealing') return person.inFull;
  return part === undefined ? found.detail : undefined;
}

const EVENTS = {
  items: [office.event(1, {}), office.event(2, { kind: 'reviewed', stepOrdinal: 1, outcome: 'eligible' })],
  next: null,
};

function employee(letterSent: boolean): MockTransfer {
  const { REVIEWED, LETTER_WAITS, LETTER_SENT, DELIVERY_WAITS } = office;
  const steps = letterSent ? [REVIEWED, LETTER_SENT, DELIVERY_WAITS] : [REVIEWED, LETTER_WAITS];
  const open = letterSent ? DELIVERY_WAITS : LETTER_WAITS;
  const allowedFacts: MockTransfer['detail']['allowedFacts'] = letterSent
    ? ['letterDelivered', 'letterReturned', 'letterLost', 'held']
    : office.detail.allowedFacts;
  return {
    detail: { ...office.detail, openStep: office.openStep(open), allowedFacts },
    progress: {
      transferId: office.TRANSFER_ID,
      caseNo: office.detail.caseNo,
      procedure: office.detail.procedure,
      holder: { staff: open.owner, since: open.owners.at(-1)?.since ?? open.openedAt, as: 'stepOwner' },
      deputy: null,
      steps,
      next: letterSent ? 'formAndFunds' : 'delivery',
      closedAt: null,
      closing: null,
    },
  };
}

async function read(req: IncomingMessage): Promise<Asked> {
  const url = new URL(req.url ?? '/', 'http://localhost');
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return {
    method: req.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    body: Buffer.concat(parts).toString(),
    key: req.headers['idempotency-key'] as string | undefined,
    signedIn: (req.headers.cookie ?? '').includes('baton_session=t'),
  };
}

function send(res: ServerResponse, { status = 200, headers = {}, body }: Answer): void {
  res.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  res.end(body === undefined ? undefined : JSON.stringify(body));
}

/** The console as the API serves it, under the same content security policy. */
function sendFile(res: ServerResponse, folder: string, path: string): void {
  const file = join(folder, normalize(path.slice('/app'.length)));
  const found = existsSync(file) && statSync(file).isFile() ? file : join(folder, 'index.html');
  res.writeHead(200, {
    'Content-Type': TYPES[extname(found)] ?? 'application/octet-stream',
    'Content-Security-Policy': POLICY,
  });
  createReadStream(found).pipe(res);
}
