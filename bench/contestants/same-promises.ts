/**
 * Contestant: what one would write by hand with Express and pg to keep the same promises at the counter. A session; the transfer
 * under lock; every defect named at once; nothing done twice; separation of duties; an event for each thing that happened; the
 * next step with its owner and its deadline, and a message for whoever follows it, all in one commit of two flights.
 */
import express, { type NextFunction, type Request, type Response } from 'express';
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import {
  agreed,
  barred,
  dayOf,
  dueAfter,
  isResidentId,
  isUuid,
  matches,
  Refusal,
  refuseDefects,
  STEPS,
  WORDS,
  type DoneBy,
  type Json,
} from './same-promises-rules.ts';
import { ACCEPT, CALLER, LOCK, LOADS, SPECIAL_DAYS, STAFF, TAKE, WRITE } from './same-promises-statements.ts';

interface Caller {
  readonly callerId: string | null;
  readonly role: string | null;
  /** What was answered to the same key before. */
  readonly told: Json | null;
  readonly toldHash: Buffer | null;
}
interface Held extends Caller {
  readonly id: string | null;
  readonly stewardId: string;
  readonly closedAt: Date | null;
  readonly lastSeq: number;
  readonly lastFactSeq: number;
  readonly ordinal: number;
  readonly step: string;
  readonly doneBy: DoneBy;
  readonly formFen: string | null;
  readonly moneyFen: string | null;
}
interface Said {
  readonly body: Json;
  readonly key: string;
  readonly hash: Buffer;
  readonly tokenHash: Buffer;
}
/** `ends`: by which word of the step's table it is closed; undefined: the step stays open. */
interface Decision {
  readonly kind: string;
  readonly detail: Json;
  readonly ends: string | undefined;
  readonly formFen?: number | string | null;
  readonly moneyFen?: number | string | null;
}

const [databaseUrl, port] = process.argv.slice(2);
/** What is sent in one breath travels together: begin and lock, write and commit. */
const options: pg.PoolConfig & { pipeline: true } = { connectionString: databaseUrl!, max: 10, pipeline: true };
const pool = new pg.Pool(options);
const complain = (error: Error): void => void process.stderr.write(`${error.stack}\n`);
pool.on('error', complain);
const staff = (await pool.query<{ id: string; role: string }>(STAFF)).rows;
const special = new Map(
  (await pool.query<{ day: string; works: boolean }>(SPECIAL_DAYS)).rows.map((one) => [one.day, one.works]),
);
let loads = new Map<string, number>();
await readLoads();
setInterval(() => void readLoads().catch(() => undefined), 3_000).unref();

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.use(express.json({ limit: '256kb' }));
app.post('/transfers', accept);
app.post('/transfers/:id/facts', (req, res) => {
  const said = saidIn(req);
  const { kind, ...detail } = said.body;
  const words = typeof kind === 'string' && Object.hasOwn(WORDS, kind) ? WORDS[kind]! : undefined;
  if (!words) throw new Refusal(422, 'invalid-request', ['kind']);
  refuseDefects(detail, words);
  return underLock(req.params.id, said, res, (held) => {
    if (kind !== 'infoFormReceived')
      return { kind: kind as string, detail, ends: [kind, detail['outcome']].filter(Boolean).join(' ') };
    const formFen = (detail['form'] as { totalFen: number }).totalFen;
    return { kind, detail, formFen, ends: agreed(formFen, held.moneyFen) };
  });
});
app.post('/credits/:id/matches', (req, res) => {
  const said = saidIn(req);
  refuseDefects(said.body, { decision: matches(/^match$/), transferId: isUuid, partId: isUuid });
  return underLock(said.body['transferId'] as string, said, res, async (held, client) => {
    if (held.role !== 'finance') throw new Refusal(403, 'not-allowed');
    const { rows } = await client.query<{ amountFen: string }>({ ...TAKE, values: [req.params.id, held.id] });
    if (!rows[0]) throw new Refusal(409, 'already-decided');
    const moneyFen = rows[0].amountFen;
    return {
      kind: 'fundsMatched',
      detail: { creditId: req.params.id },
      moneyFen,
      ends: agreed(held.formFen, moneyFen),
    };
  });
});
app.use((error: Error, _req: Request, res: Response, _next: NextFunction) => {
  if (!(error instanceof Refusal)) complain(error);
  const { status, message: title, fields } = error instanceof Refusal ? error : new Refusal(500, 'internal');
  const errors = fields.map((field) => ({ field, code: 'invalid' }));
  res.status(status).type('application/problem+json');
  res.send(JSON.stringify({ type: `/problems/${title}`, title, status, errors }));
});
app.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));

async function accept(req: Request, res: Response): Promise<void> {
  const said = saidIn(req);
  const { person = {}, counterpartAreaCode } = said.body as { person?: Json; counterpartAreaCode?: string };
  const isMobile = matches(/^1\d{10}$/);
  refuseDefects(
    { ...person, counterpartAreaCode },
    {
      name: matches(/^.{1,50}$/u),
      idNumber: isResidentId,
      mobile: (value) => value === undefined || isMobile(value),
      counterpartAreaCode: matches(/^\d{6}$/),
    },
    ['name', 'idNumber', 'mobile', 'counterpartAreaCode'],
  );
  const { rows } = await pool.query<Caller>({ ...CALLER, values: [said.tokenHash, said.key] });
  const told = toldBefore(rows[0], said);
  if (told) return void res.status(200).json(told);
  const { callerId, role } = rows[0]!;
  if (role !== 'clerk') throw new Refusal(403, 'not-allowed');
  const now = new Date();
  const open = opening('review', 1, { id: randomUUID(), stewardId: callerId!, doneBy: {} }, now);
  const answer = { transfer: { id: open.transferId, acceptedAt: now, openStep: open } };
  const values = [open.transferId, `IN${dayOf(now).slice(0, 7)}-`, person, counterpartAreaCode, callerId, now];
  await pool.query({
    ...ACCEPT,
    values: [...values, open.step, open.ownerId, open.dueOn, answer, said.key, said.hash],
  });
  res.status(201).json(answer);
}

