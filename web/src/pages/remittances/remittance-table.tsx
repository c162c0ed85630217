import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { dateOf } from '../../../../domain/time/shanghai-day.ts';
import { useMay, useOfficeDate } from '../../api/queries.ts';
import { CaseNo } from '../../components/case-no.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Due, Moment, Yuan } from '../../components/time.tsx';
import { daysUntil } from '../../format/day.ts';
import { actsOn, isUnpaid, type Acting, type Remittance } from './acts.ts';

interface RemittanceTableProps {
  readonly rows: readonly Remittance[];
  readonly onAct: (acting: Acting) => void;
  readonly onPayAnew: (row: Remittance) => void;
}

export function RemittanceTable({ rows, onAct, onPayAnew }: RemittanceTableProps) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('remittances.title')}
      rows={rows}
      rowKey={({ id }) => id}
      rowClass={({ overdue }) => (overdue ? 'late' : '')}
      walkable
      columns={[
        { key: 'reference', title: t('remittances.reference'), render: (row) => <Reference row={row} /> },
        {
          key: 'caseNo',
          title: t('common.columns.caseNo'),
          render: ({ transferId, caseNo }) => <CaseNo transferId={transferId} caseNo={caseNo} />,
        },
        { key: 'payee', title: t('remittances.payee'), render: (row) => <Payee row={row} /> },
        { key: 'state', title: t('common.columns.state'), render: (row) => <State row={row} /> },
        { key: 'place', title: t('remittances.place'), render: ({ place }) => t(`remittances.places.${place}`) },
        { key: 'owner', title: t('common.columns.owner'), render: (row) => <Owner row={row} /> },
        { key: 'age', title: t('waitingMoney.age'), render: ({ since }) => <Age since={since} /> },
        {
          key: 'fen',
          title: t('common.columns.amount'),
          right: true,
          render: ({ amountFen }) => <Yuan fen={amountFen} />,
        },
        {
          key: 'next',
          title: t('remittances.next'),
          render: (row) => <Next row={row} onAct={onAct} onPayAnew={onPayAnew} />,
        },
      ]}
    />
  );
}

const Reference = ({ row: { id, reference } }: { readonly row: Remittance }) => (
  <Link to="/bank/remittances" search={{ only: id }} data-row className="number">
    {reference}
  </Link>
);

function Payee({ row: { payeeName, payeeAccount, counterpart } }: { readonly row: Remittance }) {
  return (
    <>
      {payeeName}
      <div className="soft small">
        <bdi className="number">{payeeAccount}</bdi> {counterpart?.name}
      </div>
    </>
  );
}

function State({ row }: { readonly row: Remittance }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`remittances.states.${row.state}`)}{' '}
      {row.ofAnotherMonth && (
        <span className="badge warn">{t('remittances.ofAnotherMonth', { month: row.fundedMonth })}</span>
      )}
      {row.replacedById !== null && (
        <Link to="/bank/remittances" search={{ only: row.replacedById }} className="small">
          {t('remittances.paidAnew')}
        </Link>
      )}
      {row.releaseApprovalId !== null && (
        <div className="small">
          <Link to="/approvals">{t('remittances.releaseWaits')}</Link>
        </div>
      )}
      <details className="small">
        <summary>{t('remittances.history')}</summary>
        {row.moves.map((move) => (
          <div key={`${move.state} ${move.recordedAt}`} className="soft">
            {t(`remittances.states.${move.state}`)} <Moment at={move.occurredAt} />{' '}
            {[move.by?.displayName ?? t('remittances.byBank'), move.confirmedBy?.displayName]
              .filter(Boolean)
              .join(', ')}{' '}
            {move.note}
          </div>
        ))}
      </details>
    </>
  );
}

function Owner({ row: { ball, owner, dueOn, overdue } }: { readonly row: Remittance }) {
  const { t } = useTranslation();
  return (
    <>
      {owner.displayName}
      {ball !== 'own' && <div className="soft small">{t(`remittances.balls.${ball}`)}</div>}
      {dueOn !== null && (
        <div className="small">
          <Due on={dueOn} late={overdue} />
        </div>
      )}
    </>
  );
}

function Age({ since }: { readonly since: string }) {
  const { t } = useTranslation();
  const today = useOfficeDate();
  return <>{today !== undefined && t('waitingMoney.days', { count: Math.max(0, -daysUntil(dateOf(since), today)) })}</>;
}

interface NextProps extends Omit<RemittanceTableProps, 'rows'> {
  readonly row: Remittance;
}

function Next({ row, onAct, onPayAnew }: NextProps) {
  const { t } = useTranslation();
  const may = useMay();
  if (!may('payOut')) return null;
  if (isUnpaid(row)) return <Button onClick={() => onPayAnew(row)}>{t('remittances.planAnew')}</Button>;
  return (
    <span className="row">
      {actsOn(row).map((act) => (
        <Button key={act} type={act === 'withdrawn' ? 'text' : 'default'} onClick={() => onAct({ row, act })}>
          {t(`remittances.acts.${act}`)}
        </Button>
      ))}
    </span>
  );
}
