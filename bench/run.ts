import { QuestionContext } from './context.ts';
import { describeMachine } from './measuring/machine.ts';
import type { BenchOptions } from './options.ts';
import type { Question } from './question.ts';
import { loadQuestions } from './questions.ts';
import { answerOf, type Answer } from './reporting/answer.ts';
import { keepAnswers, newestAnswers } from './reporting/results.ts';
import { summary } from './reporting/table.ts';
import { writeReport } from './reporting/report.ts';
import { ensureContestants } from './contestants/install.ts';
import { serverVersions } from './engines/versions.ts';

/** @returns false when a question could not be answered; a goal that is missed is an answer */
export async function run(options: BenchOptions, say: (sentence: string) => void): Promise<boolean> {
  await ensureContestants();
  const questions = await loadQuestions(options.only);
  const measured = new Map<string, Promise<unknown>>();
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());
  let failed = 0;
  const answers: Answer[] = [];
  for (const [index, question] of questions.entries()) {
    if (stopped.signal.aborted) break;
    say(`${question.id} ${question.question}`);
    const context = new QuestionContext(options, index, measured, say);
    const answer = await ask(question, context, stopped.signal).catch((error: unknown) => {
      failed += 1;
      say(
        `${question.id} was not answered: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    });
    if (!answer) continue;
    answers.push(answer);
    say(summary([answer]));
    // After each question: an hour of measuring is not lost to the last one.
    const machine = describeMachine(serverVersions());
    keepAnswers({ machine, answers, seed: options.seed, repetitions: options.repetitions }, options);
  }
  if (questions.length > 1) process.stdout.write(`${summary(answers)}\n`);
  if (!options.quick && answers.length > 0) writeReport(newestAnswers());
  return failed === 0 && !stopped.signal.aborted;
}

async function ask(question: Question, context: QuestionContext, stopped: AbortSignal): Promise<Answer> {
  const began = performance.now();
  const interrupted = new Promise<never>((_, reject) => {
    stopped.addEventListener('abort', () => reject(new Error('interrupted')), { once: true });
  });
  try {
    const samples = await Promise.race([question.run(context), interrupted]);
    return answerOf(question, samples, (performance.now() - began) / 1000);
  } finally {
    await context.end();
  }
}
