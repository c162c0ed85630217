import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { OutcomeNotice, type Outcome } from '../../components/outcome.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { AccountsDialog, type Accounts } from './accounts-dialog.tsx';

/** Whose statements are taken in as money of the office. */
export function AccountsPanel() {
  const { t } = useTranslation();
  const may = useMay();
  const query = api.useQuery('get', '/bank-accounts', {});
  const [changing, setChanging] = useState<Accounts>();
  const [outcome, setOutcome] = useState<Outcome>();
  const ask = (accounts: Accounts) => {
    setOutcome(undefined);
    setChanging(accounts);
  };
  const change = may('changeSettings') && query.data && (
    <Button size="small" onClick={() => ask(query.data.items)}>
      {t('settings.change')}
    </Button>
  );
  return (
    <Panel title={t('settings.accounts')} aside={change}>
      <div className="stack tight">
        <OutcomeNotice outcome={outcome} />
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? <Empty>{t('settings.noAccounts')}</Empty> : <AccountTable rows={items} />
          }
        </Loaded>
      </div>
      {changing && <AccountsDialog accounts={changing} onClose={() => setChanging(undefined)} onSent={setOutcome} />}
    </Panel>
  );
}

function AccountTable({ rows }: { readonly rows: Accounts }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('settings.accounts')}
      rows={rows}
      rowKey={({ number }) => number}
      columns={[
        {
          key: 'number',
          title: t('settings.number'),
          render: ({ number }) => <span className="number">{number}</span>,
        },
        { key: 'name', title: t('settings.accountName'), render: ({ name }) => name || '–' },
        {
          key: 'bank',
          title: t('settings.bank'),
          render: ({ bank, bankCode }) => (
            <>
              {bank || (bankCode ? '' : '–')} <span className="number soft">{bankCode}</span>
            </>
          ),
        },
        {
          key: 'onLetters',
          title: t('settings.onLetters'),
          render: ({ onLetters = true }) => t(onLetters ? 'common.yes' : 'settings.offLetters'),
        },
      ]}
    />
  );
}
