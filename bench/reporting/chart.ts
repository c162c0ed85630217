/** How far each goal was passed or missed, as bars on a logarithmic scale around the goal. */
import type { Answer, Measure } from './answer.ts';
import { goalText, nameOf } from './table.ts';

const ROW = 22;
const LEFT = 130;
const WIDTH = 560;
const RIGHT = 150;
const TOP = 46;
/** Tenfold to either side; what is beyond ends at the edge and keeps its number. */
const DECADES = 1;

export function chart(answers: readonly Answer[]): string {
  const rows = answers.flatMap((answer) => answer.measures.map((one) => ({ name: nameOf(answer, one), one })));
  const height = TOP + rows.length * ROW + 20;
  const middle = LEFT + WIDTH / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDTH + RIGHT} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    text(middle, 16, 'goal', 'middle'),
    text(LEFT, 16, '10 times worse', 'start'),
    text(LEFT + WIDTH, 16, '10 times better', 'end'),
    ...rows.flatMap(({ name, one }, index) => bar(name, one, TOP + index * ROW)),
    `<line x1="${middle}" y1="24" x2="${middle}" y2="${height - 12}" stroke="#333"/>`,
    '</svg>',
    '',
  ].join('\n');
}

function bar(name: string, one: Measure, y: number): string[] {
  const middle = LEFT + WIDTH / 2;
  const at = position(betterBy(one, one.median));
  const [from, to] = [betterBy(one, one.min), betterBy(one, one.max)].map(position).sort((a, b) => a - b);
  const fill = one.met ? '#2b8a3e' : '#c92a2a';
  return [
    text(LEFT - 8, y + 4, name, 'end'),
    `<rect x="${Math.min(middle, at)}" y="${y - 7}" width="${Math.max(1, Math.abs(at - middle))}" height="14" fill="${fill}" fill-opacity="0.75"/>`,
    `<line x1="${from}" y1="${y}" x2="${to}" y2="${y}" stroke="#111" stroke-width="2"/>`,
    text(LEFT + WIDTH + 8, y + 4, `${Number(one.median.toPrecision(3))} (${goalText(one.goal)})`, 'start'),
  ];
}

/** 1 at the goal, 2 when twice as good. */
function betterBy({ goal: { atLeast, atMost } }: Measure, value: number): number {
  if (atLeast !== undefined) return atLeast === 0 ? 1 : value / atLeast;
  // Zero of what should be none is as good as it gets.
  if (atMost === undefined || value <= 0) return 10 ** DECADES;
  return atMost === 0 ? 10 ** -DECADES : atMost / value;
}

function position(better: number): number {
  const decades = Math.max(-DECADES, Math.min(DECADES, Math.log10(Math.max(better, 1e-9))));
  return Math.round((LEFT + WIDTH / 2 + (decades * WIDTH) / 2 / DECADES) * 10) / 10;
}

const text = (x: number, y: number, words: string, anchor: string): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="#111">${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
