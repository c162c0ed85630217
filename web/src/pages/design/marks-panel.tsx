import { useTranslation } from 'react-i18next';
import { Flags } from '../../components/flags.tsx';
import { Panel } from '../../components/panel.tsx';

/** Badges say in a word what is not as usual. */
export function MarksPanel() {
  const { t } = useTranslation();
  return (
    <Panel title={t('design.badges')}>
      <p className="row">
        <Flags overdue held escalations={2} />
        <span className="badge">{t('common.flags.noStep')}</span>
        <span className="badge good">{t('closings.completed')}</span>
        <span className="badge info">{t('common.provisional')}</span>
      </p>
      <p className="verdict good">{t('design.sample')}</p>
      <p className="verdict late">{t('design.state.wrong')}</p>
    </Panel>
  );
}
