/** The courier says everything again that he has said, up to five times and in any order, and speaks of letters that nobody has sent yet. */
import { setTimeout as delay } from 'node:timers/promises';
import { inParallel } from '../../domain/in-parallel.ts';
import type { Chance } from '../chance.ts';
import { askLedger } from '../ledger.ts';
import { post, secretOf, signed, type Status } from '../signed.ts';
import type { Fault, Ground } from './fault.ts';
import { finding } from './finding.ts';

interface Scan {
  readonly waybill: string;
  readonly scannedAt: string;
  readonly code: string;
  readonly text: string;
}

/** Repeated ones would be kept a second time only by mistake: the checker compares with what the courier has told. */
const TOLD = `select waybill, scanned_at as "scannedAt", code, text from mail_scans where source = 'webhook'
  order by received_at desc limit 40`;
const EARLY = 3;
const AT_ONCE = 8;
const AGAIN_MS = 500;

export const webhookStorm: Fault = {
  name: 'webhook-storm',
  rhythm: 'disturbance',
  lastsMs: [1_000, 4_000],
  async strike(ground, chance) {
    const { dataDir } = ground.office;
    const early = journeysOf(chance, ground.cases.newNo());
    const told = await askLedger<Scan>(dataDir, TOLD).catch(() => []);
    const scans = chance.shuffled(
      [...told, ...early].flatMap((scan) => Array.from({ length: chance.integer(1, 5) }, () => scan)),
    );
    const storming = storm(ground, scans);
    return {
      what: `${scans.length} deliveries of ${told.length + early.length} scans of the courier, in any order`,
      heal: async () => void (await storming),
      findings: async () => [
        ...finding('webhook-taken', 'a signed delivery is taken, however often it comes', refused(await storming)),
        ...(await effectFindings(dataDir, early)),
      ],
    };
  },
};

/** Numbers that no letter will ever have, so that nothing of the month depends on them. */
function journeysOf(chance: Chance, no: number): Scan[] {
  return Array.from({ length: EARLY }, (_, letter) => {
    const waybill = `99${String(no * 10 + letter).padStart(11, '0')}`;
    const code = ['203', '305', '704'][chance.integer(0, 2)]!;
    return { waybill, scannedAt: new Date(Date.UTC(2026, 0, 5, 2, letter)).toISOString(), code, text: 'x' };
  });
}

/** Each is delivered until it is taken, a few at a time. */
async function storm({ office, stop }: Ground, scans: readonly Scan[]): Promise<Status[]> {
  return inParallel(scans, AT_ONCE, async (scan) => (stop.aborted ? undefined : delivered(scan)));

  async function delivered(scan: Scan): Promise<Status> {
    const body = JSON.stringify({ scans: [scan] });
    const secret = secretOf(office.dataDir, '/courier/scans');
    for (;;) {
      const status = await post(`${office.url}/courier/scans`, signed(secret, body), body);
      if (stop.aborted || (status !== undefined && status !== 503 && status !== 429)) return status;
      await delay(AGAIN_MS);
    }
  }
}

const refused = (statuses: readonly Status[]): string[] => [
  ...new Set(statuses.filter((status) => status !== undefined && status !== 202).map((status) => `status ${status}`)),
];

/** Each number is parked once, with one task and its owner; clerks of the month may have looked at it since. */
async function effectFindings(dataDir: string, early: readonly Scan[]) {
  const rows = await askLedger<{ waybill: string }>(
    dataDir,
    `select waybill from unnest($1::text[]) as told (waybill)
     where (select count(*) from mail_scans m where m.waybill = told.waybill) <> 1
       or (select count(*) from tasks t join staff on staff.id = t.owner_id and staff.active
         where t.kind = 'unknownScan' and t.about ->> 'waybill' = told.waybill) <> 1`,
    [early.map(({ waybill }) => waybill)],
  );
  return finding(
    'early-scan-parked',
    'a scan of a letter that nobody knows is kept once, and somebody has one task to look at it',
    rows.map(({ waybill }) => waybill),
  );
}
