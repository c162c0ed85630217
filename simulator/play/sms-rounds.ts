/** The SMS centre beside a play: it takes messages, and sends receipts every second. */
import { startSmsCentre } from './sms-centre.ts';
import type { World } from './world.ts';

export interface SmsRounds {
  sendReceipts(): Promise<void>;
  stop(): Promise<void>;
}

const RECEIPTS_EVERY_MS = 1000;

export async function startSmsRounds({ settings, story, record, posts, clock, stop }: World): Promise<SmsRounds> {
  const { smsPort: port, smsSecret: secret } = settings;
  const centre = await startSmsCentre({ port, secret, story, record, posts, officeNow: () => clock.now() });
  let failed: unknown;
  const timer = setInterval(() => {
    centre.sendReceipts().catch((error: unknown) => {
      if (!stop.aborted) failed = error;
    });
  }, RECEIPTS_EVERY_MS);
  return {
    async sendReceipts() {
      if (failed) throw failed;
      await centre.sendReceipts();
    },
    async stop() {
      clearInterval(timer);
      await centre.stop();
    },
  };
}
