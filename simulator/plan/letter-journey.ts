/** What the courier does with a letter: its scans, and whether the addressee gets it. */
import type { ReasonCode } from '../../domain/facts/reason-codes.ts';
import { s10CheckDigit } from '../../domain/letters/waybill.ts';
import { draws } from '../outside/draws.ts';
import { afterWorkingDays, type OfficeMs } from '../outside/office-time.ts';

export interface CourierScan {
  readonly at: OfficeMs;
  readonly code: string;
  readonly text: string;
  /** When the courier's system tells the office; scans may come late and out of order. */
  readonly toldAt: OfficeMs;
}
export interface LetterJourney {
  readonly scans: readonly CourierScan[];
  /** Absent when the letter comes back or is lost. */
  readonly deliveredAt?: OfficeMs;
}

const MINUTE = 60_000;
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  M01: ['未妥投 原址查无此单位', '未妥投 单位已迁移新址不明'],
  M02: ['未妥投 收件人拒收', '未妥投 无人签收'],
};

/** A domestic number of 13 digits, now and then an S10 number; one for each letter of a play. */
export function waybillOf(seed: number, no: number, attempt: number): string {
  const draw = draws(seed, 'waybill', no, attempt);
  const serial = String(((no * 8 + attempt) * 7919) % 100_000_000).padStart(8, '0');
  if (draw.chance('s10', 0.1)) return `EA${serial}${s10CheckDigit(serial)}CN`;
  return `1${String(seed % 1000).padStart(3, '0')}${draw.integer('digit', 0, 9)}${serial}`;
}

/** The whole journey of a letter posted then; `failure` is what becomes of it instead of a delivery. */
export function letterJourney(seed: number, waybill: string, postedAt: OfficeMs, failure?: ReasonCode): LetterJourney {
  const draw = draws(seed, 'journey', waybill);
  const days = draw.integer('days', 1, 3);
  const arrivesAt = afterWorkingDays(postedAt, days, draw.integer('minute', 9 * 60 + 10, 15 * 60));
  const plain: [number, string, string][] = [
    [postedAt + 50 * MINUTE, '203', '收寄计费信息'],
    [postedAt + 9 * 60 * MINUTE, '305', '离开处理中心'],
  ];
  if (failure === 'M03') return { scans: told(draw.uniform, plain) };
  plain.push([arrivesAt - 5 * 60 * MINUTE, '306', '到达处理中心'], [arrivesAt - 70 * MINUTE, '463', '安排投递']);
  if (draw.chance('unknown code', 0.03)) plain.push([arrivesAt - 20 * MINUTE, '999', '其他信息']);
  const texts = failure ? TEXTS[failure] : undefined;
  if (texts) {
    const backAt = afterWorkingDays(arrivesAt, draw.integer('back after', 1, 2), draw.integer('back minute', 600, 960));
    plain.push([arrivesAt, '705', draw.pick('text', texts)], [backAt, '708', '退回寄件人 妥投']);
    return { scans: told(draw.uniform, plain) };
  }
  plain.push([arrivesAt, '704', draw.pick('signed', ['妥投 单位收发章', '妥投 本人签收', '妥投 他人代收：收发室'])]);
  return { scans: told(draw.uniform, plain), deliveredAt: arrivesAt };
}

/** Most scans are told within the hour; some are late enough to be overtaken. */
function told(uniform: (name: string) => number, scans: readonly [number, string, string][]): CourierScan[] {
  return scans.map(([moment, code, text], index) => {
    const late = uniform(`late ${index}`) < 0.06 ? 8 * 60 : 30;
    return { at: moment, code, text, toldAt: moment + Math.floor(uniform(`told ${index}`) * late) * MINUTE };
  });
}
