/** `npm start`: a whole office on this machine. scripts/start.mjs runs before this and installs the packages. */
import { apiUrl } from './start/environment.ts';
import { figuresOf, practiceAccounts } from './start/figures.ts';
import { follow } from './start/follow.ts';
import { openInstallation, rememberAddress, takePossession } from './start/installation.ts';
import { prepareOffice, stopOffice, type Office } from './start/office.ts';
import { readOptions, type StartOptions } from './start/start-command.ts';
import { openScreen, type Screen } from './start/screen.ts';
import { startOffice } from './start/stages.ts';
import { standingIn } from './start/standing.ts';
import { threeLinks } from './start/three-links.ts';
import { welcome } from './start/welcome.ts';

let unfollow = () => {};
let stopping: Promise<void> | undefined;

try {
  const options = readOptions(process.argv.slice(2));
  if (options !== 'help') await start(options);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

async function start(options: StartOptions): Promise<void> {
  const installation = openInstallation(options.dataDir);
  const release = await takePossession(installation);
  const screen = openScreen(installation.logOf('start'), options.json ? process.stderr : process.stdout);
  const office = await prepareOffice(options, installation, screen.say);
  const stop = () => (stopping ??= stopEverything(office, screen, release));
  const leave = () => void stop().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave);
  if (options.whileStdin) process.stdin.once('close', leave).resume();

  try {
    const { administrator } = await startOffice(office);
    if (!stopping) await present(office, screen, administrator);
  } catch (error) {
    // A stage that fails because everything is being stopped has nothing to say.
    const alreadySaid = !process.stdout.isTTY && !options.json;
    if (!stopping && !alreadySaid) screen.say(`\n${error instanceof Error ? error.message : String(error)}`);
    await stop();
    process.exit(1);
  }
}

async function present(office: Office, screen: Screen, administrator: string): Promise<void> {
  const url = apiUrl(office.around);
  const { dataDir } = office.installation;
  const { smsCentre: smsPort, coreSystem: corePort } = office.around.ports;
  rememberAddress(office.installation, { url, smsPort, corePort });
  const accounts = await practiceAccounts(url);
  const temporalPage = office.temporal?.page?.();
  const standing = () => standingIn(office.installation.simulatorDir);
  if (office.options.json) console.log(JSON.stringify(facts(office, url)));
  else for (const line of welcome({ url, accounts, administrator, dataDir, temporalPage })) screen.show(line);
  if (accounts.length > 0 && !office.options.json)
    unfollow = follow(screen, figuresOf(url, accounts, standing), threeLinks(url, standing, screen.say));
}

/** What a program that started us needs to know. */
function facts({ options, api, worker, postgres, temporal, around }: Office, url: string) {
  const pids = { api: api?.pid, worker: worker?.pid, postgres: postgres?.pid(), temporal: temporal?.pid() };
  return { url, temporalPage: temporal?.page?.(), dataDir: options.dataDir, ports: around.ports, pids };
}

async function stopEverything(office: Office, screen: Screen, release: () => void): Promise<void> {
  unfollow();
  screen.draw([], '');
  await stopOffice(office, screen.say);
  screen.say('stopped; the next npm start goes on from here');
  release();
}
