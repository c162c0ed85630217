/** Answers as text: what the terminal is told, and how numbers and tables are written. */
import type { Limit, Table } from '../question.ts';
import type { Answer, Measure, Spread } from './answer.ts';

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

export function tableText({ columns, rows }: Table): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? plain(cell) : cell)));
  return rowsText(columns, cells);
}

export function rowsText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const nameOf = ({ id, measures }: Answer, { name }: Measure): string => (measures.length === 1 ? id : `${id} ${name}`);

export function goalText({ atLeast, atMost, unit = '' }: Limit): string {
  if (atLeast === undefined && atMost === 0) return 'none';
  const parts = [
    ...(atLeast === undefined ? [] : [`≥ ${plain(atLeast)}${space(unit)}`]),
    ...(atMost === undefined ? [] : [`≤ ${plain(atMost)}${space(unit)}`]),
  ];
  return parts.join(' and ') || '–';
}

export function shown({ median, min, max, unit, values }: Spread): string {
  const range = values.length === 1 ? '' : ` (${plain(min)}–${plain(max)})`;
  return `${plain(median)}${space(unit)}${range}`;
}

const space = (unit: string): string => (unit === '' || unit === '×' ? unit : ` ${unit}`);

/** Three figures that count; whole above a thousand, with thin groups. */
export function plain(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}
