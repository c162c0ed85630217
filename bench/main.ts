/** `npm run bench`: asks the questions one after the other, keeps the answers, and writes the table. */
import { CommanderError } from 'commander';
import { readCommandLine } from './command-line.ts';
import { allQuestions } from './load-questions.ts';
import { writeReport } from './reporting/report.ts';
import { run } from './run.ts';

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

try {
  const asked = readCommandLine(process.argv.slice(2));
  if (asked === 'report') writeReport(await allQuestions());
  else process.exitCode = (await run(asked, say)) ? 0 : 1;
} catch (error) {
  const isHelp = error instanceof CommanderError && error.exitCode === 0;
  if (!isHelp) say(error instanceof Error ? error.message : String(error));
  process.exitCode = isHelp ? 0 : 2;
}
// A contestant's library may hold a timer: what was asked has been answered.
process.exit();
