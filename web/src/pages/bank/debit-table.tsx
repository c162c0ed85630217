import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { CaseNo } from '../../components/case-no.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Day, Due, Yuan } from '../../components/time.tsx';
import { AccountNumber } from './statement-cells.tsx';

type Debit = Schemas['Debit'];

export function DebitTable({ rows }: { readonly rows: readonly Debit[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('bank.debits')}
      rows={rows}
      rowKey={({ id }) => id}
      rowClass={({ tasks }) => (tasks.some(({ overdue }) => overdue) ? 'late' : '')}
      walkable
      columns={[
        { key: 'on', title: t('numbers.bookedOn'), render: ({ bookedOn }) => <Day on={bookedOn} /> },
        { key: 'serial', title: t('approvals.fields.serial'), render: (debit) => <Reference debit={debit} /> },
        { key: 'side', title: t('bank.otherSide'), render: (debit) => <OtherSide debit={debit} /> },
        { key: 'found', title: t('bank.found'), render: (debit) => <Found debit={debit} /> },
        {
          key: 'task',
          title: t('bank.task'),
          render: ({ tasks }) => tasks.map((task) => <Task key={task.id} task={task} />),
        },
        {
          key: 'fen',
          title: t('common.columns.amount'),
          right: true,
          render: ({ amountFen }) => <Yuan fen={amountFen} />,
        },
      ]}
    />
  );
}

function Reference({ debit: { id, serial, account } }: { readonly debit: Debit }) {
  return (
    <>
      <Link to="/bank/debits/$id" params={{ id }} data-row className="number">
        {serial}
      </Link>
      <div className="soft small">
        <AccountNumber number={account} />
      </div>
    </>
  );
}

function OtherSide({ debit: { otherSide, memo, isReversal } }: { readonly debit: Debit }) {
  const { t } = useTranslation();
  return (
    <>
      {otherSide} {isReversal && <span className="badge warn">{t('bank.reversal')}</span>}
      {memo !== null && memo !== '' && <div className="soft small">{memo}</div>}
    </>
  );
}

/** What it was found to be, and of which credits it is or may be. */
function Found({ debit: { found, takenBack, candidates } }: { readonly debit: Debit }) {
  const { t } = useTranslation();
  if (found === null) return <>–</>;
  return (
    <>
      {t(`bank.founds.${found}`)}
      {takenBack.map(({ creditId, serial, bookedOn, amountFen, ...transfer }) => (
        <div key={`${creditId} ${String(transfer.transferId)}`} className="soft small">
          {serial} <Day on={bookedOn} /> <Yuan fen={amountFen} /> <CaseNo {...transfer} />
        </div>
      ))}
      {found !== 'reversed' &&
        candidates.map(({ creditId, serial, bookedOn, amountFen }) => (
          <div key={creditId} className="soft small">
            {serial} <Day on={bookedOn} /> <Yuan fen={amountFen} />
          </div>
        ))}
    </>
  );
}

function Task({
  task: { owner, dueOn, overdue, closedAt, closedBy, ...transfer },
}: {
  readonly task: Debit['tasks'][number];
}) {
  const { t } = useTranslation();
  return (
    <div>
      {closedAt === null ? owner.displayName : t('bank.closedBy', { name: (closedBy ?? owner).displayName })}{' '}
      <CaseNo {...transfer} />
      {closedAt === null && (
        <div className="small">
          <Due on={dueOn} late={overdue} />
        </div>
      )}
    </div>
  );
}
