import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { axes } from '../../components/chart/chart-colours.ts';
import type { ChartOption } from '../../components/chart/chart.tsx';
import { Charted } from '../../components/chart/charted.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { CaseLink } from '../today/case-link.tsx';
import { waterfallOf, type Fall } from './waterfall-steps.ts';

interface WaterfallProps {
  readonly completion: Schemas['Completion'];
  readonly attempts: Schemas['CompletionIn'];
}

const COLOURS = { total: 'ink-soft', out: 'chart-out', closed: 'chart-1', open: 'chart-open' } as const;

/** From what was accepted to what is still open: where each case of the month has gone. */
export function Waterfall({ completion, attempts }: WaterfallProps) {
  const { t } = useTranslation();
  const falls = useMemo(() => waterfallOf(attempts), [attempts]);
  const option = useMemo(() => optionOf(falls, (bucket) => t(`figures.falls.${bucket}`)), [falls, t]);
  const title = t('figures.waterfall');
  return (
    <Charted
      title={title}
      label={t('figures.waterfallLabel', { accepted: attempts.accepted, open: attempts.stillOpen })}
      option={option}
      table={
        <DataTable
          caption={title}
          rows={falls}
          rowKey={({ bucket }) => bucket}
          columns={[
            { key: 'what', title: t('common.columns.what'), render: ({ bucket }) => t(`figures.falls.${bucket}`) },
            {
              key: 'count',
              title: t('figures.cases'),
              right: true,
              render: ({ bucket, count }) => <CaseLink of={completion} bucket={bucket} count={count} />,
            },
          ]}
        />
      }
    />
  );
}

/** Lying, so that its words have room on a narrow screen too. */
const optionOf =
  (falls: readonly Fall[], word: (bucket: Fall['bucket']) => string): ChartOption =>
  (colours) => {
    const names = falls.map(({ bucket }) => word(bucket));
    const { xAxis, yAxis, ...rest } = axes(colours, names, '');
    const bar = { type: 'bar', stack: 'fall', silent: true, barMaxWidth: 22 };
    return {
      ...rest,
      grid: { ...rest.grid, top: 4, right: 44 },
      tooltip: { show: false },
      xAxis: { ...yAxis, minInterval: 1 },
      yAxis: { ...xAxis, inverse: true },
      series: [
        { ...bar, itemStyle: { color: 'transparent' }, data: falls.map(({ base }) => base) },
        {
          ...bar,
          label: { show: true, position: 'right', color: colours.ink },
          data: falls.map(({ count, kind }) => ({ value: count, itemStyle: { color: colours[COLOURS[kind]] } })),
        },
      ],
    };
  };
