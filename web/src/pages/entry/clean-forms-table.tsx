import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProcedures } from '../../api/queries.ts';
import type { TransferDetail } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { problemText } from '../../components/problem-text.ts';
import { Yuan } from '../../components/time.tsx';
import { toProblem } from '../../api/problem.ts';
import { cleanForm } from './clean-form.ts';
import { useConfirming } from './use-confirming.ts';

interface CleanFormsTableProps {
  readonly transfers: readonly TransferDetail[];
  /** All that were chosen are answered. */
  readonly onEnd: (done: number) => void;
}

export function CleanFormsTable({ transfers, onEnd }: CleanFormsTableProps) {
  const { t } = useTranslation();
  const procedures = useProcedures();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { answers, busy, confirm } = useConfirming(procedures, onEnd);
  const open = transfers.filter(({ id }) => answers.get(id) !== 'done');
  const picked = open.filter(({ id }) => chosen.has(id));
  const toggle = (id: string): void => setChosen((now) => (now.has(id) ? without(now, id) : new Set([...now, id])));
  const all = picked.length === open.length && open.length > 0;
  return (
    <div className="stack tight">
      <Checkbox
        checked={all}
        indeterminate={picked.length > 0 && !all}
        onChange={() => setChosen(all ? new Set() : new Set(open.map(({ id }) => id)))}
      >
        {t('entry.clean.all')}
      </Checkbox>
      <DataTable
        caption={t('entry.clean.title')}
        rows={transfers}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'chosen',
            title: '',
            render: ({ id, caseNo }) =>
              answers.get(id) === 'done' ? (
                <span className="identity good">{t('entry.clean.done')}</span>
              ) : (
                <Checkbox aria-label={caseNo} checked={chosen.has(id)} disabled={busy} onChange={() => toggle(id)} />
              ),
          },
          {
            key: 'caseNo',
            title: t('common.columns.caseNo'),
            render: ({ id, caseNo }) => (
              <Link to="/transfers/$id/entry" params={{ id }} className="nowrap number">
                {caseNo}
              </Link>
            ),
          },
          { key: 'person', title: t('common.columns.person'), render: ({ person }) => person.name },
          { key: 'office', title: t('common.columns.counterpart'), render: ({ counterpart }) => counterpart.name },
          { key: 'rows', title: t('entry.clean.rows'), right: true, render: (one) => cleanForm(one)?.years.length },
          { key: 'total', title: '⑥', right: true, render: (one) => <Yuan fen={cleanForm(one)?.totalFen ?? 0} /> },
          { key: 'said', title: '', render: ({ id }) => <Refused of={answers.get(id)} /> },
        ]}
      />
      <div>
        <Button type="primary" disabled={picked.length === 0} loading={busy} onClick={() => void confirm(picked)}>
          {t('entry.clean.confirm', { count: picked.length })}
        </Button>
      </div>
    </div>
  );
}

function Refused({ of }: { readonly of: unknown }) {
  return of === undefined || of === 'done' ? null : <span role="alert">{problemText(toProblem(of))}</span>;
}

const without = (all: ReadonlySet<string>, one: string): ReadonlySet<string> =>
  new Set([...all].filter((id) => id !== one));
