/** A wire between a part of the office and a server that can be held, slowed and cut: what a bad network does, on node:net. */
import { EventEmitter, once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export type Direction = 'toServer' | 'toClient';

/** What is wrong with a wire for a while; several things may be at once. */
export interface Trouble {
  /** No byte passes in these directions, nor the news that somebody has gone; what was sent waits. */
  readonly holds?: readonly Direction[];
  /** Connections that lived while it lasted stay silent for ever, as behind a router that forgot them; new ones work. */
  readonly forgets?: boolean;
  readonly delayMs?: number;
  /** Bytes pass in drops of so many, one every ten milliseconds. */
  readonly dropBytes?: number;
  /** Of COMMITs that went to the server: cut so many connections before the answer passes. */
  cuts?: number;
}

export interface Link {
  readonly port: number;
  /** Of the connections that it has cut. */
  readonly cut: number;
  /** @returns what takes it away again */
  impose(trouble: Trouble): () => void;
  close(): void;
}

interface Wire {
  readonly client: Socket;
  readonly server: Socket;
  forgotten: boolean;
  committing: boolean;
}

const COMMIT = /(?:^|[^a-z])commit(?: work| transaction)?;?\0/i;
const DROP_EVERY_MS = 10;
const SERVER_NOTICES_MS = 30_000;

/** What the wires of one link know together. */
interface State {
  readonly troubles: Set<Trouble>;
  readonly wires: Set<Wire>;
  readonly changed: EventEmitter;
  cut: number;
}

/** `serverPort` is asked at each new connection: the server may have moved, or be away. */
export async function openLink(serverPort: () => number | undefined): Promise<Link> {
  const changed = new EventEmitter().setMaxListeners(0);
  const state: State = { troubles: new Set(), wires: new Set(), changed, cut: 0 };
  const listening = createServer({ allowHalfOpen: true }, (client) => accept(state, client, serverPort()));
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    port: (listening.address() as AddressInfo).port,
    get cut() {
      return state.cut;
    },
    impose(trouble) {
      state.troubles.add(trouble);
      return () => {
        if (trouble.forgets) for (const wire of state.wires) forget(wire);
        state.troubles.delete(trouble);
        changed.emit('change');
      };
    },
    close: () => closeAll(listening, state.wires),
  };
}

function accept(state: State, client: Socket, port: number | undefined): void {
  if (port === undefined) return void client.destroy();
  const server = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
  const wire: Wire = { client: client.setNoDelay(true), server, forgotten: false, committing: false };
  state.wires.add(wire);
  // Whoever reads from them is told; nobody else has to be.
  for (const socket of [client, server]) socket.on('error', () => {}).on('close', () => state.changed.emit('change'));
  const carried = [carry(state, wire, 'toServer'), carry(state, wire, 'toClient')];
  void Promise.all(carried).finally(() => state.wires.delete(wire));
}

async function carry(state: State, wire: Wire, direction: Direction): Promise<void> {
  const [from, to] = direction === 'toServer' ? [wire.client, wire.server] : [wire.server, wire.client];
  try {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      if (direction === 'toServer' && COMMIT.test(chunk.toString('latin1'))) wire.committing = true;
      if (direction === 'toClient' && isCut(state, wire)) break;
      await pass(state, wire, direction, chunk, to);
    }
  } catch {
    // Broken off, or the other side is gone: the end is passed on below.
  }
  await released(state, wire, direction, to);
  from.destroy();
  if (!to.destroyed) to.end(() => to.destroy());
}

/** The answer to a COMMIT is there: the server has committed, and the client will not hear of it. */
function isCut(state: State, wire: Wire): boolean {
  if (!wire.committing) return false;
  wire.committing = false;
  const cutting = [...state.troubles].find(({ cuts = 0 }) => cuts > 0);
  if (!cutting) return false;
  cutting.cuts = (cutting.cuts ?? 0) - 1;
  state.cut += 1;
  wire.client.destroy();
  wire.server.destroy();
  return true;
}

async function pass(state: State, wire: Wire, direction: Direction, chunk: Buffer, to: Socket): Promise<void> {
  const troubles = [...state.troubles];
  const dropBytes = Math.min(...troubles.map((trouble) => trouble.dropBytes ?? Infinity));
  const pieceBytes = Number.isFinite(dropBytes) ? dropBytes : chunk.length;
  const delayMs = Math.max(0, ...troubles.map((trouble) => trouble.delayMs ?? 0));
  if (delayMs > 0) await delay(delayMs);
  for (let at = 0; at < chunk.length; at += pieceBytes) {
    if (at > 0) await delay(DROP_EVERY_MS);
    await released(state, wire, direction, to);
    if (!to.write(chunk.subarray(at, at + pieceBytes))) await Promise.race([once(to, 'drain'), once(to, 'close')]);
  }
}

async function released({ troubles, changed }: State, wire: Wire, direction: Direction, to: Socket): Promise<void> {
  const isHeld = () => wire.forgotten || [...troubles].some(({ holds }) => holds?.includes(direction));
  while (isHeld() && !to.destroyed) await once(changed, 'change');
}

/** The server's own keepalive finds out after a while; the client is left to its patience. */
function forget(wire: Wire): void {
  wire.forgotten = true;
  setTimeout(() => wire.server.destroy(), SERVER_NOTICES_MS).unref();
}

function closeAll(listening: Server, wires: ReadonlySet<Wire>): void {
  listening.close();
  for (const { client, server } of wires) {
    client.destroy();
    server.destroy();
  }
}
