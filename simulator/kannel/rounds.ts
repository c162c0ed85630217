/** A month's messages over Kannel: the network behind it delivers, or does not, and its reports go back to the office through Kannel. */
import { setTimeout as delay } from 'node:timers/promises';
import { takesMessages } from '../play/sms-centre.ts';
import type { SmsRounds } from '../play/sms-rounds.ts';
import type { World } from '../play/world.ts';
import { startKannel } from './boxes.ts';
import { startNetworkCentre, type ArrivedMessage, type Fate } from './sms-centre.ts';

export interface KannelNetwork {
  /** What API and worker of the office must know. */
  readonly variables: Readonly<Record<string, string>>;
  roundsOf(world: World): Promise<SmsRounds>;
  stop(): Promise<void>;
}

/** From the network's report over both boxes to the office. */
const SETTLING_MS = 3_000;

export async function startKannelNetwork(): Promise<KannelNetwork> {
  let world: World | undefined;
  const centre = await startNetworkCentre((message) => fateOf(world, message));
  const kannel = await startKannel(centre.port);
  return {
    variables: {
      SMS_TEMPLATE: 'kannel',
      SMS_GATEWAY_URL: kannel.url,
      SMS_KANNEL_USERNAME: kannel.username,
      SMS_KANNEL_PASSWORD: kannel.password,
    },
    roundsOf(given) {
      world = given;
      return Promise.resolve({
        async sendReceipts() {
          while (centre.waiting > 0) await delay(100);
          await delay(SETTLING_MS);
        },
        stop: () => Promise.resolve(),
      });
    },
    async stop() {
      await kannel.stop();
      await centre.stop();
    },
  };
}

/** As the simulated SMS centre decides without Kannel; nobody is silent, so that all can be settled. */
async function fateOf(world: World | undefined, { id, to, text }: ArrivedMessage): Promise<Fate> {
  if (!world) return 'refused';
  const at = new Date(await world.clock.now()).toISOString();
  await world.record({ kind: 'sms', reference: id, to, text, at });
  const state = takesMessages(to) ? 'delivered' : 'failed';
  await world.record({ kind: 'smsReceipt', reference: id, state });
  return state;
}
