import { expect, test } from 'vitest';
import { refuseForeignOrigin } from '../../api/door/same-origin.ts';

type Asked = Parameters<typeof refuseForeignOrigin>[0];

const asked = (headers: Record<string, string>, host: string): Asked => ({
  method: 'PUT',
  host,
  get: ((name: string) => headers[name]) as Asked['get'],
});

/** Safari before 16.4 and other old browsers do not say `Sec-Fetch-Site`. */
test.each([
  ['the host names the port that https has anyway', 'https://baton.example', 'baton.example:443', undefined],
  ['the same without a port', 'https://baton.example', 'baton.example', undefined],
  ['a port of its own', 'http://baton.example:8080', 'baton.example:8080', undefined],
  ['a proxy rewrites the host', 'https://baton.example', '127.0.0.1:8080', 'https://baton.example'],
  ['the address is written with its path', 'https://baton.example', '10.0.0.7', 'https://Baton.example:443/app/'],
])('our own page may change something: %s', (_, origin, host, publicUrl) => {
  expect(() => refuseForeignOrigin(asked({ Origin: origin }, host), publicUrl)).not.toThrow();
});

test.each([
  ['another site', 'https://evil.example', 'baton.example', undefined],
  ['a sandboxed page', 'null', 'baton.example', undefined],
  ['another port', 'https://baton.example:8443', 'baton.example', undefined],
  [
    'another site that knows the host behind the proxy',
    'http://127.0.0.1:8080',
    '127.0.0.1:8080',
    'https://baton.example',
  ],
  ['http where the office has https', 'http://baton.example', 'baton.example', 'https://baton.example'],
])('no other page may: %s', (_, origin, host, publicUrl) => {
  expect(() => refuseForeignOrigin(asked({ Origin: origin }, host), publicUrl)).toThrow(/another site/);
});

test('who says neither site nor origin is no page of ours', () => {
  expect(() => refuseForeignOrigin(asked({}, 'baton.example'))).toThrow(/another site/);
});
