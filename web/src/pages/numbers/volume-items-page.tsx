import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useOfficeDate } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { BackToToday } from '../../components/back-to-today.tsx';
import { CaseNo } from '../../components/case-no.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { More } from '../../components/more-button.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { Moment, Yuan } from '../../components/time.tsx';
import { formatDay } from '../../format/day.ts';
import { knownText } from '../../i18n/known-text.ts';
import type { VolumeItemsSearch } from '../../search-params.ts';

const route = getRouteApi('/shell/volume');

/** What its source calls it: a fact, a direction, a closing, or the state of a letter or notice. */
const WORDS = ['events', 'directions', 'closings', 'letterStates', 'noticeStates'];
const word = (what: string): string =>
  WORDS.map((of) => knownText(`${of}.${what}`)).find((text) => text !== undefined) ?? what;

type Item = Schemas['VolumeItems']['items'][number];

/** Exactly what a number of the volume counts or sums. */
export function VolumeItemsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const officeDate = useOfficeDate();
  return (
    <Page title={t('numbers.title')} aside={<BackToToday day={search.from ?? search.to} />}>
      {officeDate !== undefined && <Items {...search} to={search.to ?? officeDate} />}
    </Page>
  );
}

function Items({ figure, from, to }: VolumeItemsSearch & { readonly to: string }) {
  const { t, i18n } = useTranslation();
  const query = api.useInfiniteQuery(
    'get',
    '/metrics/volume/items',
    { params: { query: { figure, to, limit: 100, ...(from !== undefined && { from }) } } },
    BY_CURSOR,
  );
  const day = (on: string): string => formatDay(on, i18n.language);
  const span =
    from === undefined
      ? t('numbers.sinceBeginning', { to: day(to) })
      : t('numbers.span', { from: day(from), to: day(to) });
  const title = t(`today.volume.${figure}`);
  return (
    <Panel title={title} aside={<span className="soft">{span}</span>}>
      <Loaded query={query} lines={8}>
        {({ pages }) => {
          const [first] = pages;
          const rows = pages.flatMap(({ items }) => items);
          return (
            <>
              <p className="case-count">
                {t('numbers.count', { count: first?.count ?? 0 })}
                {first?.sumFen != null && (
                  <>
                    {' '}
                    {t('numbers.sum')} <Yuan fen={first.sumFen} />
                  </>
                )}
              </p>
              {rows.length === 0 ? <Empty>{t('numbers.empty')}</Empty> : <ItemTable title={title} rows={rows} />}
              <More shown={rows.length} query={query} />
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function ItemTable({ title, rows }: { readonly title: string; readonly rows: readonly Item[] }) {
  const { t } = useTranslation();
  const money: Column<Item> = {
    key: 'amount',
    title: t('common.columns.amount'),
    right: true,
    render: ({ amountFen }) => amountFen !== null && <Yuan fen={amountFen} />,
  };
  return (
    <DataTable
      caption={title}
      rows={rows}
      rowKey={({ key }) => key}
      walkable
      columns={[
        {
          key: 'caseNo',
          title: t('common.columns.caseNo'),
          render: (item) => <CaseNo {...item} />,
        },
        { key: 'what', title: t('common.columns.what'), render: ({ what }) => word(what) },
        { key: 'when', title: t('common.columns.when'), render: ({ at }) => <Moment at={at} /> },
        ...(rows.some(({ amountFen }) => amountFen !== null) ? [money] : []),
      ]}
    />
  );
}