async function underLock(
  transferId: string,
  said: Said,
  res: Response,
  decide: (held: Held, client: pg.PoolClient) => Decision | Promise<Decision>,
): Promise<void> {
  if (!isUuid(transferId)) throw new Refusal(404, 'not-found');
  const client = await pool.connect();
  try {
    const [, { rows }] = await Promise.all([
      client.query('begin'),
      client.query<Held>({ ...LOCK, values: [transferId, said.tokenHash, said.key] }),
    ]);
    const held = rows[0]!;
    const told = toldBefore(held, said);
    if (told) {
      await client.query('rollback');
      return void res.status(200).json(told);
    }
    const { values, answer } = changeOf(held, await decide(held, client), said);
    await Promise.all([client.query({ ...WRITE, values }), client.query('commit')]);
    res.status(201).json(answer);
  } catch (error) {
    await client.query('rollback');
    // Two with the same key at once: the second one is told what the first one was.
    if ((error as { constraint?: string }).constraint === 'said_once')
      return await underLock(transferId, said, res, decide);
    throw error;
  } finally {
    client.release();
  }
}

/** What is written, or why not. */
function changeOf(held: Held, { kind, detail, ends, ...more }: Decision, { key, hash }: Said) {
  if (held.id === null) throw new Refusal(404, 'not-found');
  if (held.closedAt) throw new Refusal(409, 'transfer-closed');
  const step = STEPS[held.step]!;
  const together = kind === 'infoFormReceived' || kind === 'fundsMatched';
  if (together ? held.step !== 'formAndFunds' : !Object.hasOwn(step.next, ends!))
    throw new Refusal(409, 'step-not-open');
  if (kind !== 'fundsMatched' && held.role !== step.role && held.role !== 'manager')
    throw new Refusal(403, 'not-allowed');
  if (barred(step, held.doneBy).includes(held.callerId!)) throw new Refusal(403, 'separation-of-duties');
  const now = new Date();
  const doneBy = ends
    ? { ...held.doneBy, [held.step]: [...(held.doneBy[held.step] ?? []), held.callerId!] }
    : held.doneBy;
  const next = ends ? step.next[ends] : undefined;
  const open = next
    ? opening(next, held.ordinal + 1, { id: held.id, stewardId: held.stewardId, doneBy }, now)
    : undefined;
  const factSeq = held.lastFactSeq + 1;
  const answer = {
    event: { transferId: held.id, factSeq, kind, occurredAt: now },
    closedStep: ends ?? null,
    openStep: open,
  };
  const { formFen = held.formFen, moneyFen = held.moneyFen } = more;
  const written = [
    held.id,
    held.ordinal,
    held.lastSeq,
    held.callerId,
    now,
    ends,
    open?.step,
    open?.ownerId,
    open?.dueOn,
  ];
  return { answer, values: [...written, factSeq, kind, detail, answer, key, hash, doneBy, formFen, moneyFen] };
}

function opening(
  step: string,
  ordinal: number,
  transfer: Pick<Held, 'stewardId' | 'doneBy'> & { id: string },
  now: Date,
) {
  const ownerId = ownerOf(step, transfer);
  loads.set(ownerId, (loads.get(ownerId) ?? 0) + 1);
  return { transferId: transfer.id, ordinal, step, ownerId, dueOn: dueAfter(now, STEPS[step]!.workingDays, special) };
}

/** The steward waits for the counterpart, who did it before goes on with it, else whoever has least; the manager when nobody may. */
function ownerOf(step: string, { stewardId, doneBy }: Pick<Held, 'stewardId' | 'doneBy'>): string {
  const rule = STEPS[step]!;
  const not = barred(rule, doneBy);
  if (step === 'formAndFunds') return stewardId;
  const before = doneBy[step === 'delivery' ? 'liaisonLetter' : step]?.at(-1);
  if (before !== undefined && !not.includes(before)) return before;
  const may = staff.filter(({ id, role }) => role === rule.role && !not.includes(id)).map(({ id }) => id);
  const manager = staff.find(({ role }) => role === 'manager')!.id;
  return may.sort((one, other) => (loads.get(one) ?? 0) - (loads.get(other) ?? 0))[0] ?? manager;
}

function saidIn(req: Request): Said {
  const token = /^Bearer (\S+)$/.exec(req.get('authorization') ?? '')?.[1];
  const key = req.get('Idempotency-Key');
  if (token === undefined) throw new Refusal(401, 'not-signed-in');
  if (key === undefined) throw new Refusal(422, 'invalid-request', ['Idempotency-Key']);
  const sha256 = (text: string) => createHash('sha256').update(text).digest();
  return { body: req.body as Json, key, hash: sha256(req.path + JSON.stringify(req.body)), tokenHash: sha256(token) };
}

/** @throws when nobody is signed in, or the key was used for something else */
function toldBefore(caller: Caller | undefined, { hash }: Said): Json | undefined {
  if (!caller?.callerId) throw new Refusal(401, 'not-signed-in');
  if (!caller.told) return undefined;
  if (!caller.toldHash?.equals(hash)) throw new Refusal(409, 'idempotency-key-reused');
  return caller.told;
}

async function readLoads(): Promise<void> {
  const { rows } = await pool.query<{ id: string; open: number }>(LOADS);
  loads = new Map(rows.map(({ id, open }) => [id, open]));
}
