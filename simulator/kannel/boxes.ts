/** Kannel's two programs, bearerbox and smsbox, in a folder and on ports of their own. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

export interface Kannel {
  /** Where its sendsms takes messages. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  stop(): Promise<void>;
}

/** Debian puts them where only root looks. */
const PLACES = ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/bin'];

const programOf = (name: string): string | undefined => PLACES.map((place) => join(place, name)).find(existsSync);

export const kannelIsInstalled = (): boolean => ['bearerbox', 'smsbox'].every((name) => programOf(name) !== undefined);

const ACCOUNT = { username: 'baton', password: 'a-password-of-kannel' } as const;
const PATIENCE_MS = 20_000;

/** @throws when it is not installed, or does not come up; what it said is in the message */
export async function startKannel(centrePort: number): Promise<Kannel> {
  const [bearerbox, smsbox] = [programOf('bearerbox'), programOf('smsbox')];
  if (!bearerbox || !smsbox) throw new Error('Kannel is not installed here: apt-get install kannel');
  const folder = await mkdtemp(join(tmpdir(), 'baton-kannel-'));
  const ports = { admin: await freePort(), boxes: await freePort(), sendsms: await freePort(), centre: centrePort };
  const file = join(folder, 'kannel.conf');
  await writeFile(file, configOf(ports), { mode: 0o600 });
  const url = `http://127.0.0.1:${String(ports.sendsms)}/cgi-bin/sendsms`;
  const started: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const child of started.reverse()) await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    started.push(start(bearerbox, file, folder));
    await until(() => isOnline(ports.admin), started);
    started.push(start(smsbox, file, folder));
    await until(() => answers(url), started);
    return { url, ...ACCOUNT, stop };
  } catch (error) {
    const { stdout } = await promisify(execFile)('tail', ['-n', '5', join(folder, 'bearerbox.log')]);
    await stop();
    throw new Error(`Kannel did not come up: ${stdout}`, { cause: error });
  }
}

interface Ports {
  readonly admin: number;
  readonly boxes: number;
  readonly sendsms: number;
  readonly centre: number;
}

/** A group ends with an empty line. As docs/runbook.md shows it, apart from the ports. */
const configOf = ({ admin, boxes, sendsms, centre }: Ports): string => `group = core
admin-port = ${String(admin)}
admin-password = ${ACCOUNT.password}
admin-deny-ip = "*.*.*.*"
admin-allow-ip = "127.0.0.1"
smsbox-port = ${String(boxes)}
box-deny-ip = "*.*.*.*"
box-allow-ip = "127.0.0.1"
dlr-storage = internal

group = smsc
smsc = smpp
smsc-id = network
host = 127.0.0.1
port = ${String(centre)}
transceiver-mode = true
smsc-username = baton
smsc-password = word
system-type = ""
reconnect-delay = 1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${String(sendsms)}
http-request-retry = 100
http-queue-delay = 5

group = sendsms-user
username = ${ACCOUNT.username}
password = ${ACCOUNT.password}
default-sender = 10690000
concatenation = true
max-messages = 5
`;

function start(program: string, file: string, folder: string): ChildProcess {
  const name = program.slice(program.lastIndexOf('/') + 1);
  const log = openSync(join(folder, `${name}.log`), 'a');
  return spawn(program, ['-v', '1', file], { cwd: folder, stdio: ['ignore', log, log] });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const killing = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await exit;
  clearTimeout(killing);
}

async function until(isReady: () => Promise<boolean>, running: readonly ChildProcess[]): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isReady())) {
    if (Date.now() > end || running.some(({ exitCode }) => exitCode !== null)) throw new Error('it gave up');
    await delay(100);
  }
}

const textOf = (url: string): Promise<string> =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.text(),
    () => '',
  );

const isOnline = async (port: number): Promise<boolean> =>
  (await textOf(`http://127.0.0.1:${String(port)}/status.txt?password=${ACCOUNT.password}`)).includes('(online');

const answers = async (url: string): Promise<boolean> => (await textOf(url)).includes('Authorization failed');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
