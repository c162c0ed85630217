import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';

const key = `k1:${Buffer.alloc(32).toString('base64')}`;
const complete = {
  DATABASE_URL: 'postgres://baton@127.0.0.1/baton',
  DATA_KEYS: key,
  HASH_KEYS: `${key},${key.replace('k1', 'k0')}`,
  COURIER_SECRET: 'c'.repeat(32),
  SMS_SECRET: 's'.repeat(32),
};
const messageOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

test('a complete environment becomes one frozen object', () => {
  const config = readConfig({ ...complete, PRACTICE: '1', SIMULATION_SPEED: '20000', TEMPORAL_TLS: '' });
  expect(config).toMatchObject({ practice: true, simulationSpeed: 20_000, port: 8080, production: false });
  expect(config.temporal).toEqual({ address: '127.0.0.1:7233', namespace: 'default', tls: false, apiKey: undefined });
  expect(Object.isFrozen(config) && Object.isFrozen(config.temporal)).toBe(true);
});

test('every wrong variable is named at once, and no value', () => {
  const message = messageOf({
    ...complete,
    DATABASE_URL: 'mysql://secret-host/baton',
    DATA_KEYS: 'not-a-key',
    SMS_SECRET: 'too-short',
    PORT: '99999',
    LOG_LEVEL: 'loud',
    TEMPORAL_TLS: 'perhaps',
  });
  for (const name of ['DATABASE_URL', 'DATA_KEYS', 'SMS_SECRET', 'PORT', 'LOG_LEVEL', 'TEMPORAL_TLS']) {
    expect(message).toContain(`  ${name}: `);
  }
  expect(message).not.toMatch(/secret-host|not-a-key|too-short/);
});

test('production refuses practice and simulated time, together with whatever else is wrong', () => {
  const message = messageOf({
    ...complete,
    NODE_ENV: 'production',
    PRACTICE: '1',
    SIMULATION_SPEED: '10',
    PRACTICE_PHONE_URL: 'http://127.0.0.1:1/',
    SMS_SECRET: '',
  });
  for (const name of ['PRACTICE', 'SIMULATION_SPEED', 'PRACTICE_PHONE_URL', 'SMS_SECRET']) {
    expect(message).toContain(`  ${name}: `);
  }
  expect(messageOf({ ...complete, NODE_ENV: 'production', PRACTICE: '0' })).toBe('');
});

test('.env.example names every variable that is read, and no other', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name).sort();
  const source = readFileSync(new URL('../config.ts', import.meta.url), 'utf8');
  const read = [...source.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name).sort();
  expect(named).toEqual(read);
});
