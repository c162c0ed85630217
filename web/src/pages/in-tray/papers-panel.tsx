import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useMay } from '../../api/queries.ts';
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
const AsideDialog = lazy(async () => ({ default: (await import('./aside-dialog.tsx')).AsideDialog }));
const TakeUpDialog = lazy(async () => ({ default: (await import('./take-up-dialog.tsx')).TakeUpDialog }));

type Paper = Schemas['Incoming'];

const ACTS = ['place', 'setAside', 'takeUp'] as const;
type Act = (typeof ACTS)[number];

const DONE_TO = { place: 'parked', setAside: 'parked', takeUp: 'setAside' } as const satisfies Record<
  Act,
  Paper['state']
>;
const DIALOGS = { place: PlaceDialog, setAside: AsideDialog, takeUp: TakeUpDialog } as const;

interface Doing {
  readonly what: Act;
  readonly paper: Paper;
}

/** The window whose form somebody had begun. */
function begunWith(rows: readonly Paper[], isOpen: (form: string, subject: string) => boolean): Doing | undefined {
  for (const [what, form] of [['place', 'placeIncoming'] as const, ['setAside', 'setPaperAside'] as const]) {
    const paper = rows.find(({ id }) => isOpen(form, id));
    if (paper) return { what, paper };
  }
  return undefined;
}

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
  const [doing, setDoing] = useState<Doing | undefined>(() => begunWith(rows, begun.isOpen));
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
    render: (paper) => <Acts paper={paper} onAct={(what) => setDoing({ what, paper })} />,
  };
  const close = (): void => setDoing(undefined);
  const Dialog = doing && DIALOGS[doing.what];
  if (rows.length === 0 && !doing) return null;
  return (
    <>
      <DataTable
        caption={t('inTray.list')}
        rows={rows}
        rowKey={({ id }) => id}
        walkable
        columns={[...paperColumns(t), owner, act]}
      />
      <Suspense fallback={null}>{Dialog && <Dialog paper={doing.paper} onClose={close} />}</Suspense>
    </>
  );
}

interface ActsProps {
  readonly paper: Paper;
  readonly onAct: (what: Act) => void;
}

/** What waits here is placed or set aside, what was set aside is taken up again; that of a transfer is done with on its own page. */
function Acts({ paper: { state }, onAct }: ActsProps) {
  const { t } = useTranslation();
  const may = useMay();
  if (!may('registerIncoming')) return null;
  const acts = ACTS.filter((act) => DONE_TO[act] === state);
  return (
    <div className="row no-print">
      {acts.map((act) => (
        <Button key={act} size="small" type={act === 'setAside' ? 'text' : 'default'} onClick={() => onAct(act)}>
          {t(`inTray.${act}`)}
        </Button>
      ))}
    </div>
  );
}
