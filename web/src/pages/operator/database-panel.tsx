import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel.tsx';
import { Count } from '../../components/time.tsx';
import { formatCount, formatSize } from '../../format/count.ts';
import { Figure, Figures } from './figure.tsx';
import type { Upkeep } from './use-operator.ts';
import { useTimeWords } from './words.tsx';

const SLOW_MS = 500;
/** Of the connections that the server takes. */
const NEARLY_ALL = 0.9;

export function DatabasePanel({ database }: { readonly database: Upkeep['database'] }) {
  const { t, i18n } = useTranslation();
  const { span } = useTimeWords();
  const { answeredMs, connections, connectionsMost, waitingForLock, longestStatementSeconds, byteLength } = database;
  return (
    <Panel title={t('operator.database.title')}>
      <Figures>
        <Figure
          name={t('operator.database.answered')}
          value={t('operator.database.milliseconds', { count: Math.max(1, Math.round(answeredMs)) })}
          bad={answeredMs > SLOW_MS}
          means={t('operator.database.answeredMeans')}
          act={t('operator.database.answeredAct')}
        />
        <Figure
          name={t('operator.database.connections')}
          value={t('operator.database.connectionsOf', {
            count: connections,
            most: formatCount(connectionsMost),
          })}
          bad={connections > NEARLY_ALL * connectionsMost}
          means={t('operator.database.connectionsMeans')}
          act={t('operator.database.connectionsAct')}
        />
        <Figure
          name={t('operator.database.locks')}
          value={<Count of={waitingForLock} />}
          bad={waitingForLock > 0}
          means={t('operator.database.locksMeans')}
          act={t('operator.database.locksAct')}
        />
        <Figure
          name={t('operator.database.longest')}
          value={span(longestStatementSeconds)}
          means={t('operator.database.longestMeans')}
        />
        <Figure
          name={t('operator.database.size')}
          value={formatSize(byteLength, i18n.language)}
          means={t('operator.database.sizeMeans')}
        />
      </Figures>
    </Panel>
  );
}
