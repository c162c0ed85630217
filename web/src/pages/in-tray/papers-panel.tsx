import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useMay, useMe } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { Due } from '../../components/time.tsx';
import { useBegun } from '../../forms/use-begun.ts';
import type { InTraySearch } from '../../search-params.ts';
import { paperColumns } from './paper-columns.tsx';
import { PaperFilters } from './paper-filters.tsx';

const PlaceDialog = lazy(async () => ({ default: (await import('./place-dialog.tsx')).PlaceDialog }));
const TaskClosing = lazy(async () => ({ default: (await import('../transfer/task-closing.tsx')).TaskClosing }));

type Paper = Schemas['Incoming'];

/** The register, the last that came first; what waits is placed from here. */
export function PapersPanel({ search }: { readonly search: InTraySearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const query = api.useInfiniteQuery('get', '/incoming', { params: { query: { ...search, limit: 50 } } }, BY_CURSOR);
  return (
    <Panel title={t('inTray.list')}>
      <div className="stack tight">
        <PaperFilters
          search={search}
          onChange={(changed) => void navigate({ to: '/in-tray', search: changed, replace: true })}
        />
        <PagedRows query={query} lines={6} empty={t('inTray.none')} stays>
          {(rows) => <Papers rows={rows} />}
        </PagedRows>
      </div>
    </Panel>
  );
}

function Papers({ rows }: { readonly rows: readonly Paper[] }) {
  const { t } = useTranslation();
  const begun = useBegun();
  const [placing, setPlacing] = useState(() => rows.find(({ id }) => begun.isOpen('placeIncoming', id)));
  const [closing, setClosing] = useState<Schemas['IncomingTask']>();
  const owner: Column<Paper> = {
    key: 'owner',
    title: t('common.columns.owner'),
    render: ({ task }) =>
      task && (
        <>
          {task.owner.displayName}
          <div className="small">
            <Due on={task.dueOn} />
          </div>
        </>
      ),
  };
  const act: Column<Paper> = {
    key: 'act',
    title: '',
    render: (paper) => <Acts paper={paper} onPlace={() => setPlacing(paper)} onClose={setClosing} />,
  };
  if (rows.length === 0 && !placing) return null;
  return (
    <>
      <DataTable
        caption={t('inTray.list')}
        rows={rows}
        rowKey={({ id }) => id}
        walkable
        columns={[...paperColumns(t), owner, act]}
      />
      <Suspense fallback={null}>
        {placing && <PlaceDialog paper={placing} onClose={() => setPlacing(undefined)} />}
        {closing && (
          <TaskClosing
            task={{ id: closing.id, kind: 'incomingPaper', transferId: null }}
            onClose={() => setClosing(undefined)}
          />
        )}
      </Suspense>
    </>
  );
}

interface ActsProps {
  readonly paper: Paper;
  readonly onPlace: () => void;
  readonly onClose: (task: Schemas['IncomingTask']) => void;
}

/** What waits here; that of a transfer is done with on its own page. */
function Acts({ paper: { state, task }, onPlace, onClose }: ActsProps) {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  if (state !== 'parked') return null;
  const mayClose = task && may('closeTask') && (task.owner.id === me.id || may('changeAbsences'));
  return (
    <div className="row no-print">
      {may('registerIncoming') && (
        <Button size="small" onClick={onPlace}>
          {t('inTray.place')}
        </Button>
      )}
      {mayClose && (
        <Button size="small" type="text" onClick={() => onClose(task)}>
          {t('transfer.tasks.closing')}
        </Button>
      )}
    </div>
  );
}
