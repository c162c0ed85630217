import { useTranslation } from 'react-i18next';
import { letterColumns } from './letter-columns.tsx';
import { LetterList } from './letter-list.tsx';

/** Sent, and nobody has said that they arrived; the longest under way first. */
export function UnderWayPanel() {
  const { t } = useTranslation();
  return (
    <LetterList
      title={t('post.underWay')}
      nothing={t('post.nothingUnderWay')}
      question={{ awaits: 'arrival' }}
      columns={letterColumns(t, 'postedOn', 'caseNo', 'counterpart', 'waybill', 'lastScan')}
    />
  );
}
