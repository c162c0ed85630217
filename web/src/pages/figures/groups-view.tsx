import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { asOfQuery } from '../../api/as-of.ts';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { CASE_GROUPINGS, type CaseGrouping, type FiguresSearch } from '../../figures-params.ts';
import { formatMonth } from '../../format/day.ts';
import { addMonths, firstDay, lastDay } from '../../format/month.ts';
import { changedSearch, type SearchChange } from '../../search-params.ts';
import { DirectionSwitch } from './direction-switch.tsx';
import { GroupTable } from './group-table.tsx';
import { CounterpartRanking } from './counterpart-ranking.tsx';
import type { ViewProps } from './view-props.ts';

interface GroupsViewProps extends ViewProps {
  readonly search: FiguresSearch;
}

/** Where the rates come from: of the twelve months up to this one, or of it alone. */
export function GroupsView({ month, everyMs, asOf, search }: GroupsViewProps) {
  const { t, i18n } = useTranslation();
  const { by = 'counterpart', alone = false } = search;
  const direction: Schemas['Direction'] = search.direction ?? 'in';
  const from = firstDay(alone ? month : addMonths(month, -11));
  const period = { direction, from, to: lastDay(month), by, ...asOfQuery(asOf) };
  const query = useQuery(
    api.queryOptions('get', '/metrics/completion', { params: { query: period } }, { refetchInterval: 10 * everyMs }),
  );
  const isRanked = by === 'counterpart' && direction === 'in';
  return (
    <>
      <GroupFilters search={search} />
      <Panel
        title={t(`figures.by.${by}`)}
        aside={
          <span className="soft small">
            {formatMonth(from.slice(0, 7), i18n.language)} – {formatMonth(month, i18n.language)}
          </span>
        }
      >
        <Loaded query={query} lines={8}>
          {(completion) => {
            const groups = completion.groups ?? [];
            if (groups.length === 0) return <Empty>{t('today.rates.empty')}</Empty>;
            return isRanked ? (
              <CounterpartRanking completion={completion} groups={groups} />
            ) : (
              <GroupTable caption={t(`figures.by.${by}`)} completion={completion} groups={groups} by={by} />
            );
          }}
        </Loaded>
        {by === 'category' && <p className="soft small">{t('figures.severalMarks')}</p>}
      </Panel>
    </>
  );
}

function GroupFilters({ search }: { readonly search: FiguresSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const change = (part: SearchChange<FiguresSearch>): void =>
    void navigate({ to: '/figures', search: changedSearch<FiguresSearch>(search, part), replace: true });
  return (
    <div className="row no-print">
      <DirectionSwitch search={search} />
      <Select
        popupMatchSelectWidth={false}
        aria-label={t('figures.grouping')}
        value={search.by ?? 'counterpart'}
        options={CASE_GROUPINGS.map((by) => ({ value: by, label: t(`figures.by.${by}`) }))}
        onChange={(by: CaseGrouping) => change({ by })}
      />
      <Checkbox
        checked={search.alone === true}
        onChange={({ target }) => change({ alone: target.checked ? true : undefined })}
      >
        {t('figures.alone')}
      </Checkbox>
    </div>
  );
}
