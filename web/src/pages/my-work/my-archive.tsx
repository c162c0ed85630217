import { useTranslation } from 'react-i18next';
import { OpenWorkList } from './open-work-list.tsx';

/** What I was the steward of and is closed, the newest first. */
export function MyArchive({ stewardId }: { readonly stewardId: string }) {
  const { t } = useTranslation();
  return (
    <OpenWorkList title={t('myWork.tabs.archive')} filter={{ stewardId }} nothing={t('myWork.nothingArchive')} closed />
  );
}
