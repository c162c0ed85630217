import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../../api/queries.ts';
import type { Schemas, TransferDetail } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { Day, Yuan } from '../../components/time.tsx';
import { PracticeBank } from './practice-bank.tsx';

const Deciding = lazy(async () => ({ default: (await import('../../components/deciding/deciding.tsx')).Deciding }));

type Money = Schemas['TransferMoney'];

export function MoneyPanel({ transfer }: { readonly transfer: TransferDetail }) {
  const { t } = useTranslation();
  const { practice } = useMe();
  const may = useMay();
  const [deciding, setDeciding] = useState<Money>();
  const [said, setSaid] = useState('');
  return (
    <Panel
      title={t('transfer.money.title')}
      aside={
        may('readBank') && (
          <Link to="/bank/remittances" search={{ transfer: transfer.id }}>
            {t('remittances.title')}
          </Link>
        )
      }
    >
      <div className="stack tight">
        {transfer.money.length === 0 ? (
          <Empty>{t('transfer.money.empty')}</Empty>
        ) : (
          <DataTable
            caption={t('transfer.money.title')}
            rows={transfer.money}
            rowKey={({ creditId, amountFen, state }) => `${creditId} ${String(amountFen)} ${state}`}
            columns={[
              { key: 'serial', title: t('transfer.money.serial'), render: ({ serial }) => serial },
              { key: 'booked', title: t('transfer.money.booked'), render: ({ bookedOn }) => <Day on={bookedOn} /> },
              {
                key: 'amount',
                title: t('common.columns.amount'),
                right: true,
                render: ({ amountFen }) => <Yuan fen={amountFen} />,
              },
              {
                key: 'state',
                title: t('common.columns.state'),
                render: (money) => (
                  <span className="row">
                    {t(`partStates.${money.state}`)}
                    {money.state === 'proposed' && may('decideCredit') && (
                      <Button size="small" onClick={() => setDeciding(money)}>
                        {t('transfer.money.decide')}
                      </Button>
                    )}
                  </span>
                ),
              },
            ]}
          />
        )}
        {practice && transfer.closedAt === null && <PracticeBank transfer={transfer} />}
      </div>
      <div role="status">{said !== '' && <p className="verdict good">{said}</p>}</div>
      <Suspense fallback={null}>
        {deciding && (
          <Deciding
            of={{ transferId: transfer.id, creditId: deciding.creditId }}
            onClose={() => setDeciding(undefined)}
            onSaid={setSaid}
          />
        )}
      </Suspense>
    </Panel>
  );
}
