import { useTranslation } from 'react-i18next';
import { OpenWorkList } from './open-work-list.tsx';
import { useWhose } from './use-whose.ts';

/** What somebody is the steward of, in whatever step it is. */
export function Stewarded({ stewardId }: { readonly stewardId: string }) {
  const { t } = useTranslation();
  const whose = useWhose(stewardId);
  return (
    <OpenWorkList
      title={whose === undefined ? t('myWork.tabs.stewarded') : t('myWork.stewardedBy', { name: whose })}
      filter={{ stewardId }}
      nothing={t(whose === undefined ? 'myWork.nothingStewarded' : 'myWork.nothingAll')}
    />
  );
}
