import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/queries.ts';
import type { Task } from '../api/types.ts';
import { CaseNo } from './case-no.tsx';
import { DataTable, type Column } from './data-table.tsx';
import { dayOf } from '../format/day.ts';
import { monthOf } from '../format/month.ts';
import { ReasonText } from './reason-text.tsx';
import { Due } from './time.tsx';

interface TaskTableProps {
  readonly caption: string;
  readonly rows: readonly Task[];
  /** Left out where all are of one. */
  readonly withOwner?: boolean;
  /** Before the others. */
  readonly first?: Column<Task>;
}

/** Open tasks, each with its transfer. */
export function TaskTable({ caption, rows, withOwner = false, first }: TaskTableProps) {
  const { t } = useTranslation();
  const owner: Column<Task> = {
    key: 'owner',
    title: t('common.columns.owner'),
    render: (task) => task.owner.displayName,
  };
  const columns: Column<Task>[] = [
    { key: 'kind', title: t('common.columns.kind'), render: (task) => <Kind task={task} /> },
    {
      key: 'caseNo',
      title: t('common.columns.caseNo'),
      render: ({ transferId, caseNo }) => <CaseNo transferId={transferId} caseNo={caseNo} />,
    },
    {
      key: 'reason',
      title: t('common.columns.reason'),
      render: ({ reasonCode }) => reasonCode !== null && <ReasonText code={reasonCode} />,
    },
    ...(withOwner ? [owner] : []),
    {
      key: 'due',
      title: t('common.columns.due'),
      render: ({ dueOn, overdue }) => <Due on={dueOn} late={overdue} />,
    },
  ];
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(task) => task.id}
      rowClass={(task) => (task.overdue ? 'late' : '')}
      walkable
      columns={first ? [first, ...columns] : columns}
    />
  );
}

const ABOUT_REMITTANCES: readonly Task['kind'][] = ['bouncedRemittance', 'lateRemittance'];

/** What is to be done about money, or a paper of no transfer, is done on a page of its own. */
function Kind({ task: { kind, about, transferId } }: { readonly task: Task }) {
  const { t } = useTranslation();
  const may = useMay();
  const words = t(`taskKinds.${kind}`);
  const { partId, entryId, remittanceId } = about;
  if (kind === 'suspense' && typeof partId === 'string' && may('readCredits'))
    return (
      <Link to="/bank/waiting" search={{ part: partId }} data-row>
        {words}
      </Link>
    );
  if (kind === 'incomingPaper' && transferId === null)
    return (
      <Link to="/in-tray" search={{ state: 'parked' }} data-row>
        {words}
      </Link>
    );
  if (kind === 'moneyOut' && typeof entryId === 'string' && may('readBank'))
    return (
      <Link to="/bank/debits/$id" params={{ id: entryId }} data-row>
        {words}
      </Link>
    );
  if (ABOUT_REMITTANCES.includes(kind) && typeof remittanceId === 'string' && may('readBank'))
    return (
      <Link to="/bank/remittances" search={{ only: remittanceId }} data-row>
        {words}
      </Link>
    );
  if (OF_PERSON.includes(kind) && transferId !== null)
    return (
      <Link to="/transfers/$id/person" params={{ id: transferId }} data-row>
        {words}
      </Link>
    );
  if (kind === 'promise' || kind === 'brokenPromise')
    return (
      <Link to="/contacts" search={{ ...monthOfPromise(about['dueAt']), promises: 'all' }} data-row>
        {words}
      </Link>
    );
  return <>{words}</>;
}

/** An open one may be broken meanwhile, and fall due in another month: its list is that of the instant that was said. */
const monthOfPromise = (dueAt: unknown): { month?: string } =>
  typeof dueAt === 'string' ? { month: monthOf(dayOf(dueAt)) } : {};

/** Seen to where everything of the person stands. */
const OF_PERSON: readonly Task['kind'][] = ['promise', 'brokenPromise', 'repeatedContact'];
