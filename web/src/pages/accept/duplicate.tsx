import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { problemName, toProblem } from '../../api/problem.ts';
import { useCounterparts } from '../../api/queries.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import type { AcceptValues } from './accept-values.ts';
import { useDuplicateRows } from './use-duplicate-rows.tsx';

interface DuplicateProps {
  /** Why the office does not take it up. */
  readonly error: unknown;
  readonly typed: AcceptValues | undefined;
}

/** A second application stands beside the open one, and leads to it instead of into a wall. */
export function Duplicate({ error, typed }: DuplicateProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const problem = toProblem(error);
  const { transferId, caseNo = '' } = problem;
  if (problemName(problem) !== 'duplicate-transfer' || transferId === undefined) return null;
  return (
    <Panel title={t('accept.duplicate.title', { caseNo })}>
      <div className="stack tight">
        {typed && <SideBySide transferId={transferId} caseNo={caseNo} typed={typed} />}
        <p>
          <Button type="primary" onClick={() => void navigate({ to: '/transfers/$id', params: { id: transferId } })}>
            {t('accept.openDuplicate', { caseNo })}
          </Button>
        </p>
      </div>
    </Panel>
  );
}

interface SideBySideProps {
  readonly transferId: string;
  readonly caseNo: string;
  readonly typed: AcceptValues;
}

function SideBySide({ transferId, caseNo, typed }: SideBySideProps) {
  const { t } = useTranslation();
  const query = api.useQuery('get', '/transfers/{id}', { params: { path: { id: transferId } } });
  const office = useCounterparts().find(({ areaCode }) => areaCode === typed.counterpartAreaCode);
  const rowsOf = useDuplicateRows(typed, office?.name ?? typed.counterpartAreaCode);
  return (
    <Loaded query={query} lines={5}>
      {(open) => (
        <DataTable
          caption={t('accept.duplicate.title', { caseNo })}
          rows={rowsOf(open)}
          rowKey={({ label }) => label}
          columns={[
            { key: 'label', title: '', render: ({ label }) => label },
            { key: 'typed', title: t('accept.duplicate.typed'), render: (row) => row.typed },
            { key: 'open', title: t('accept.duplicate.open'), render: (row) => row.open },
            {
              key: 'otherwise',
              title: t('accept.duplicate.compared'),
              render: ({ differs }) => differs && <strong>{t('accept.duplicate.differs')}</strong>,
            },
          ]}
        />
      )}
    </Loaded>
  );
}
