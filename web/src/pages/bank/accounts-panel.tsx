import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { Day } from '../../components/time.tsx';
import { AccountNumber, Balance, Follows } from './statement-cells.tsx';
import { useAccounts, type KnownAccount } from './use-accounts.ts';

/** How far the bank's word is known of each account. */
export function AccountsPanel() {
  const { t } = useTranslation();
  const query = useAccounts();
  return (
    <Panel title={t('bank.accounts')}>
      <Loaded query={query}>
        {(accounts) =>
          accounts.length === 0 ? <Empty>{t('bank.noAccounts')}</Empty> : <AccountTable accounts={accounts} />
        }
      </Loaded>
    </Panel>
  );
}

function AccountTable({ accounts }: { readonly accounts: readonly KnownAccount[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('bank.accounts')}
      rows={accounts}
      rowKey={({ number }) => number}
      columns={[
        { key: 'account', title: t('bank.account'), render: ({ number }) => <AccountNumber number={number} /> },
        { key: 'name', title: t('bank.named'), render: ({ name }) => name ?? t('bank.notNamed') },
        { key: 'end', title: t('bank.end'), render: ({ last }) => (last?.toOn ? <Day on={last.toOn} /> : '–') },
        { key: 'follows', title: t('bank.follows'), render: ({ last }) => last && <Follows statement={last} /> },
        {
          key: 'balance',
          title: t('bank.balance'),
          right: true,
          render: ({ last }) => <Balance fen={last?.closingFen ?? null} />,
        },
      ]}
    />
  );
}
