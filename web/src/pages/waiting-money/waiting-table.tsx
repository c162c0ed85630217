import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay, useOfficeDate } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { Why } from '../../components/deciding/why.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Day, Yuan } from '../../components/time.tsx';
import { daysUntil } from '../../format/day.ts';
import { useBegun } from '../../forms/use-begun.ts';

type Waiting = Schemas['WaitingMoney'];

const route = getRouteApi('/shell/bank/waiting');

export function WaitingTable({ rows }: { readonly rows: readonly Waiting[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('waitingMoney.title')}
      rows={rows}
      rowKey={({ part }) => part.id}
      walkable
      columns={[
        { key: 'decide', title: t('approvals.fields.serial'), render: (row) => <Opens row={row} /> },
        { key: 'age', title: t('waitingMoney.age'), render: ({ credit }) => <Age since={credit.bookedOn} /> },
        { key: 'payer', title: t('waitingMoney.payer'), render: ({ credit }) => <Payer credit={credit} /> },
        { key: 'why', title: t('waitingMoney.why'), render: (row) => <Why row={row} /> },
        { key: 'owner', title: t('common.columns.owner'), render: ({ part }) => part.owner.displayName },
        {
          key: 'fen',
          title: t('common.columns.amount'),
          right: true,
          render: ({ part }) => <Yuan fen={part.amountFen} />,
        },
      ]}
    />
  );
}

/** The first link of its row: from one to the next by arrow keys, and into the decision by Enter. */
function Opens({ row: { credit, part } }: { readonly row: Waiting }) {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  const begun = useBegun();
  return (
    <>
      <Link to="/bank/waiting" search={{ ...search, part: part.id }} replace data-row className="number">
        {credit.serial}
      </Link>
      <div className="row small">
        <span className="badge">{t(`partStates.${part.state}`)}</span>
        {may('decideCredit') && begun.forms(part.id).length > 0 && (
          <span className="badge warn">{t('waitingMoney.begun')}</span>
        )}
      </div>
    </>
  );
}

function Age({ since }: { readonly since: string }) {
  const { t } = useTranslation();
  const today = useOfficeDate();
  return (
    <>
      <span className="nowrap">
        {today !== undefined && t('waitingMoney.days', { count: Math.max(0, -daysUntil(since, today)) })}
      </span>
      <div className="soft small">
        <Day on={since} />
      </div>
    </>
  );
}

function Payer({ credit: { payerName, memo } }: { readonly credit: Waiting['credit'] }) {
  return (
    <>
      {payerName ?? '–'}
      {memo !== null && memo !== '' && <div className="soft small">{memo}</div>}
    </>
  );
}
