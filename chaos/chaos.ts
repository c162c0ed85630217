/** `npm run chaos`: breaks a working office again and again, and lets an independent checker say what was lost. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareMonths } from './away-third.ts';
import { readOptions, type ChaosOptions } from './chaos-command.ts';
import { runChaos } from './run.ts';

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

async function main(options: ChaosOptions): Promise<number> {
  const dataDir = options.dataDir ?? (await throwAwayFolder());
  say(`chaos with seed ${options.seed} in ${dataDir}`);
  let broken: string | null = 'the run itself';
  try {
    const run = { ...options, dataDir };
    const report = options.temporalAwayThird ? await compareMonths(run, say) : await runChaos(run, say);
    broken = report.broken;
    process.stdout.write(`${options.json ? JSON.stringify(report) : JSON.stringify(report, null, 2)}\n`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
  if (broken !== null) say(`BROKEN: ${broken}. Seed ${options.seed}; the logs are in ${join(dataDir, 'logs')}.`);
  else if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  return broken === null ? 0 : 1;
}

async function throwAwayFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-chaos-'));
  await chmod(folder, 0o711); // PostgreSQL may run as another account and must reach its folder
  return folder;
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options !== 'help') process.exitCode = await main(options);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
