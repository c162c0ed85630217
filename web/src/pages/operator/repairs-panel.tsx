import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Moment } from '../../components/time.tsx';
import { formatCount } from '../../format/count.ts';
import type { Repairing, Upkeep } from './use-operator.ts';

type Repair = Upkeep['repairs'][number];

/** A worker looks every two seconds. */
const NOBODY_AFTER_SECONDS = 30;

/** What was asked for, by whom, and what came of it: the same stands in the office's history. */
export function RepairsPanel({ repairs, repairing }: Pick<Upkeep, 'repairs'> & { readonly repairing: Repairing }) {
  const { t } = useTranslation();
  const { asked, error } = repairing;
  return (
    <Panel title={t('operator.repairs.title')}>
      <div className="stack tight">
        <p className="soft">{t('operator.repairs.explain')}</p>
        <div role="status">
          {asked && (
            <p className="verdict told">
              {t('operator.repairs.asked', { name: t(`operator.repairs.names.${asked}`) })}
            </p>
          )}
        </div>
        {error && <ProblemNotice error={error} />}
        {repairs.length === 0 ? <Empty>{t('operator.repairs.none')}</Empty> : <RepairTable repairs={repairs} />}
      </div>
    </Panel>
  );
}

function RepairTable({ repairs }: Pick<Upkeep, 'repairs'>) {
  const { t } = useTranslation();
  const whatCame = useWhatCame();
  return (
    <DataTable
      caption={t('operator.repairs.title')}
      rows={repairs}
      rowKey={({ id }) => id}
      rowClass={({ failure }) => (failure === '' ? '' : 'late')}
      columns={[
        { key: 'what', title: t('operator.repairs.what'), render: ({ kind }) => t(`operator.repairs.names.${kind}`) },
        { key: 'by', title: t('operator.repairs.by'), render: ({ askedBy }) => askedBy.displayName },
        { key: 'when', title: t('operator.repairs.when'), render: ({ askedAt }) => <Moment at={askedAt} /> },
        { key: 'result', title: t('operator.repairs.result'), render: whatCame },
      ]}
    />
  );
}

const COUNTED = [
  'open',
  'running',
  'started',
  'woken',
  'opened',
  'ended',
  'handedOver',
  'passedOn',
  'refused',
  'retired',
  'violations',
] as const;

function useWhatCame(): (repair: Repair) => string {
  const { t } = useTranslation();
  const counted = (result: Repair['result']): string =>
    COUNTED.flatMap((name) => {
      const count = result[name] ?? 0;
      return count > 0 ? t(`operator.repairs.counts.${name}`, { number: formatCount(count) }) : [];
    }).join(' · ');
  return ({ failure, endedAt, begunAt, waitedSeconds, result }) => {
    if (failure !== '') return t('operator.repairs.failed', { reason: failure });
    if (endedAt !== null) return counted(result) || t('operator.repairs.nothing');
    if (begunAt !== null) return t('operator.repairs.underWay');
    return t(waitedSeconds > NOBODY_AFTER_SECONDS ? 'operator.repairs.nobody' : 'operator.repairs.waits');
  };
}
