/** The simulated colleagues are patient: a killed API, a restart, an expired session do not stop them. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { OfficeApi } from '../../simulator/outside/office-api.ts';

type Answer = (url: string, response: ServerResponse, asked: number) => void;

let server: Server | undefined;
const stop = new AbortController();

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** An office that answers what the test says; `asked` counts the requests to that address. */
async function officeThat(answer: Answer): Promise<string> {
  const asked = new Map<string, number>();
  server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.set(url, (asked.get(url) ?? 0) + 1);
    request.resume().on('end', () => answer(url, response, asked.get(url)!));
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const send = (response: ServerResponse, status: number, content: unknown) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));

const signIn = (url: string, response: ServerResponse, asked: number): boolean => {
  if (url === '/practice/accounts') send(response, 200, { items: [{ username: 'clerk1', password: 'practice-only' }] });
  else if (url === '/sessions')
    send(response, 201, { token: `token-${asked}`, me: { id: 'id-1', username: 'clerk1', roles: ['clerk'] } });
  else return false;
  return true;
};

test('a broken connection and a starting API are waited out', async () => {
  const url = await officeThat((address, response, asked) => {
    if (asked === 1) response.destroy();
    else if (asked === 2) send(response, 503, { type: '/problems/unavailable', title: 'Starting', status: 503 });
    else send(response, 200, { officeDate: address });
  });
  const api = new OfficeApi(url, stop.signal);
  await expect(api.ask(() => api.client.GET('/clock'))).resolves.toMatchObject({ officeDate: '/clock' });
});

test('who was signed out signs in again and repeats the request', async () => {
  const url = await officeThat((address, response, asked) => {
    if (signIn(address, response, asked)) return;
    if (asked === 1) send(response, 401, { type: '/problems/not-signed-in', title: 'Who?', status: 401 });
    else send(response, 200, { items: [] });
  });
  const api = new OfficeApi(url, stop.signal);
  await api.signInEverybody();
  const tokens: string[] = [];
  await api.sure('id-1', (headers) => {
    tokens.push(headers.authorization);
    return api.client.GET('/staff', { headers });
  });
  expect(tokens).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test('a refusal is an answer, not a reason to try again', async () => {
  let asked = 0;
  const url = await officeThat((address, response, count) => {
    if (signIn(address, response, count)) return;
    asked = count;
    send(response, 409, { type: '/problems/step-not-open', title: 'Not now', status: 409 });
  });
  const api = new OfficeApi(url, stop.signal);
  await api.signInEverybody();
  const answer = await api.as('id-1', (headers) => api.client.GET('/staff', { headers }));
  expect(answer).toMatchObject({ ok: false, problem: { type: '/problems/step-not-open', status: 409 } });
  expect(asked).toBe(1);
});

test('an office without practice accounts is not played on', async () => {
  const url = await officeThat((_, response) => send(response, 200, { items: [] }));
  await expect(new OfficeApi(url, stop.signal).signInEverybody()).rejects.toThrow('no practice accounts');
});
