import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { Day, Moment } from '../../components/time.tsx';

// Comes when somebody opens it: who only reads figures waits for no window.
const MakeDialog = lazy(async () => ({ default: (await import('./make-dialog.tsx')).MakeDialog }));

interface KeptSheetsProps {
  readonly month: string;
  /** The last day that the sheet of now counts. */
  readonly to: string;
}

/** What was told the bureau of this month: every version, as it was. */
export function KeptSheets({ month, to }: KeptSheetsProps) {
  const { t } = useTranslation();
  const may = useMay();
  const [making, setMaking] = useState(false);
  const query = api.useInfiniteQuery('get', '/monthly-sheets', { params: { query: { month, limit: 50 } } }, BY_CURSOR);
  const isFirst = query.data?.pages[0]?.items.length === 0;
  return (
    <Panel
      title={t('archive.sheets.title')}
      className="no-print"
      aside={
        may('makeMonthlySheet') && (
          <Button disabled={query.data === undefined} onClick={() => setMaking(true)}>
            {t(isFirst ? 'archive.sheets.make' : 'archive.sheets.makeAgain')}
          </Button>
        )
      }
    >
      <PagedRows query={query} lines={3} empty={t('archive.sheets.none')}>
        {(rows) => <SheetList rows={rows} />}
      </PagedRows>
      <Suspense fallback={null}>
        {making && <MakeDialog month={month} to={to} isFirst={isFirst} onClose={() => setMaking(false)} />}
      </Suspense>
    </Panel>
  );
}

function SheetList({ rows }: { readonly rows: readonly Schemas['KeptSheetHead'][] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('archive.sheets.title')}
      rows={rows}
      rowKey={({ id }) => id}
      walkable
      columns={[
        {
          key: 'version',
          title: t('archive.sheets.version'),
          render: ({ id, version, replaced }) => (
            <>
              <Link to="/monthly-sheets/$id" params={{ id }} data-row>
                {t('archive.sheets.nth', { version })}
              </Link>
              {replaced && <span className="soft small"> {t('archive.sheets.replaced')}</span>}
            </>
          ),
        },
        { key: 'asOf', title: t('archive.sheets.asOf'), render: ({ asOf }) => <Day on={asOf} /> },
        { key: 'at', title: t('archive.sheets.madeAt'), render: ({ knownAt }) => <Moment at={knownAt} /> },
        { key: 'by', title: t('common.columns.by'), render: ({ by }) => by.displayName },
        { key: 'reason', title: t('archive.sheets.reason'), render: ({ reason }) => reason },
      ]}
    />
  );
}
