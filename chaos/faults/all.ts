/** Every kind of fault that is drawn. */
import { BAD_NETWORK } from './bad-network.ts';
import type { Fault } from './fault.ts';
import { LOST_PARTS } from './lost-part.ts';
import { lostStarter } from './lost-starter.ts';

export const FAULTS: readonly Fault[] = [...LOST_PARTS, lostStarter, ...BAD_NETWORK];
