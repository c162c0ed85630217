/** Every kind of fault that is drawn. */
import { BAD_NETWORK } from './bad-network.ts';
import { clockJump, clockOff } from './clock.ts';
import { connectionStorm } from './connection-storm.ts';
import type { Fault } from './fault.ts';
import { heapLimit } from './heap-limit.ts';
import { LOST_PARTS } from './lost-part.ts';
import { lostStarter } from './lost-starter.ts';

const MACHINES: readonly Fault[] = [clockOff, clockJump, connectionStorm, heapLimit];

export const FAULTS: readonly Fault[] = [...LOST_PARTS, lostStarter, ...BAD_NETWORK, ...MACHINES];
