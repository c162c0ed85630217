import type { Schemas } from '../../api/types.ts';
import { axes } from '../../components/chart/chart-colours.ts';
import type { ChartOption } from '../../components/chart/chart.tsx';
import { formatMonth } from '../../format/day.ts';
import { firstDay, lastDay } from '../../format/month.ts';
import type { CasesOf } from '../today/case-link.tsx';

type Group = Schemas['CompletionGroup'];

export interface Line {
  readonly name: string;
  /** Null where there is nothing to divide by: a gap, not a zero. */
  readonly points: readonly { readonly rate: string | null; readonly isSettled: boolean }[];
}

/** The question that a month of a series is by itself. */
export const monthOfGroup = ({ direction, asOf, knownAt }: CasesOf, { key }: Group): CasesOf => ({
  direction,
  asOf,
  knownAt,
  from: firstDay(key),
  to: lastDay(key),
});

const COLOURS = ['chart-1', 'chart-2', 'chart-3'] as const;
const SYMBOLS = ['circle', 'rect', 'triangle'] as const;
const STROKES = ['solid', 'dashed', 'dotted'] as const;

export const trendOption =
  (groups: readonly Group[], lines: readonly Line[], language: string): ChartOption =>
  (colours) => {
    const months = groups.map(({ key }) => formatMonth(key, language));
    const { yAxis, ...rest } = axes(colours, months, ' %');
    return {
      ...rest,
      xAxis: { ...rest.xAxis, axisLabel: { ...rest.xAxis.axisLabel, interval: 'auto' } },
      yAxis: { ...yAxis, max: 100 },
      legend: { top: 0, left: 0, itemWidth: 34, itemGap: 24, selectedMode: false, textStyle: { color: colours.ink } },
      series: lines.map(({ name, points }, at) => {
        const colour = colours[COLOURS[at % 3]!];
        return {
          type: 'line',
          name,
          symbol: SYMBOLS[at % 3],
          symbolSize: 9,
          lineStyle: { width: 2, type: STROKES[at % 3], color: colour },
          itemStyle: { color: colour },
          data: points.map(({ rate, isSettled }) => ({
            value: rate === null ? null : Number(rate),
            itemStyle: { color: isSettled ? colour : colours.card, borderColor: colour, borderWidth: 2 },
          })),
        };
      }),
    };
  };
