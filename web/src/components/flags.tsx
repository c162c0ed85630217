import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/types.ts';

type Flagged = Pick<Schemas['OpenStep'], 'overdue' | 'held' | 'escalations'>;

export function Flags({ overdue, held, escalations }: Flagged) {
  const { t } = useTranslation();
  return (
    <>
      {overdue && <span className="badge overdue">{t('common.flags.overdue')}</span>}{' '}
      {escalations > 0 && <span className="badge overdue">{t('common.flags.escalated', { count: escalations })}</span>}{' '}
      {held && <span className="badge warn">{t('common.flags.held')}</span>}
    </>
  );
}
