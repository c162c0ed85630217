import { afterEach, expect, test } from 'vitest';
import { checkGateway, printTemplate, trySending } from '../../../gateways/sms/for-operators.ts';
import type { SmsSettings } from '../../../gateways/sms/open.ts';
import { aGateway, utf8, type PlayedGateway } from './a-gateway.ts';

let gateway: PlayedGateway | undefined;
afterEach(() => gateway?.stop());

const PASSWORD = 'a-password-of-kannel';
const kannelAt = (url: string, password = PASSWORD): SmsSettings => ({
  template: 'kannel',
  environment: {
    SMS_GATEWAY_URL: url,
    SMS_SECRET: 's'.repeat(32),
    SMS_RECEIPT_URL: 'http://baton.internal:8080',
    SMS_KANNEL_USERNAME: 'baton',
    SMS_KANNEL_PASSWORD: password,
  },
});
const playedKannel = () =>
  aGateway(({ headers }) =>
    headers['x-kannel-password'] === PASSWORD
      ? { status: 202, body: '0: Accepted for delivery', headers: { 'content-type': 'text/html' } }
      : { status: 403, body: 'Authorization failed for sendsms' },
  );

test('where a template leads is said without sending, and so is everything that is wrong', async () => {
  gateway = await playedKannel();
  const { words, json } = checkGateway(kannelAt(`${gateway.url}/cgi-bin/sendsms`));
  expect(words.split('\n')).toEqual([
    'template kannel: nothing is wrong with it',
    `${gateway.url}: this machine itself, in clear: telephones and texts are seen on the way`,
    'receipts: in its own form to /sms/gateway-receipts',
  ]);
  expect(json).toMatchObject({ template: 'kannel', addresses: [{ network: 'loopback' }] });
  expect(gateway.heard).toEqual([]);
  const halfSet = { template: 'kannel', environment: { SMS_GATEWAY_URL: 'http://203.0.113.9/' } };
  for (const wrong of ['SMS_KANNEL_USERNAME', 'SMS_KANNEL_PASSWORD', 'SMS_RECEIPT_URL', 'plain HTTP'])
    expect(() => checkGateway(halfSet)).toThrow(wrong);
  expect(() => checkGateway({ environment: {} })).toThrow('SMS_GATEWAY_URL');
});

test('an address that is not set is called that, and not a wrong one', () => {
  const without = { ...kannelAt('x').environment } as Record<string, string>;
  delete without.SMS_GATEWAY_URL;
  const told = (environment: SmsSettings['environment']): string => {
    try {
      return checkGateway({ template: 'kannel', environment }).words;
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(told(without)).toBe(
    'SMS_TEMPLATE kannel:\n  send.{env.SMS_GATEWAY_URL}: set SMS_GATEWAY_URL in the environment (its name begins with SMS_)',
  );
  expect(told({ ...without, SMS_GATEWAY_URL: ' ' })).toBe(
    'SMS_TEMPLATE kannel:\n  send.address: {env.SMS_GATEWAY_URL} is set to nothing',
  );
  expect(told({ ...without, SMS_GATEWAY_URL: 'gateway.internal' })).toContain('is no address that begins with http');
});

test('one message is tried: what the gateway said, and how it was read', async () => {
  gateway = await playedKannel();
  const taken = await trySending(kannelAt(gateway.url), '139 0000 0000');
  expect(taken.words).toMatch(
    /^HTTP 202, text\/html: 0: Accepted for delivery\nread as taken; its receipt is expected under [\da-f-]{36}$/,
  );
  expect(utf8(gateway.heard[0]!.body)).toContain('测试');
  const wrong = await trySending(kannelAt(gateway.url, 'another'), '+852 5123 4567');
  expect(wrong.json).toMatchObject({ heard: 'answer', result: { state: 'busy', reason: 'gateway403' } });
  expect(gateway.heard.map(({ headers }) => headers['x-kannel-to'])).toEqual(['13900000000', '+85251234567']);
  const { url } = gateway;
  await gateway.stop();
  const away = await trySending(kannelAt(url), '13900000000');
  expect(away.words).toBe(
    'no connection (gatewayUnreachable): nothing was said\nread as unreachable (gatewayUnreachable)',
  );
});

test.each(['', '139', '010-88000000', '+86 10 88000000'])('no message is tried to %j', async (phone) => {
  await expect(trySending(kannelAt('http://127.0.0.1:1/'), phone)).rejects.toThrow('--to');
});

test('only a shipped template is printed', () => {
  expect(() => printTemplate('constructor')).toThrow('baton, kannel');
});
