/** `npm run model`: the model of a transfer, played for as long as one likes. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT } from './project.ts';

const USAGE = `npm run model -- [options]

  --minutes N   play that long (default 5)
  --seed S      the same seed is the same walks (default: a new one, printed with every failure)`;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(USAGE);
else {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const env = {
    ...process.env,
    MODEL_SECONDS: String(Number(values.minutes) * 60),
    MODEL_SEED: values.seed ?? String(Math.floor(Math.random() * 2 ** 31)),
  };
  const child = spawn(process.execPath, [vitest, 'run', 'test/model'], { cwd: PROJECT, stdio: 'inherit', env });
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}
