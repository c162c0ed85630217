import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { NoticesPanel } from '../transfer/notices-panel.tsx';

/** The newest first: what was sent, and what truly became of it. */
export function ToldPanel({ transfers }: Pick<Schemas['Person'], 'transfers'>) {
  const { t } = useTranslation();
  const newest = transfers
    .flatMap((one) => one.notices)
    .sort((one, other) => other.notBefore.localeCompare(one.notBefore));
  return <NoticesPanel notices={newest} title={t('person.notices')} />;
}
