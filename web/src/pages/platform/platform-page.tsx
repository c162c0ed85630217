import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { changedSearch, type PlatformSearch, type SearchChange } from '../../search-params.ts';
import { DifferenceTable } from './difference-table.tsx';

const route = getRouteApi('/shell/platform');

const KINDS = ['onlyThere', 'onlyHere', 'statusDiffers', 'daysDiffer', 'closedLongAgo'] as const;

/** What the national platform has in transit beside what we have: its numbers, and every difference with who holds it. */
export function PlatformPage() {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  const query = api.useQuery('get', '/platform-differences', { params: { query: { ...search } } });
  return (
    <Page
      title={t('platform.title')}
      aside={
        may('importFiles') && (
          <Link to="/imports" search={{ kind: 'platformInTransit' }} className="no-print">
            {t('platform.handIn')}
          </Link>
        )
      }
    >
      <div className="stack tight">
        <p className="soft">{t('platform.explain')}</p>
        <Filters search={search} />
        <Loaded query={query} lines={8}>
          {(day) => (day.listedOn === null ? <Empty>{t('platform.noList')}</Empty> : <Day {...day} />)}
        </Loaded>
      </div>
    </Page>
  );
}

function Day({ listedOn, sides, items }: Schemas['PlatformDay']) {
  const { t } = useTranslation();
  return (
    <>
      <Panel title={t('platform.sides', { day: listedOn })}>
        <dl className="tiles">
          {sides.map((side) => (
            <Side key={side.direction} {...side} />
          ))}
        </dl>
      </Panel>
      <Panel title={t('platform.differences')}>
        {items.length === 0 ? <Empty>{t('platform.none')}</Empty> : <DifferenceTable rows={items} />}
      </Panel>
    </>
  );
}

function Side({ direction, there, here, overdueThere, overdueHere }: Schemas['PlatformDay']['sides'][number]) {
  const { t } = useTranslation();
  return (
    <>
      <div>
        <dt>{t(`platform.inTransit.${direction}`)}</dt>
        <dd>
          {there} / {here}
        </dd>
      </div>
      <div className={overdueThere + overdueHere > 0 ? 'late' : ''}>
        <dt>{t(`platform.overdue.${direction}`)}</dt>
        <dd>
          {overdueThere} / {overdueHere}
        </dd>
      </div>
    </>
  );
}

function Filters({ search }: { readonly search: PlatformSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const change = (part: SearchChange<PlatformSearch>): void =>
    void navigate({ to: '/platform', search: changedSearch(search, part), replace: true });
  return (
    <form className="row no-print" aria-label={t('platform.filters')}>
      <label>
        <span className="soft small">{t('platform.day')}</span>
        <input
          type="date"
          value={search.day ?? ''}
          onChange={({ target }) => change({ day: target.value || undefined })}
        />
      </label>
      <label>
        <span className="soft small">{t('common.columns.kind')}</span>
        <select
          value={search.kind ?? ''}
          onChange={({ target }) => change({ kind: KINDS.find((kind) => kind === target.value) })}
        >
          <option value="">{t('platform.any')}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`platform.kinds.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input
          type="checkbox"
          checked={search.mine ?? false}
          onChange={({ target }) => change({ mine: target.checked || undefined })}
        />{' '}
        {t('platform.mine')}
      </label>
    </form>
  );
}
