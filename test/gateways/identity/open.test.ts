/** The registry of mobiles over HTTP: as the simulated one speaks, and as a template of an operator says. Unknown is not a match. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { IdentityRegistry } from '../../../domain/contacts/identity-registry.ts';
import { openIdentity } from '../../../gateways/identity/open.ts';
import { startRegistry, type PlayedRegistry, type PlayedResult } from '../../../simulator/identity/registry.ts';
import { aGateway, type PlayedGateway } from '../sms/a-gateway.ts';

const IDENTITY_SECRET = 'identity-secret-of-at-least-32-chars';
const asked = (mobile: string) => ({ mobile, idNumber: '110102199912310357' });

describe('the simulated registry', () => {
  let played: PlayedRegistry;
  let registry: IdentityRegistry;
  beforeAll(async () => {
    const results: [string, PlayedResult][] = [
      ['13900000001', 'match'],
      ['13900000002', 'noMatch'],
      ['13900000003', 'unknown'],
    ];
    const certain = new Map(results.map(([mobile, result]) => [`${mobile} ${asked(mobile).idNumber}`, result]));
    played = await startRegistry({ port: 0, secret: IDENTITY_SECRET, seed: 1, certain });
    registry = openIdentity({ environment: { IDENTITY_URL: played.url, IDENTITY_SECRET } })!.registry;
  });
  afterAll(() => played.stop());

  test('says match, no match, or that it does not know', async () => {
    expect(await registry.ask(asked('13900000001'))).toEqual({ result: 'match', reason: '' });
    expect(await registry.ask(asked('13900000002'))).toEqual({ result: 'noMatch', reason: '' });
    expect(await registry.ask(asked('13900000003'))).toEqual({ result: 'unknown', reason: 'unreadable' });
    expect(played.answered()).toEqual({ match: 1, noMatch: 1, unknown: 1 });
  });

  test('says the same when it is asked twice, and mostly that they belong together', async () => {
    const mobiles = Array.from({ length: 200 }, (_, n) => `137000${String(n).padStart(5, '0')}`);
    const first = await Promise.all(mobiles.map((mobile) => registry.ask(asked(mobile))));
    const again = await Promise.all(mobiles.map((mobile) => registry.ask(asked(mobile))));
    expect(again).toEqual(first);
    expect(first.filter(({ result }) => result === 'match').length).toBeGreaterThan(180);
  });

  test('answers nobody whom it does not know', async () => {
    const stranger = openIdentity({ environment: { IDENTITY_URL: played.url, IDENTITY_SECRET: 'x'.repeat(32) } })!;
    expect(await stranger.registry.ask(asked('13900000001'))).toEqual({ result: 'unknown', reason: 'registry401' });
  });
});

describe('whatever else comes is unknown', () => {
  let gateway: PlayedGateway | undefined;
  afterEach(() => gateway?.stop());

  const answered = async (status: number, body: string) => {
    gateway = await aGateway(() => ({ status, body }));
    const { registry } = openIdentity({ environment: { IDENTITY_URL: gateway.url, IDENTITY_SECRET } })!;
    return registry.ask(asked('13900000001'));
  };

  test.each([
    [200, '{"result":"perhaps"}', 'unreadable'],
    [200, '<result>match</result>', 'unreadable'],
    [200, '', 'unreadable'],
    [500, '{"result":"match"}', 'registry500'],
    [302, '', 'registry302'],
  ])('%s %s', async (status, body, reason) => {
    expect(await answered(status, body)).toEqual({ result: 'unknown', reason });
  });

  test('nobody there, or nobody who answers in time', async () => {
    const away = openIdentity({ environment: { IDENTITY_URL: 'http://127.0.0.1:9', IDENTITY_SECRET } })!;
    expect(await away.registry.ask(asked('13900000001'))).toEqual({ result: 'unknown', reason: 'unreachable' });
    gateway = await aGateway(() => undefined);
    const slow = openIdentity({ environment: { IDENTITY_URL: gateway.url, IDENTITY_SECRET } }, 200)!;
    expect(await slow.registry.ask(asked('13900000001'))).toEqual({ result: 'unknown', reason: 'noAnswer' });
  });
});

test('a template is checked as a whole before anything uses it, and shows no value', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'baton-identity-')), 'template.json');
  const template = {
    name: 'ours',
    request: { address: '{env.IDENTITY_URL}/x/{nobody}', headers: { key: '{env.IDENTITY_KEY}' } },
    match: { code: 'Y' },
    noMatch: { code: 'N' },
  };
  await writeFile(file, JSON.stringify(template));
  const environment = { IDENTITY_URL: 'http://127.0.0.1:1' };
  expect(() => openIdentity({ template: file, environment })).toThrow(/nobody[\s\S]*IDENTITY_KEY/);
  await writeFile(file, JSON.stringify({ ...template, match: {} }));
  expect(() => openIdentity({ template: file, environment })).toThrow(/says nothing/);
  expect(openIdentity({ environment: {} })).toBeUndefined();
});
