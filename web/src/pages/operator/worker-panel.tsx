import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { formatCount, formatSize } from '../../format/count.ts';
import { Figure, Figures } from './figure.tsx';
import type { Upkeep } from './use-operator.ts';
import { useTimeWords } from './words.tsx';

export function WorkerPanel({ worker, jobs }: Pick<Upkeep, 'worker' | 'jobs'>) {
  const { t } = useTranslation();
  const { ago, at } = useTimeWords();
  return (
    <Panel title={t('operator.worker.title')}>
      <Figures>
        <Figure
          name={t('operator.worker.heard')}
          value={worker.ageSeconds === null ? t('operator.never') : ago(worker.ageSeconds)}
          bad={worker.silent}
          means={t('operator.worker.heardMeans')}
          act={t('operator.worker.heardAct')}
        />
      </Figures>
      {jobs.length === 0 ? (
        <Empty>{t('operator.worker.noJobs')}</Empty>
      ) : (
        <DataTable
          caption={t('operator.worker.title')}
          rows={jobs}
          rowKey={({ job }) => job}
          rowClass={({ failingSince }) => (failingSince === null ? '' : 'late')}
          columns={[
            { key: 'job', title: t('operator.worker.job'), render: ({ job }) => t(`operator.worker.jobs.${job}`) },
            { key: 'last', title: t('operator.worker.last'), render: ({ ageSeconds }) => ago(ageSeconds) },
            {
              key: 'took',
              title: t('operator.worker.took'),
              right: true,
              render: ({ tookMs }) => t('operator.database.milliseconds', { count: tookMs }),
            },
            {
              key: 'how',
              title: t('operator.worker.how'),
              render: ({ failingSince, reason }) =>
                failingSince === null
                  ? t('operator.worker.went')
                  : t('operator.worker.failing', { time: at(failingSince), reason }),
            },
          ]}
        />
      )}
    </Panel>
  );
}

const A_DAY_AND_A_HALF_SECONDS = 36 * 3_600;

export function BackupPanel({ backup }: Pick<Upkeep, 'backup'>) {
  const { t, i18n } = useTranslation();
  const { ago, at } = useTimeWords();
  return (
    <Panel title={t('operator.backup.title')}>
      <Figures>
        <Figure
          name={t('operator.backup.last')}
          value={backup ? ago(backup.ageSeconds) : t('operator.never')}
          bad={backup === null || backup.ageSeconds > A_DAY_AND_A_HALF_SECONDS}
          means={
            backup
              ? t('operator.backup.lastMeans', {
                  rows: formatCount(backup.rowCount),
                  size: formatSize(backup.byteLength, i18n.language),
                  verified: at(backup.verifiedAt),
                })
              : t('operator.backup.none')
          }
          act={t('operator.backup.act')}
        />
      </Figures>
    </Panel>
  );
}
