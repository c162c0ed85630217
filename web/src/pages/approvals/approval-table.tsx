import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Moment } from '../../components/time.tsx';
import { ChangeList } from './change-list.tsx';

type Approval = Schemas['Approval'];

interface ApprovalTableProps {
  readonly title: string;
  readonly rows: readonly Approval[];
  /** Mine tell how they stand, those of others who proposed them. */
  readonly mine: boolean;
  readonly onDecide: (approval: Approval) => void;
}

export function ApprovalTable({ title, rows, mine, onDecide }: ApprovalTableProps) {
  const { t } = useTranslation();
  const who: Column<Approval> = mine
    ? { key: 'state', title: t('common.columns.state'), render: (approval) => <Standing approval={approval} /> }
    : { key: 'by', title: t('approvals.by'), render: ({ proposedBy }) => proposedBy.displayName };
  return (
    <DataTable
      caption={title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'kind', title: t('common.columns.kind'), render: ({ kind }) => t(`approvals.kinds.${kind}`) },
        { key: 'caseNo', title: t('common.columns.caseNo'), render: (approval) => <CaseLink approval={approval} /> },
        { key: 'what', title: t('approvals.what'), render: ({ changes }) => <ChangeList changes={changes} /> },
        who,
        { key: 'until', title: t('approvals.until'), render: ({ until }) => <Moment at={until} /> },
        {
          key: 'decide',
          title: t('approvals.decide'),
          render: (approval) =>
            approval.state === 'waiting' && (
              <Button size="small" onClick={() => onDecide(approval)}>
                {t(mine ? 'approvals.withdraw' : 'approvals.decide')}
              </Button>
            ),
        },
      ]}
    />
  );
}

function CaseLink({ approval: { transferId, caseNo } }: { readonly approval: Approval }) {
  if (transferId === null) return null;
  return (
    <Link to="/transfers/$id" params={{ id: transferId }} className="nowrap number">
      {caseNo}
    </Link>
  );
}

function Standing({ approval: { state, decidedBy, answer, changed } }: { readonly approval: Approval }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`approvals.states.${state}`)} {decidedBy && t('approvals.decidedBy', { name: decidedBy.displayName })}
      {answer !== null && <div className="soft small">{answer}</div>}
      {changed.length > 0 && (
        <div className="small">
          <span className="soft">{t('approvals.changed')}</span>
          <ChangeList changes={changed} />
        </div>
      )}
    </>
  );
}
