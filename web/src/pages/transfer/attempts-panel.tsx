import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { ReasonText } from '../../components/reason-text.tsx';
import { Day } from '../../components/time.tsx';
import { dayOf } from '../../format/day.ts';

const ENDINGS = ['closed', 'returned', 'withdrawn', 'closedWithoutTransfer'] as const;

export function AttemptsPanel({ attempts }: { readonly attempts: readonly Schemas['Attempt'][] }) {
  const { t } = useTranslation();
  const ending = (text: string | null): string => {
    const known = ENDINGS.find((name) => name === text);
    return known ? t(`attemptEndings.${known}`) : t('transfer.attempts.running');
  };
  return (
    <Panel title={t('transfer.attempts.title')}>
      {attempts.length === 0 ? (
        <Empty>{t('transfer.attempts.empty')}</Empty>
      ) : (
        <DataTable
          caption={t('transfer.attempts.title')}
          rows={attempts}
          rowKey={({ attempt }) => String(attempt)}
          columns={[
            { key: 'attempt', title: t('common.columns.attempt'), render: ({ attempt }) => attempt },
            {
              key: 'started',
              title: t('transfer.attempts.started'),
              render: ({ startedAt }) => <Day on={dayOf(startedAt)} />,
            },
            {
              key: 'ended',
              title: t('transfer.attempts.ended'),
              render: ({ endedAt }) => endedAt !== null && <Day on={dayOf(endedAt)} />,
            },
            { key: 'outcome', title: t('common.columns.outcome'), render: (attempt) => ending(attempt.ending) },
            {
              key: 'reason',
              title: t('common.columns.reason'),
              render: ({ reasonCode }) => reasonCode !== null && <ReasonText code={reasonCode} />,
            },
          ]}
        />
      )}
    </Panel>
  );
}
