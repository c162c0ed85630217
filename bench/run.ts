import { QuestionContext } from './context.ts';
import { ensureContestants } from './contestants/install.ts';
import { productionBinaries } from './engines/temporal-build.ts';
import { serverVersions } from './engines/versions.ts';
import { describeMachine } from './measuring/machine.ts';
import type { BenchOptions } from './command-line.ts';
import type { Question } from './question.ts';
import { allQuestions, loadQuestions } from './load-questions.ts';
import { answerOf, type Answer } from './reporting/answer.ts';
import { writeReport } from './reporting/report.ts';
import { keepAnswers } from './reporting/results.ts';
import { summary } from './reporting/table.ts';

/** Longer than any question takes on two cores; one that hangs must not keep the others from being asked. */
const PATIENCE_MS = { usual: 30 * 60_000, large: 180 * 60_000 };

/** @returns false when a question could not be answered; a goal that is missed is an answer */
export async function run(options: BenchOptions, say: (sentence: string) => void): Promise<boolean> {
  await ensureContestants();
  // Building takes minutes at the first time, which are not the first question's.
  await productionBinaries(say);
  const questions = await loadQuestions(options);
  const measured = new Map<string, Promise<unknown>>();
  const whole = new QuestionContext(options, 0, { measured }, say);
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());
  const unanswered: string[] = [];
  const answers: Answer[] = [];
  for (const [index, question] of questions.entries()) {
    if (stopped.signal.aborted) break;
    say(`${question.id} ${question.question}`);
    const context = new QuestionContext(options, index, { measured, context: whole }, say);
    const answer = await ask(question, context, options, stopped.signal).catch((error: unknown) => {
      unanswered.push(question.id);
      say(
        `${question.id} was not answered: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    });
    if (!answer) continue;
    answers.push(answer);
    say(`${summary([answer])}\n         took ${answer.seconds} s`);
    await keep(answers, options);
  }
  await whole.end();
  if (questions.length > 1) process.stdout.write(`${summary(answers)}\n`);
  if (unanswered.length > 0) say(`not answered: ${unanswered.join(', ')}`);
  return unanswered.length === 0 && !stopped.signal.aborted;
}

/** After each question: an hour of measuring is not lost to the last one. */
async function keep(answers: readonly Answer[], options: BenchOptions): Promise<void> {
  const machine = describeMachine(serverVersions());
  keepAnswers({ machine, answers, seed: options.seed, repetitions: options.repetitions }, options);
  if (!options.quick) writeReport(await allQuestions());
}

async function ask(
  question: Question,
  context: QuestionContext,
  { large, provisional }: BenchOptions,
  stopped: AbortSignal,
): Promise<Answer> {
  const began = performance.now();
  const usual = question.patienceMinutes === undefined ? PATIENCE_MS.usual : question.patienceMinutes * 60_000;
  const patience = large ? PATIENCE_MS.large : usual;
  const { broken, release } = whatBreaksIt(stopped, patience);
  try {
    const samples = await Promise.race([question.run(context), broken]);
    const { commit } = describeMachine({});
    return answerOf(question, samples, { commit, provisional, seconds: (performance.now() - began) / 1000 });
  } finally {
    // Connections that end with their server complain too; that is nobody's fault any more.
    await context.end();
    release();
  }
}

/** An interruption, the end of patience, or an error that nobody has waited for, such as that of a connection at rest. */
function whatBreaksIt(stopped: AbortSignal, patienceMs: number): { broken: Promise<never>; release: () => void } {
  let release = (): void => {};
  const broken = new Promise<never>((_, reject) => {
    const late = setTimeout(() => reject(new Error(`no answer within ${patienceMs / 60_000} minutes`)), patienceMs);
    const interrupt = (): void => reject(new Error('interrupted'));
    stopped.addEventListener('abort', interrupt);
    process.on('uncaughtException', reject);
    release = () => {
      clearTimeout(late);
      stopped.removeEventListener('abort', interrupt);
      process.off('uncaughtException', reject);
    };
  });
  broken.catch(() => {});
  return { broken, release };
}
