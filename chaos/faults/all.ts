/** Every kind of fault that is drawn. */
import { BAD_NETWORK } from './bad-network.ts';
import { clockJump, clockOff } from './clock.ts';
import { connectionStorm } from './connection-storm.ts';
import { diskFull } from './disk-full.ts';
import type { Fault } from './fault.ts';
import { heapLimit } from './heap-limit.ts';
import { lostHolder } from './lost-holder.ts';
import { LOST_PARTS } from './lost-part.ts';
import { lostProcedure } from './lost-procedure.ts';
import { lostSignal } from './lost-signal.ts';
import { lostStarter } from './lost-starter.ts';
import { poison } from './poison.ts';
import { stuckWork } from './stuck-work.ts';
import { temporalAway } from './temporal-away.ts';
import { temporalRefusesNamespace, temporalRefusesSize } from './temporal-refuses.ts';
import { webhookStorm } from './webhook-storm.ts';

const MACHINES: readonly Fault[] = [clockOff, clockJump, diskFull, connectionStorm, heapLimit];
const INPUT: readonly Fault[] = [webhookStorm, poison];
const LIVENESS: readonly Fault[] = [lostProcedure, lostSignal, lostHolder, stuckWork];
const TEMPORAL: readonly Fault[] = [temporalAway, temporalRefusesSize, temporalRefusesNamespace];

export const FAULTS: readonly Fault[] = [
  ...LOST_PARTS,
  lostStarter,
  ...BAD_NETWORK,
  ...MACHINES,
  ...INPUT,
  ...LIVENESS,
  ...TEMPORAL,
];
