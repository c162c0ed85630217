/** Deliveries and applications that nobody can store: each is refused by name, and whoever comes meanwhile is served. */
import { setTimeout as delay } from 'node:timers/promises';
import { post, secretOf, signed, type Status, type WebhookPath } from '../signed.ts';
import type { Fault, Ground } from './fault.ts';
import { finding } from './finding.ts';

const SCAN = '{"scans":[{"waybill":"9900000000017","scannedAt":"2026-03-03T10:00:00+08:00","code":"10","text":"@"}]}';
const scanOf = (text: string): string => SCAN.replace('@', text);
const DEEP = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;

interface Poison {
  readonly name: string;
  readonly path: WebhookPath;
  readonly body: string;
  readonly status: number;
  /** Signed with another secret. */
  readonly forged?: boolean;
}

const courier = (name: string, status: number, body: string): Poison => ({
  name,
  status,
  body,
  path: '/courier/scans',
});

const POISONS: readonly Poison[] = [
  courier('two mebibytes', 413, scanOf('x'.repeat(2 * 1024 * 1024))),
  courier('five thousand levels', 422, `{"scans":${DEEP}}`),
  courier('NUL', 422, scanOf('\\u0000')),
  courier('half a character', 422, scanOf('\\ud83d')),
  courier('no JSON', 422, '{"scans":'),
  courier('a text as list', 422, '{"scans":"1"}'),
  courier('a number as text', 422, SCAN.replace('"9900000000017"', '9900000000017')),
  courier('a day that is none', 422, SCAN.replace('2026-03-03', '2026-02-30')),
  courier('nothing', 422, ''),
  { ...courier('a forged signature', 401, scanOf('x')), forged: true },
  {
    name: 'a state that nobody knows',
    path: '/sms/receipts',
    status: 422,
    body: '{"receipts":[{"reference":"r","state":"evaporated"}]}',
  },
];

const AGAIN_MS = 500;

export const poison: Fault = {
  name: 'poison',
  rhythm: 'disturbance',
  lastsMs: [1_000, 3_000],
  strike(ground, chance) {
    const poisoning = poisoned(ground, chance.shuffled(POISONS));
    return Promise.resolve({
      what: `${POISONS.length} poisonous deliveries`,
      heal: async () => void (await poisoning),
      findings: async () =>
        finding('poison-refused', 'what nobody can store is refused, with the status that says why', await poisoning),
    });
  },
};

/** One after the other; whoever is being started again, or has no database, is asked once more. */
async function poisoned({ office, stop }: Ground, poisons: readonly Poison[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { name, path, body, status: expected, forged } of poisons) {
    const status = await insisted(() => {
      const secret = forged ? 'forged' : secretOf(office.dataDir, path);
      return post(office.url + path, signed(secret, body), body);
    }, stop);
    if (status !== undefined && status !== expected) wrong.push(`${name}: ${status} instead of ${expected}`);
  }
  return wrong;
}

/** Undefined when the run is over first. */
async function insisted(ask: () => Promise<Status>, stop: AbortSignal): Promise<Status> {
  for (; !stop.aborted; await delay(AGAIN_MS)) {
    const status = await ask();
    if (status !== undefined && status !== 503 && status !== 429) return status;
  }
  return undefined;
}
