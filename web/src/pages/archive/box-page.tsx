import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf, client } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { CaseNo } from '../../components/case-no.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { Count, Day, Moment } from '../../components/time.tsx';
import { formatDay, formatMonth } from '../../format/day.ts';
import { KeptPage } from './kept-page.tsx';
import { PrintPaper } from './print-paper.tsx';
import { TakeOutDialog } from './take-out-dialog.tsx';

const route = getRouteApi('/shell/archive/boxes/$id');

type Box = Schemas['ArchiveBoxContents'];
type Item = Box['items'][number];

/** A box with its list of contents (卷内目录), to be printed and laid on top. */
export function BoxPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const query = api.useQuery('get', '/archive/boxes/{id}', { params: { path: { id } } });
  return (
    <KeptPage
      title={t('archive.box.title', { number: query.data?.boxNo ?? '' })}
      back={<Link to="/archive">{t('archive.title')}</Link>}
      query={query}
    >
      {(box) => <Contents box={box} />}
    </KeptPage>
  );
}

function Contents({ box }: { readonly box: Box }) {
  const { t, i18n } = useTranslation();
  const [takingOut, setTakingOut] = useState<Item>();
  const { month, direction, kind, keptYears, keepUntil, by, at } = box;
  return (
    <Panel title={t('archive.box.contents')} aside={<PrintPaper print={() => printBox(box.id)} />}>
      <p className="soft small">
        {formatMonth(month, i18n.language)} · {t(`directions.${direction}`)} · {t(`archive.kinds.${kind}`)} ·{' '}
        {t('archive.boxes.years')} {t('rules.years', { count: keptYears })} ·{' '}
        {t('archive.keepUntil', { day: formatDay(keepUntil, i18n.language) })} · {by.displayName} · <Moment at={at} />
      </p>
      <ContentsTable rows={box.items} onTakeOut={setTakingOut} />
      {takingOut && <TakeOutDialog boxId={box.id} item={takingOut} onClose={() => setTakingOut(undefined)} />}
    </Panel>
  );
}

const printBox = async (id: string): Promise<Schemas['Document']> =>
  bodyOf(await client.POST('/archive/boxes/{id}/documents', { params: { path: { id } } }));

interface TableProps {
  readonly rows: readonly Item[];
  readonly onTakeOut: (item: Item) => void;
}

function ContentsTable({ rows, onTakeOut }: TableProps) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('archive.box.contents')}
      rows={rows}
      rowKey={({ position }) => String(position)}
      walkable
      columns={[
        { key: 'no', title: t('archive.box.position'), right: true, render: ({ position }) => <Count of={position} /> },
        { key: 'caseNo', title: t('common.columns.caseNo'), render: (item) => <CaseNo {...item} /> },
        { key: 'person', title: t('common.columns.person'), render: ({ personName }) => personName },
        { key: 'counterpart', title: t('common.columns.counterpart'), render: ({ counterpart }) => counterpart },
        { key: 'closed', title: t('common.columns.closed'), render: ({ closedOn }) => <Day on={closedOn} /> },
        { key: 'papers', title: t('archive.box.papers'), right: true, render: ({ papers }) => <Count of={papers} /> },
        { key: 'note', title: t('archive.box.note'), render: (item) => <Note item={item} onTakeOut={onTakeOut} /> },
      ]}
    />
  );
}

function Note({ item, onTakeOut }: { readonly item: Item; readonly onTakeOut: TableProps['onTakeOut'] }) {
  const { t } = useTranslation();
  const { caseNo, outAt, outBy, outReason, reopened } = item;
  if (outAt !== null) {
    return (
      <>
        {t('archive.box.out')} <Moment at={outAt} /> {outBy?.displayName}
        <div className="soft small">{outReason}</div>
      </>
    );
  }
  return (
    <>
      {reopened && <span className="badge warn">{t('archive.box.reopened')}</span>}{' '}
      <Button
        size="small"
        className="no-print"
        aria-label={t('archive.box.takeOutOf', { caseNo })}
        onClick={() => onTakeOut(item)}
      >
        {t('archive.box.takeOut')}
      </Button>
    </>
  );
}
