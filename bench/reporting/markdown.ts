/** Answers as pages: one line a question for whoever wants to know how fast it is, and all that stands behind it. */
import { isMet, type Question } from '../question.ts';
import type { Answer, Measure } from './answer.ts';
import type { Answered } from './results.ts';
import { goalText, plain, rowsText, shown, tableText } from './table.ts';

/** By id of the question: why a goal was missed, written by a person after profiling. */
export type Causes = Readonly<Record<string, string>>;
type Answers = ReadonlyMap<string, Answered>;

const HEAD = ['#', 'what', 'against, in the same run', 'goal', 'median (min–max)', 'met'];

export function markdownTable(questions: readonly Question[], answers: Answers): string {
  return rowsText(
    HEAD,
    questions.map((question) => {
      const answered = answers.get(question.id);
      const goal = Object.values(question.goal).map(goalText).join(' · ');
      const what = [question.id, question.question, question.against, goal];
      return answered ? [...what, ...measured(question, answered)] : [...what, '–', 'not yet measured'];
    }),
  );
}

function measured(question: Question, { answer, isElsewhere }: Answered): [string, string] {
  const measures = inOrder(question, answer);
  const marks = `${answer.provisional ? ' ᵖ' : ''}${isElsewhere ? ' ᵐ' : ''}`;
  const met = measures.map(({ goal, median }) => (isMet(goal, median) ? 'yes' : '**no**'));
  const verdict = new Set(met).size === 1 ? met[0]! : met.join(' · ');
  return [measures.map(shown).join(' · ') + marks, verdict];
}

/** Judged by the goals of today, whatever they were when it was measured. */
function inOrder({ goal }: Question, { measures }: Answer): Measure[] {
  return Object.entries(goal).flatMap(([name, limit]) => {
    const found = measures.find((one) => one.name === name);
    return found ? [{ ...found, goal: limit, unit: limit.unit ?? '', met: isMet(limit, found.median) }] : [];
  });
}

export function markdownDetails(questions: readonly Question[], answers: Answers, causes: Causes): string {
  return questions
    .flatMap((question) => {
      const answered = answers.get(question.id);
      return answered ? [details(question, answered, causes[question.id])] : [];
    })
    .join('\n\n');
}

function details(question: Question, { answer, isElsewhere }: Answered, cause: string | undefined): string {
  const { at, commit, seconds, provisional, figures, table, remarks } = answer;
  const measures = inOrder(question, answer);
  const when = `${at.slice(0, 16).replace('T', ' ')}, source ${commit}, ${plain(seconds)} s`;
  const marks = [...(provisional ? ['provisional'] : []), ...(isElsewhere ? ['on an earlier machine'] : [])];
  const missed = measures.some(({ met }) => !met);
  return [
    `### ${question.id}: ${question.question}`,
    '',
    `*Measured ${[when, ...marks].join('; ')}.*`,
    '',
    ...(missed ? [`**Why not:** ${cause ?? 'not yet found'}`, ''] : []),
    ...(table ? [tableText(table), ''] : []),
    ...(measures.length > 1 ? measures.map((one) => `- ${one.name}: ${shown(one)} (goal ${goalText(one.goal)})`) : []),
    ...figures.map((figure) => `- ${figure.name}: ${shown(figure)}`),
    ...remarks.map((remark) => `- ${remark}`),
  ].join('\n');
}
