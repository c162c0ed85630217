import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { CaseNo } from '../../components/case-no.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { Count, Day, Moment } from '../../components/time.tsx';
import { formatDay } from '../../format/day.ts';
import { KeptPage } from './kept-page.tsx';
import './archive.css';

const route = getRouteApi('/shell/archive/samples/$id');

type Sample = Schemas['AuditSample'];

/** A sample with its cases, each to be taken as a package. */
export function SamplePage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const query = api.useQuery('get', '/audit-samples/{id}', { params: { path: { id } } });
  return (
    <KeptPage title={t('archive.samples.one')} back={<Link to="/archive">{t('archive.title')}</Link>} query={query}>
      {(sample) => <Drawn sample={sample} />}
    </KeptPage>
  );
}

function Drawn({ sample }: { readonly sample: Sample }) {
  const { t, i18n } = useTranslation();
  const { id, seed, basis, direction, from, to, population, populationSha256, by, at, drawnAgain, items } = sample;
  const day = (on: string): string => formatDay(on, i18n.language);
  return (
    <Panel title={t('archive.samples.drawn', { seed, count: items.length, population })}>
      <p className="soft small">
        {t(`archive.bases.${basis}`)} · {direction === null ? t('common.all') : t(`directions.${direction}`)} ·{' '}
        {t('numbers.span', { from: day(from), to: day(to) })} · {by.displayName} · <Moment at={at} />
      </p>
      <p className="soft small">
        {t('archive.samples.sum')} <code className="sum">{populationSha256}</code>
      </p>
      <Notice
        role="status"
        kind={drawnAgain === 'same' ? 'info' : 'warning'}
        title={t(`archive.samples.again.${drawnAgain}`)}
      />
      <CaseTable sampleId={id} rows={items} />
    </Panel>
  );
}

function CaseTable({ sampleId, rows }: { readonly sampleId: string; readonly rows: Sample['items'] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('archive.samples.one')}
      rows={rows}
      rowKey={({ caseId }) => caseId}
      walkable
      columns={[
        { key: 'rank', title: t('archive.box.position'), right: true, render: ({ rank }) => <Count of={rank} /> },
        { key: 'caseNo', title: t('common.columns.caseNo'), render: (one) => <CaseNo {...one} /> },
        { key: 'direction', title: t('figures.direction'), render: ({ direction }) => t(`directions.${direction}`) },
        { key: 'accepted', title: t('common.columns.accepted'), render: ({ acceptedOn }) => <Day on={acceptedOn} /> },
        {
          key: 'closed',
          title: t('common.columns.closed'),
          render: ({ closedOn, closing }) =>
            closedOn !== null && (
              <>
                <Day on={closedOn} /> {closing !== null && <span className="soft">{t(`closings.${closing}`)}</span>}
              </>
            ),
        },
        { key: 'papers', title: t('archive.box.papers'), right: true, render: ({ papers }) => <Count of={papers} /> },
        {
          key: 'package',
          title: t('archive.samples.package'),
          render: ({ caseId, caseNo }) => (
            <a
              href={`/audit-samples/${sampleId}/cases/${caseId}/package`}
              download
              className="no-print"
              aria-label={t('archive.samples.takeOf', { caseNo })}
            >
              {t('archive.samples.take')}
            </a>
          ),
        },
      ]}
    />
  );
}
