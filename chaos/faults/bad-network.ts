/** What networks do between API and PostgreSQL, worker and PostgreSQL, worker and Temporal. By a proxy of our own: it needs no rights. */
import type { Chance } from '../chance.ts';
import type { Trouble } from '../link.ts';
import { WIRES, type WireName } from '../network.ts';
import type { Fault } from './fault.ts';

interface Kind {
  readonly name: string;
  readonly lastsMs: readonly [number, number];
  readonly wires?: readonly WireName[];
  trouble(chance: Chance): Trouble;
  said(trouble: Trouble): string;
}

const TO_POSTGRES = ['api.postgres', 'worker.postgres'] as const;
const BOTH = ['toServer', 'toClient'] as const;
const forgotten = ({ forgets }: Trouble): string => (forgets ? ', and what lived is forgotten' : '');

const KINDS: readonly Kind[] = [
  {
    name: 'partition',
    lastsMs: [1_000, 60_000],
    trouble: (chance) => ({ holds: BOTH, forgets: chance.happens(0.5) }),
    said: (trouble) => `is parted${forgotten(trouble)}`,
  },
  {
    name: 'half-open',
    lastsMs: [1_000, 60_000],
    trouble: (chance) => ({ holds: [BOTH[chance.integer(0, 1)]!], forgets: chance.happens(0.5) }),
    said: (trouble) => `passes nothing ${trouble.holds?.[0] ?? ''}${forgotten(trouble)}`,
  },
  {
    name: 'delay',
    lastsMs: [2_000, 20_000],
    trouble: (chance) => ({ delayMs: chance.integer(20, 400) }),
    said: ({ delayMs }) => `takes ${delayMs ?? 0} ms longer each way`,
  },
  {
    name: 'drip',
    lastsMs: [2_000, 15_000],
    trouble: (chance) => ({ dropBytes: chance.integer(8, 200) }),
    said: ({ dropBytes }) => `drips, ${dropBytes ?? 0} bytes every 10 ms`,
  },
  {
    name: 'commit-cut',
    lastsMs: [2_000, 8_000],
    wires: TO_POSTGRES,
    trouble: (chance) => ({ cuts: chance.integer(1, 5) }),
    said: ({ cuts }) => `is cut before the answer to COMMIT, ${cuts ?? 0} times`,
  },
];

export const BAD_NETWORK: readonly Fault[] = KINDS.map(({ name, lastsMs, wires = WIRES, trouble, said }) => ({
  name,
  rhythm: 'disturbance',
  lastsMs,
  backWithinSeconds: 15,
  // Nothing is asked of a promise: to strike is to tell the proxy.
  strike({ network }, chance) {
    const wire = wires[chance.integer(0, wires.length - 1)]!;
    const imposed = trouble(chance);
    const what = `${wire} ${said(imposed)}`;
    const lift = network.links[wire].impose(imposed);
    return Promise.resolve({ what, heal: () => Promise.resolve(lift()) });
  },
}));
