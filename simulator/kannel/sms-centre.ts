/** The SMS centre of a mobile network, over SMPP 3.4: takes messages in one or several parts, and reports what became of each. */
import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import smpp, { type Pdu, type Session } from 'smpp';

export interface ArrivedMessage {
  /** The centre's own word for it. */
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

/** `refused`: not even taken. `silent`: taken, and nothing more is ever heard of it. */
export type Fate = 'delivered' | 'failed' | 'refused' | 'silent';

export interface NetworkCentre {
  readonly port: number;
  /** Reports that are still to be sent. */
  readonly waiting: number;
  stop(): Promise<void>;
}

export type FateOf = (message: ArrivedMessage) => Fate | Promise<Fate>;

const REPORT_AFTER_MS = 200;
const REFUSED = 0x0b;

export async function startNetworkCentre(fateOf: FateOf): Promise<NetworkCentre> {
  const sessions = new Set<Session>();
  const centre = { waiting: 0, messages: 0 };
  const server: Server = smpp.createServer((session) => {
    sessions.add(session);
    const whole = inParts();
    const answer = (pdu: Pdu): unknown => session.send(pdu.response());
    for (const command of ['bind_transceiver', 'bind_transmitter', 'bind_receiver', 'enquire_link', 'unbind'])
      session.on(command, answer);
    session.on('error', () => undefined);
    session.on('close', () => sessions.delete(session));
    session.on('submit_sm', (pdu: Pdu) => {
      const id = String((centre.messages += 1));
      const message = whole(pdu, id);
      if (!message) return session.send(pdu.response({ message_id: id }));
      centre.waiting += 1;
      return void Promise.resolve(fateOf(message))
        .then((fate) => settle(session, pdu, { message, fate, id }))
        .finally(() => (centre.waiting -= 1));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get waiting() {
      return centre.waiting;
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      for (const session of sessions) session.destroy();
      await closed;
    },
  };
}

interface WholeMessage extends ArrivedMessage {
  /** Those of its parts whose sender wants to hear what becomes of them: Kannel asks with the first. */
  readonly toReport: readonly string[];
}

interface Outcome {
  readonly message: WholeMessage;
  readonly fate: Fate;
  /** Of its last part. */
  readonly id: string;
}

async function settle(session: Session, pdu: Pdu, { message, fate, id }: Outcome): Promise<void> {
  session.send(pdu.response(fate === 'refused' ? { command_status: REFUSED } : { message_id: id }));
  if (fate === 'refused' || fate === 'silent') return;
  await delay(REPORT_AFTER_MS);
  const [count, stat] = fate === 'delivered' ? ['001', 'DELIVRD'] : ['000', 'UNDELIV'];
  for (const part of message.toReport)
    session.deliver_sm({
      source_addr: pdu.destination_addr,
      destination_addr: pdu.source_addr,
      esm_class: 4,
      short_message: `id:${part} sub:001 dlvrd:${count} submit date:2603031000 done date:2603031001 stat:${stat} err:000 text:`,
    });
}

/** Puts the parts of long messages together by the header that each carries: 05 00 03, reference, how many, which. */
function inParts(): (pdu: Pdu, id: string) => WholeMessage | undefined {
  const open = new Map<string, { readonly texts: Map<number, string>; readonly toReport: string[] }>();
  return ({ destination_addr: to, short_message: content, registered_delivery: asked }, id) => {
    const text = String(content?.message ?? '');
    const [kind, length, reference, count = 1, place = 1] = content?.udh?.[0] ?? [];
    const isPart = kind === 0 && length === 3;
    const key = isPart ? `${to} ${String(reference)}` : id;
    const { texts, toReport } = open.get(key) ?? { texts: new Map<number, string>(), toReport: [] };
    texts.set(place, text);
    if (asked !== 0) toReport.push(id);
    open.set(key, { texts, toReport });
    if (isPart && texts.size < count) return undefined;
    open.delete(key);
    const parts = [...texts].sort(([one], [other]) => one - other).map(([, part]) => part);
    return { id, to, text: parts.join(''), toReport };
  };
}
