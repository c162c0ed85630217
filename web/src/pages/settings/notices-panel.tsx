import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { OutcomeNotice, type Outcome } from '../../components/outcome.tsx';
import { Panel } from '../../components/panel.tsx';
import { Moment } from '../../components/time.tsx';
import { Moved } from './moved.tsx';
import { NoticeDialog } from './notice-dialog.tsx';
import { daysOf } from './notice-values.ts';
import { useNotices, type NoticeOfYear } from './use-notices.ts';

type Asked = Partial<NoticeOfYear>;

/** Which years are loaded; a further one makes due dates sure that were provisional. */
export function NoticesPanel() {
  const { t } = useTranslation();
  const may = useMay();
  const query = useNotices();
  const [asked, setAsked] = useState<Asked>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [change, setChange] = useState<Schemas['CalendarChange']>();
  const ask = (row: Asked) => {
    setOutcome(undefined);
    setChange(undefined);
    setAsked(row);
  };
  const sent = (waits: boolean, moved: Schemas['CalendarChange'] | undefined) => {
    setOutcome({ waits });
    setChange(moved);
  };
  const other = may('changeSettings') && (
    <Button size="small" onClick={() => ask({})}>
      {t('settings.loadOther')}
    </Button>
  );
  return (
    <Panel title={t('settings.notices')} aside={other}>
      <div className="stack tight">
        <OutcomeNotice outcome={outcome} />
        {change && <Moved change={change} />}
        <Loaded query={query} lines={7}>
          {(rows) => <NoticeTable rows={rows} onLoad={may('changeSettings') ? ask : undefined} />}
        </Loaded>
      </div>
      {asked && <NoticeDialog {...asked} onClose={() => setAsked(undefined)} onSent={sent} />}
    </Panel>
  );
}

interface NoticeTableProps {
  readonly rows: readonly NoticeOfYear[];
  readonly onLoad: ((row: NoticeOfYear) => void) | undefined;
}

function NoticeTable({ rows, onLoad }: NoticeTableProps) {
  const { t } = useTranslation();
  const count = (kind: Schemas['DayKind']) =>
    function Days({ known }: NoticeOfYear) {
      return <>{known ? daysOf(known.days, kind).length : '–'}</>;
    };
  const load = (row: NoticeOfYear) => {
    const words = t(row.known ? 'settings.correct' : 'settings.load');
    return (
      <Button size="small" aria-label={`${words} ${String(row.year)}`} onClick={() => onLoad?.(row)}>
        {words}
      </Button>
    );
  };
  return (
    <DataTable
      caption={t('settings.notices')}
      rows={rows}
      rowKey={({ year }) => String(year)}
      columns={[
        { key: 'year', title: t('settings.year'), render: ({ year }) => year },
        {
          key: 'notice',
          title: t('settings.notice'),
          render: ({ known }) => known?.notice ?? <span className="soft">{t('settings.notLoaded')}</span>,
        },
        { key: 'rest', title: t('settings.restDays'), right: true, render: count('rest') },
        { key: 'work', title: t('settings.workDays'), right: true, render: count('work') },
        {
          key: 'loadedAt',
          title: t('settings.loadedAt'),
          render: ({ known }) => (known ? <Moment at={known.loadedAt} /> : '–'),
        },
        ...(onLoad ? [{ key: 'load', title: t('staff.actions'), render: load }] : []),
      ]}
    />
  );
}
