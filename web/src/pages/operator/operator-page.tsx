import { useTranslation } from 'react-i18next';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { formatTimeOrInstant } from '../../format/day.ts';
import { DatabasePanel } from './database-panel.tsx';
import { GatewaysPanel } from './gateways-panel.tsx';
import './operator.css';
import { RepairsPanel } from './repairs-panel.tsx';
import { OutboxPanel, TemporalPanel } from './temporal-panel.tsx';
import { useOperatorFigures, useRepairing, useSlow } from './use-operator.ts';
import { BackupPanel, WorkerPanel } from './worker-panel.tsx';
import { ZeroPanel } from './zero-panel.tsx';

/** What keeps the office running, and the repairs of the runbook that may be pressed at any time. */
export function OperatorPage() {
  const { t } = useTranslation();
  const figures = useOperatorFigures();
  const { upkeep, operations } = figures;
  const repairing = useRepairing();
  return (
    <Page title={t('operator.title')}>
      <div className="stack">
        <div>
          <p className="soft">
            {t('operator.explain')} {t('operator.ofRealTime')}
          </p>
          <HowFresh {...figures} />
        </div>
        <Loaded query={operations} lines={6}>
          {(known) => (
            <>
              <ZeroPanel operations={known} repairing={repairing} />
              <OutboxPanel operations={known} />
            </>
          )}
        </Loaded>
        <Loaded query={upkeep} lines={10}>
          {({ temporal, database, sms, alerts, backup, worker, jobs, repairs }) => (
            <>
              <RepairsPanel repairs={repairs} repairing={repairing} />
              <TemporalPanel temporal={temporal} repairing={repairing} />
              <DatabasePanel database={database} />
              <GatewaysPanel sms={sms} alerts={alerts} />
              <BackupPanel backup={backup} />
              <WorkerPanel worker={worker} jobs={jobs} />
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

/** Old figures are shown, and say that they are old. */
function HowFresh({ upkeep, operations }: ReturnType<typeof useOperatorFigures>) {
  const { t, i18n } = useTranslation();
  const slow = useSlow(upkeep.isFetching || operations.isFetching);
  const readAt = Math.min(upkeep.dataUpdatedAt, operations.dataUpdatedAt);
  // Nothing has been read yet: there is no time of it.
  const time = readAt > 0 ? formatTimeOrInstant(new Date(readAt).toISOString(), i18n.language) : undefined;
  const failed = upkeep.error !== null || operations.error !== null;
  return (
    <div role="status">
      {failed && (
        <p className="verdict late">
          {time !== undefined && t('operator.stale', { time })} {t('operator.unreadable')}
        </p>
      )}
      {!failed && slow && (
        <p className="verdict late">{time === undefined ? t('operator.slowFirst') : t('operator.slow', { time })}</p>
      )}
    </div>
  );
}
