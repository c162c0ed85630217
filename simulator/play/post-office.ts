/** The courier tells what it scanned: by webhook, now and then by file, sometimes twice and never in order. */
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { dateOf, dayNumber, minuteOfDay } from '../../domain/time/shanghai-day.ts';
import { draws } from '../outside/draws.ts';
import { sendFile } from '../outside/file-upload.ts';
import type { CourierScan } from '../plan/letter-journey.ts';
import type { OfficeMs } from '../outside/office-time.ts';
import type { Plan } from '../plan/plan.ts';
import type { CaseStory, Story } from '../story/story.ts';
import type { World } from './world.ts';

export interface ScanToTell extends CourierScan {
  readonly id: string;
  readonly waybill: string;
}

const MOST_AT_ONCE = 500;
/** 1970-01-01 was a Thursday: on Wednesdays the courier's webhook is down and a file comes instead. */
const WEDNESDAY = 6;

/** Scans that the courier has and the office has not. */
export function untoldScans(plan: Plan, story: Story): ScanToTell[] {
  return [...story.cases.values()].flatMap((one) => scansOf(plan, one)).filter(({ id }) => !story.scansTold.has(id));
}

function scansOf(plan: Plan, story: CaseStory): ScanToTell[] {
  return story.letters.flatMap((letter) =>
    (plan.journeyOf(story.no, letter)?.scans ?? []).map((scan, index) => {
      const waybill = letter.waybill ?? '';
      return { ...scan, waybill, id: `${waybill}#${index}` };
    }),
  );
}

export async function tellScans(world: World, untold: readonly ScanToTell[], now: OfficeMs): Promise<void> {
  const due = untold.filter(({ toldAt }) => toldAt <= now).slice(0, MOST_AT_ONCE);
  if (due.length === 0) return;
  const { seed } = world.plan;
  const shuffled = due.toSorted((a, b) => draws(seed, 'order').uniform(a.id) - draws(seed, 'order').uniform(b.id));
  const twice = shuffled.filter(({ id }) => draws(seed, 'twice').chance(id, 0.03));
  await (dayNumber(dateOf(now)) % 7 === WEDNESDAY ? byFile : byWebhook)(world, [...shuffled, ...twice]);
  await world.record({ kind: 'scans', ids: due.map(({ id }) => id) });
}

async function byWebhook(world: World, scans: readonly ScanToTell[]): Promise<void> {
  await world.posts.post('/courier/scans', world.settings.courierSecret, {
    scans: scans.map(({ waybill, at, code, text }) => ({ waybill, scannedAt: new Date(at).toISOString(), code, text })),
  });
}

async function byFile({ api }: World, scans: readonly ScanToTell[]): Promise<void> {
  const { id } = api.oneOf('manager');
  await sendFile(api, id, { kind: 'courierScans', name: 'ems-scans.csv', content: scanFile(scans) });
}

/** The courier's file, in GB18030. */
export function scanFile(scans: readonly Pick<ScanToTell, 'waybill' | 'at' | 'code' | 'text'>[]): Uint8Array {
  const rows = scans.map(({ waybill, at, code, text }) => [waybill, timeOf(at), code, text]);
  return iconv.encode(
    stringify([['邮件号', '时间', '代码', '描述'], ...rows], { record_delimiter: '\r\n' }),
    'gb18030',
  );
}

function timeOf(moment: OfficeMs): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const minute = minuteOfDay(moment);
  return `${dateOf(moment)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(Math.floor(moment / 1000) % 60)}`;
}
