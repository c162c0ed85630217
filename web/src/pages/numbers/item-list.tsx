import { useTranslation } from 'react-i18next';
import type { ComponentProps } from 'react';
import type { Schemas } from '../../api/types.ts';
import { CaseNo } from '../../components/case-no.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { ExportButton, type ExportQuery } from '../../components/export-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { More } from '../../components/more-button.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { Moment, Yuan } from '../../components/time.tsx';
import { formatDay } from '../../format/day.ts';

type Items = Schemas['VolumeItems'];
type Item = Items['items'][number];

interface ItemListProps {
  readonly title: string;
  /** Days, both included; without the first since the beginning. */
  readonly from?: string | undefined;
  readonly to: string;
  readonly query: ComponentProps<typeof Loaded<{ readonly pages: readonly Items[] }>>['query'] &
    ComponentProps<typeof More>['query'];
  readonly exported: { readonly what: Schemas['ExportWhat']; readonly query: ExportQuery };
  readonly whatTitle?: string;
  readonly word: (what: string) => string;
}

/** Exactly what a number counts or sums, with how many they are and what they come to. */
export function ItemList({ title, from, to, query, exported, whatTitle, word }: ItemListProps) {
  const { t, i18n } = useTranslation();
  const day = (on: string): string => formatDay(on, i18n.language);
  const span =
    from === undefined
      ? t('numbers.sinceBeginning', { to: day(to) })
      : t('numbers.span', { from: day(from), to: day(to) });
  return (
    <Panel
      title={title}
      aside={
        <>
          <span className="soft">{span}</span>
          <ExportButton {...exported} />
        </>
      }
    >
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
              {rows.length === 0 ? (
                <Empty>{t('numbers.empty')}</Empty>
              ) : (
                <ItemTable title={title} rows={rows} whatTitle={whatTitle ?? t('common.columns.what')} word={word} />
              )}
              <More shown={rows.length} query={query} />
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}

interface ItemTableProps extends Pick<ItemListProps, 'title' | 'word'> {
  readonly rows: readonly Item[];
  readonly whatTitle: string;
}

function ItemTable({ title, rows, whatTitle, word }: ItemTableProps) {
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
        { key: 'what', title: whatTitle, render: ({ what }) => word(what) },
        { key: 'when', title: t('common.columns.when'), render: ({ at }) => <Moment at={at} /> },
        ...(rows.some(({ amountFen }) => amountFen !== null) ? [money] : []),
      ]}
    />
  );
}
