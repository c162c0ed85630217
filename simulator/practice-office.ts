/** The practice office of `npm start`: plays its month, then keeps three transfers open for visitors. */
import { rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dateOf } from '../domain/time/shanghai-day.ts';
import { wholeNumber } from '../domain/whole-number.ts';
import { readKeys } from './outside/installation.ts';
import { isMature } from './story/maturity.ts';
import { program } from './outside/program.ts';
import { startCoreBeside } from './play/core-beside.ts';
import { startRegistryBeside } from './play/registry-beside.ts';
import { Play } from './play/play.ts';
import { progressLine } from './play/progress.ts';
import { isReady, SHOWCASES, type Showcase } from './plan/showcases.ts';
import { startSmsRounds } from './play/sms-rounds.ts';
import { attendDesk } from './desk/practice-desk.ts';
import { openWorld, type World } from './play/world.ts';

/** A month in about two minutes; a weekend in a few seconds. */
const CRUISE = 6000;
const LEAP = 60_000;
/** When the month is over: an office hour in a minute, slow enough for a visitor. */
const VISITORS_PACE = 60;
const SAY_EVERY_MS = 10_000;

/** What the starter reads, to show the month's figures and the three transfers. */
export interface Standing {
  /** First and last day of the month's acceptances, as far as they are known. */
  readonly from: string;
  readonly to: string;
  readonly ratesStand: boolean;
  readonly showcases: Partial<Record<Showcase, string>>;
}

interface Words {
  readonly url: string;
  readonly data: string;
  readonly keys: string;
  readonly smsPort: number;
  readonly corePort?: number;
  readonly identityPort?: number;
  readonly seed: number;
  readonly transfers: number;
  readonly letters: number;
}

const say = (sentence: string): void => console.log(`${new Date().toISOString()} ${sentence}`);

async function main(): Promise<void> {
  const { url, data, keys, smsPort, corePort, identityPort, seed, transfers, letters } = program('practice-office')
    .requiredOption('--url <url>', 'of the office')
    .requiredOption('--data <dir>', 'what was played is kept there')
    .requiredOption('--keys <file>', 'what the outside world shares with the office')
    .requiredOption('--sms-port <n>', 'where the SMS centre listens', wholeNumber)
    .option('--core-port <n>', 'where the core system listens; left out, there is none', wholeNumber)
    .option('--identity-port <n>', 'where the registry of mobiles listens; left out, there is none', wholeNumber)
    .option('--seed <s>', 'the same seed is the same month', wholeNumber, 1)
    .option('--transfers <n>', 'accepted within one office month', wholeNumber, 310)
    .option('--letters <n>', 'of other regions within that month', wholeNumber, 120)
    .parse()
    .opts<Words>();
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(new Error('stopped')));
  const settings = {
    ...(await readKeys(keys)),
    url,
    dataDir: resolve(data),
    smsPort,
    corePort,
    identityPort,
    cruise: CRUISE,
    leap: LEAP,
    seed,
    transfers,
    letters,
    prints: false,
  };
  try {
    const world = await openWorld(settings, stop.signal, say);
    const rounds = await startSmsRounds(world);
    const core = await startCoreBeside(world);
    const registry = await startRegistryBeside(world);
    await run(world).finally(async () => {
      await rounds.stop();
      await core?.stop();
      await registry?.stop();
    });
    await world.close();
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  }
}

async function run(world: World): Promise<never> {
  const { clock, plan, story } = world;
  const told = setInterval(() => {
    clock.now().then(
      (now) => say(progressLine(world, now)),
      () => undefined,
    );
  }, SAY_EVERY_MS);
  world.stop.addEventListener('abort', () => clearInterval(told));
  const play = new Play(world);
  await writeStanding(world);
  play.expect([numberOf(world, 'overdue')]);
  await play.until((now) => story.ratesStand || isMature(story, plan.month, now));
  if (!story.ratesStand) await world.record({ kind: 'ratesStand', at: new Date(await clock.now()).toISOString() });
  if (!story.showcasesStand) await standShowcases(world, play);
  await writeStanding(world);
  for (const line of showcaseLines(world)) say(line);
  clearInterval(told);
  await clock.steer(VISITORS_PACE);
  // At the pace of the month an exercise would be overdue before its first page is read.
  return Promise.race([play.attend(), attendDesk(world)]);
}

async function standShowcases(world: World, play: Play): Promise<void> {
  const { story } = world;
  const numbers = SHOWCASES.map((showcase) => numberOf(world, showcase));
  play.expect(numbers);
  await play.until(() =>
    SHOWCASES.every((showcase) => {
      const one = story.cases.get(numberOf(world, showcase));
      return one !== undefined && isReady(showcase, play.workList.row(one.transferId)?.openStep);
    }),
  );
  await world.record({ kind: 'showcasesStand' });
}

const numberOf = ({ plan }: World, showcase: Showcase): number =>
  plan.month.transfers + 1 + SHOWCASES.indexOf(showcase);

const WHAT_TO_DO: Readonly<Record<Showcase, string>> = {
  waiting: 'waits for form and money (hand in both, and see the entry clerk’s name appear)',
  cameBack: 'its letter came back (post it again)',
  overdue: 'is overdue and escalated',
};

function showcaseLines(world: World): string[] {
  return SHOWCASES.flatMap((showcase) => {
    const one = world.story.cases.get(numberOf(world, showcase));
    return one ? [`${one.caseNo} ${WHAT_TO_DO[showcase]}: ${world.settings.url}/app/transfers/${one.transferId}`] : [];
  });
}

/** Whole or not at all: whoever reads it never sees half a file. */
async function writeStanding(world: World): Promise<void> {
  const { story, plan, settings } = world;
  const days = [...story.cases.values()].filter(({ no }) => no <= plan.month.transfers);
  const last = days
    .map(({ acceptedAt }) => dateOf(acceptedAt))
    .sort()
    .at(-1);
  const standing: Standing = {
    from: plan.month.from,
    to: last !== undefined && last > plan.month.to ? last : plan.month.to,
    ratesStand: story.ratesStand,
    showcases: story.showcasesStand
      ? Object.fromEntries(
          SHOWCASES.map((showcase) => [showcase, story.cases.get(numberOf(world, showcase))?.transferId]),
        )
      : {},
  };
  const file = join(settings.dataDir, 'standing.json');
  await writeFile(`${file}.new`, `${JSON.stringify(standing, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
