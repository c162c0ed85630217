import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { paperColumns } from '../in-tray/paper-columns.tsx';

/** Whose transfer it is stands above already, and where it belongs. */
const KNOWN_HERE: readonly string[] = ['person', 'state'];

/** Letters, chasers and disputes of other offices about this transfer; absent while none has come. */
export function CamePanel({ transferId }: { readonly transferId: string }) {
  const { t } = useTranslation();
  const { data } = api.useQuery('get', '/incoming', { params: { query: { transferId, limit: 50 } } });
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t('inTray.list')}>
      <DataTable
        caption={t('inTray.list')}
        rows={data.items}
        rowKey={({ id }) => id}
        columns={paperColumns(t).filter(({ key }) => !KNOWN_HERE.includes(key))}
      />
    </Panel>
  );
}
