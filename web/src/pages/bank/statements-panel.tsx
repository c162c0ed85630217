import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { Day, Moment } from '../../components/time.tsx';
import { AccountNumber, Balance, Follows } from './statement-cells.tsx';

type Statement = Schemas['BankStatement'];

/** Each statement that came, with the file in which it came. */
export function StatementsPanel() {
  const { t } = useTranslation();
  const query = api.useInfiniteQuery('get', '/bank-statements', { params: { query: { limit: 20 } } }, BY_CURSOR);
  return (
    <Panel title={t('bank.statements')} aside={<ExportButton what="listBankStatements" />}>
      <PagedRows query={query} lines={6} empty={t('bank.noStatements')}>
        {(rows) => <StatementTable rows={rows} />}
      </PagedRows>
    </Panel>
  );
}

function StatementTable({ rows }: { readonly rows: readonly Statement[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('bank.statements')}
      rows={rows}
      rowKey={({ id }) => String(id)}
      columns={[
        { key: 'when', title: t('common.columns.when'), render: ({ takenInAt }) => <Moment at={takenInAt} /> },
        { key: 'account', title: t('bank.account'), render: ({ account }) => <AccountNumber number={account} /> },
        { key: 'days', title: t('bank.days'), render: (statement) => <Days {...statement} /> },
        { key: 'follows', title: t('bank.follows'), render: (statement) => <Follows statement={statement} /> },
        {
          key: 'file',
          title: t('bank.file'),
          render: ({ importId }) => (
            <Link to="/imports" search={{ file: importId }} className="nowrap">
              {t('bank.showFile')}
            </Link>
          ),
        },
        {
          key: 'balance',
          title: t('bank.balance'),
          right: true,
          render: ({ closingFen }) => <Balance fen={closingFen} />,
        },
      ]}
    />
  );
}

function Days({ fromOn, toOn }: Pick<Statement, 'fromOn' | 'toOn'>) {
  if (toOn === null) return <>–</>;
  return (
    <>
      {fromOn !== null && fromOn !== toOn && (
        <>
          <Day on={fromOn} /> –{' '}
        </>
      )}
      <Day on={toOn} />
    </>
  );
}
