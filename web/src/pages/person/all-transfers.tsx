import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { Panel } from '../../components/panel.tsx';
import { TransferTable } from '../../components/transfer-table.tsx';

/** Both directions, what is open first. */
export function AllTransfers({ transfers }: Pick<Schemas['Person'], 'transfers'>) {
  const { t } = useTranslation();
  return (
    <Panel title={t('person.transfers')}>
      <TransferTable
        caption={t('person.transfers')}
        rows={transfers.map(({ transfer }) => transfer)}
        shows="cases"
        withPerson={false}
      />
    </Panel>
  );
}
