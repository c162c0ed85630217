/** Answers as text: a short table for the terminal, a whole one for the README. */
import type { Limit, Table } from '../question.ts';
import type { Answer, Measure, Spread } from './answer.ts';

/** By `id`, or `id measure` where a question has several: why the goal was missed, written by a person after profiling. */
export type Causes = Readonly<Record<string, string>>;

export function summary(answers: readonly Answer[]): string {
  return answers
    .flatMap((answer) => [
      ...answer.measures.map((one) => {
        const verdict = one.met ? 'met   ' : 'MISSED';
        return `${verdict} ${nameOf(answer, one)}: ${shown(one)} (goal ${goalText(one.goal)})`;
      }),
      ...answer.figures.map((figure) => `         ${figure.name}: ${shown(figure)}`),
      ...(answer.table ? [tableText(answer.table)] : []),
      ...answer.remarks.map((remark) => `         ${remark}`),
    ])
    .join('\n');
}

export function markdownTable(answers: readonly Answer[], causes: Causes): string {
  const head = ['#', 'what', 'against', 'goal', 'median (min–max)', 'met', 'measured', 'why not'];
  const rows = answers.flatMap((answer) =>
    answer.measures.map((one) => [
      nameOf(answer, one),
      answer.question,
      answer.against,
      goalText(one.goal),
      shown(one),
      one.met ? 'yes' : '**no**',
      `${answer.at.slice(0, 16).replace('T', ' ')}, ${answer.commit}, ${answer.seconds} s`,
      one.met ? '' : (causes[nameOf(answer, one)] ?? causes[answer.id] ?? '**not yet found**'),
    ]),
  );
  return rowsText(head, rows);
}

function tableText({ columns, rows }: Table): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? plain(cell) : cell)));
  return rowsText(columns, cells);
}

function rowsText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The contestants' own figures, one list for each question. */
export function markdownFigures(answers: readonly Answer[]): string {
  return answers
    .filter(({ figures, remarks, table }) => figures.length + remarks.length > 0 || table)
    .map(({ id, question, figures, remarks, table }) =>
      [
        `**${id}** ${question}`,
        '',
        ...(table ? [tableText(table), ''] : []),
        ...figures.map((figure) => `- ${figure.name}: ${shown(figure)}`),
        ...remarks.map((remark) => `- ${remark}`),
      ].join('\n'),
    )
    .join('\n\n');
}

export const nameOf = ({ id, measures }: Answer, { name }: Measure): string =>
  measures.length === 1 ? id : `${id} ${name}`;

export function goalText({ atLeast, atMost, unit = '' }: Limit): string {
  const parts = [
    ...(atLeast === undefined ? [] : [`≥ ${plain(atLeast)}${space(unit)}`]),
    ...(atMost === undefined ? [] : [`≤ ${plain(atMost)}${space(unit)}`]),
  ];
  return parts.join(' and ') || '–';
}

function shown({ median, min, max, unit, values }: Spread): string {
  const range = values.length === 1 ? '' : ` (${plain(min)}–${plain(max)})`;
  return `${plain(median)}${space(unit)}${range}`;
}

const space = (unit: string): string => (unit === '' || unit === '×' ? unit : ` ${unit}`);

/** Three figures that count; whole above a thousand, with thin groups. */
function plain(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}
