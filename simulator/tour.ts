/** `npm run tour`: one transfer from the counter to the booking, one Enter per step, and the worker killed on the way. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Clock } from './outside/clock.ts';
import { runningInstallation, startInstallation, type Installation } from './outside/installation.ts';
import { OfficeApi } from './outside/office-api.ts';
import { program } from './outside/program.ts';
import { startSmsCentre } from './play/sms-centre.ts';
import { signedPosts } from './outside/signed-posts.ts';
import { Story } from './story/story.ts';
import { tellTour } from './tour/tour-story.ts';

async function main(): Promise<void> {
  const { data } = program('npm run tour --')
    .option('--data <dir>', 'tour the office that runs on this folder, instead of a throw-away one')
    .parse()
    .opts<{ data?: string }>();
  const stop = new AbortController();
  const folder = data === undefined ? await mkdtemp(join(tmpdir(), 'baton-tour-')) : undefined;
  if (folder) console.log('An office of its own is being started for this tour; it takes half a minute.');
  const installation = folder
    ? await startInstallation(folder, () => undefined)
    : await runningInstallation(resolve(data ?? ''));
  process.once('SIGINT', () => stop.abort(new Error('stopped')));
  try {
    await tour(installation, stop.signal, folder !== undefined);
  } finally {
    stop.abort(new Error('the tour is over'));
    await installation.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}

async function tour(installation: Installation, stop: AbortSignal, own: boolean): Promise<void> {
  const { url, smsPort: port, smsSecret: secret, courierSecret, pids } = installation;
  const api = new OfficeApi(url, stop);
  await api.signInEverybody();
  const clock = new Clock(api);
  const posts = signedPosts(url, stop);
  const story = new Story();
  const record = (line: Parameters<Story['apply']>[0]): Promise<void> => Promise.resolve(story.apply(line));
  // A running practice office has an SMS centre of its own, and a clock that others steer.
  const centre = own
    ? await startSmsCentre({ port, secret, story, record, posts, officeNow: () => clock.now() })
    : undefined;
  try {
    const messages = (): string[] => [...story.messages.values()].map(({ text }) => text);
    await tellTour({ api, clock, posts, courierSecret, stop, own, messages, workerPid: required(pids['worker']) });
  } finally {
    await centre?.stop();
  }
}

function required(pid: number | undefined): number {
  if (pid === undefined) throw new Error('nobody knows the process of the worker');
  return pid;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
