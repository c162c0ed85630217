/** `npm run bench`: asks the questions one after the other, keeps the answers, and writes the table. */
import { run } from './run.ts';
import { readOptions, USAGE } from './options.ts';
import { writeReport } from './reporting/report.ts';
import { newestAnswers } from './reporting/results.ts';

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') say(USAGE);
  else if (options === 'report') writeReport(newestAnswers());
  else process.exitCode = (await run(options, say)) ? 0 : 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
// A contestant's library may hold a timer: what was asked has been answered.
process.exit();
