/** `npm run practice`: a month of transfers in and out on a throw-away office, and whether the office's figures tell the truth. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { wholeNumber } from '../domain/whole-number.ts';
import type { KannelNetwork } from './kannel/rounds.ts';
import { HOME, readKeys, runningInstallation, startInstallation, type Installation } from './outside/installation.ts';
import { hasEnded, isMature } from './story/maturity.ts';
import { program } from './outside/program.ts';
import type { PlayedCore } from './core/core-system.ts';
import { startCoreBeside } from './play/core-beside.ts';
import { bankIsDone } from './play/expenditure-account.ts';
import { officeFigures, trueFigures } from './play/figures.ts';
import { moneyTold } from './play/money-told.ts';
import { Play } from './play/play.ts';
import { noticesOf, progressLine } from './play/progress.ts';
import { untilQuiet } from './play/quiet.ts';
import { startSmsRounds, type SmsRounds } from './play/sms-rounds.ts';
import { openWorld, type World } from './play/world.ts';

interface Words {
  readonly transfers: number;
  readonly letters?: number;
  readonly seed: number;
  readonly data?: string;
  readonly url?: string;
  readonly keys?: string;
  readonly smsPort?: number;
  readonly corePort?: number;
  readonly papers: boolean;
  readonly json?: boolean;
  readonly whole?: boolean;
  readonly kannel?: boolean;
}

const command = (): Command =>
  program('npm run practice --')
    .option('--transfers <n>', 'accept so many transfers within one office month', wholeNumber, 310)
    .option(
      '--letters <n>',
      'so many letters of other regions come within that month (66 for 31 transfers)',
      wholeNumber,
    )
    .option('--seed <s>', 'the same seed is the same month', wholeNumber, 1)
    .option('--data <dir>', 'keep the office there, and go on with it after a kill')
    .option(
      '--url <url>',
      'play on a running practice office that is still empty (npm start -- --no-simulator); ' +
        'elsewhere than on this machine --keys FILE, --sms-port N and --core-port N say what it shares',
    )
    .option('--keys <file>', 'the keys of the office at --url')
    .option('--sms-port <n>', 'where the office at --url looks for the SMS centre', wholeNumber)
    .option(
      '--core-port <n>',
      'where the office at --url looks for its core system; left out, there is none',
      wholeNumber,
    )
    .option('--no-papers', 'print no letter before it is sent')
    .option('--whole', 'play until each transfer has ended, not only until the rates stand')
    .option('--kannel', 'every message over a real Kannel, with a mobile network behind it (apt-get install kannel)')
    .option('--json', 'one JSON object on the last line');

/** Office seconds per real second: as fast as two cores bear, and a night in a blink. */
const CRUISE = 15_000;
const LEAP = 400_000;
const SAY_EVERY_MS = 5000;
/** The reference office has 660 letters of other regions for 310 transfers-in. */
const lettersBeside = (transfers: number): number => Math.round((transfers * 66) / 31);
/** For what is under way when the play is stopped. */
const GRACE_MS = 20_000;

const say = (sentence: string): void => console.error(sentence);

async function main(): Promise<void> {
  const words = command().parse().opts<Words>();
  // A development package: who plays without Kannel need not have it.
  const kannel = words.kannel ? await (await import('./kannel/rounds.ts')).startKannelNetwork() : undefined;
  try {
    await play(words, kannel);
  } finally {
    await kannel?.stop();
  }
}

async function play(words: Words, kannel: KannelNetwork | undefined): Promise<void> {
  const begun = performance.now();
  const stop = new AbortController();
  const leaving = leavingOnSignal(stop);
  const kept = words.data !== undefined || words.url !== undefined;
  const dataDir = words.data ? resolve(words.data) : await mkdtemp(join(tmpdir(), 'baton-practice-'));
  const installation = await installationFor(words, dataDir, kannel?.variables);
  try {
    const { stop: _, pids: __, ...shared } = installation;
    const { seed, transfers, letters = lettersBeside(transfers), papers: prints } = words;
    const settings = { ...shared, seed, transfers, letters, prints, cruise: CRUISE, leap: LEAP };
    const folder = join(dataDir, 'simulator');
    const world = await openWorld({ ...settings, dataDir: folder }, stop.signal, say);
    const rounds = await (kannel ? kannel.roundsOf(world) : startSmsRounds(world));
    const core = await startCoreBeside(world);
    const around = { rounds, core };
    const result = await playMonth(world, around, { whole: words.whole === true, leaving, begun });
    if (result) console.log(words.json ? JSON.stringify(result) : JSON.stringify(result, null, 2));
    await core?.stop();
    await world.close();
  } finally {
    stop.abort(new Error('the play is over'));
    await installation.stop();
    if (!kept) await rm(dataDir, { recursive: true, force: true });
  }
}

/** Whoever is told to stop ends what is under way first and notes it: else the office knows of acts that the log does not. */
function leavingOnSignal(stop: AbortController): AbortSignal {
  const leaving = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      process.exitCode = 130;
      leaving.abort();
      setTimeout(() => stop.abort(new Error('stopped')), GRACE_MS).unref();
    });
  return leaving.signal;
}

async function installationFor(
  { url, keys, smsPort, corePort }: Words,
  dataDir: string,
  variables?: Readonly<Record<string, string>>,
): Promise<Installation> {
  if (url === undefined) return startInstallation(dataDir, say, variables);
  if (variables) throw new Error('--kannel is for an office of its own: leave --url out');
  if (keys !== undefined && smsPort !== undefined)
    return { url, smsPort, corePort, ...(await readKeys(keys)), pids: {}, stop: () => Promise.resolve() };
  const running = await runningInstallation(HOME);
  if (new URL(running.url).host === new URL(url).host) return running;
  throw new Error(`${url} is not what runs on ${HOME}: say its --keys FILE and --sms-port N`);
}

interface Around {
  readonly rounds: SmsRounds;
  readonly core: PlayedCore | undefined;
}

/** Undefined when it was told to leave before the end. */
async function playMonth(
  world: World,
  { rounds, core }: Around,
  { whole, leaving, begun }: { readonly whole: boolean; readonly leaving: AbortSignal; readonly begun: number },
) {
  const { story, clock, plan } = world;
  const told = setInterval(() => {
    clock.now().then(
      (now) => say(progressLine(world, now)),
      () => undefined,
    );
  }, SAY_EVERY_MS);
  try {
    const { seed, transfers } = plan.month;
    // What has left may be on its way back.
    const isOver = (now: number): boolean =>
      whole ? hasEnded(story, plan.month) && bankIsDone(plan, story.payments) : isMature(story, plan.month, now);
    await new Play(world).until((now) => leaving.aborted || isOver(now));
    if (leaving.aborted) return undefined;
    const violations = await untilQuiet(world, () => rounds.sendReceipts());
    const [metrics, notices] = [await officeFigures(world), await noticesOf(world)];
    const money = await moneyTold(world, core);
    const seconds = Math.round((performance.now() - begun) / 100) / 10;
    const accepted = [...story.cases.keys()].filter((no) => no <= transfers).length;
    const letters = story.requests.size;
    const printed = Object.fromEntries(story.printed);
    const truth = trueFigures(world);
    return { seed, accepted, letters, truth, metrics, money, notices, printed, violations, seconds };
  } finally {
    clearInterval(told);
    await rounds.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode ??= 1;
});
